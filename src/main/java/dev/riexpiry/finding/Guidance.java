package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// Which places a run asks.
public sealed interface Guidance {
  /// The guidance of a run that no payer may guide.
  Guidance OFF = new Off();

  /// All of them, since no payer may guide.
  record Off() implements Guidance {}

  /// All of them, although a payer may guide.
  ///
  /// @param reason why it did not
  record Whole(Reason reason) implements Guidance {
    public Whole {
      requireNonNull(reason, "reason is null");
    }
  }

  /// Those for which the payer lists something, and those of which it proves nothing.
  ///
  /// @param since the check date of the last sweep that asked everything
  record Guided(LocalDate since) implements Guidance {
    public Guided {
      requireNonNull(since, "since is null");
    }
  }

  /// The reasons to ask everything.
  enum Reason {
    /// It is the run's turn, the first one, or the last one was missed.
    DUE("due", "once a week it is"),
    /// The payer could not be asked, or not about everything.
    PAYER_INCOMPLETE("payer-incomplete", "the payer did not list everything"),
    /// There is no ledger, or it could not be asked.
    NO_LEDGER("no-ledger", "no ledger said what was proved before"),
    /// No account is proved to be the payer's.
    NO_ORGANIZATION("no-organization", "AWS Organizations named no account as the payer's"),
    /// It is a trial, of another day, of a part, or lists everything.
    NOT_DAILY("not-daily", "only the daily run of everything is guided"),
    /// Several functions read the accounts.
    SPREAD("spread", "a check over several functions is never guided");

    private final String id;
    private final String text;

    Reason(String id, String text) {
      this.id = id;
      this.text = text;
    }

    /// The word that stands for it in JSON.
    public String id() {
      return id;
    }

    /// The reason, for people.
    public String text() {
      return text;
    }
  }
}
