package dev.riexpiry.verify;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.Service;
import java.util.Optional;

/// One thing that was tried, or that could not be.
///
/// @param kind what was asked
/// @param place where: an account's id, with region and service where it is about one listing; a
///   topic's ARN; a table's name; the kind's own word where there is only one
/// @param label the same for people; empty where there is only one
/// @param verdict the result
public record Trial(TrialKind kind, String place, String label, Verdict verdict) {
  public Trial {
    requireNonNull(kind, "kind is null");
    requireNonNull(place, "place is null");
    requireNonNull(label, "label is null");
    requireNonNull(verdict, "verdict is null");
  }

  /// The verdict of what is not tried because nobody knows who calls, which is told once.
  static final Verdict HANGS_ON_IDENTITY =
      new Verdict.Untried(
          "it is not known whose the caller's own credentials are",
          "mend what identity says, and run this again");

  /// A trial of what there is only one of.
  static Trial of(TrialKind kind, Verdict verdict) {
    return new Trial(kind, kind.id(), "", verdict);
  }

  /// A trial in a place whose name is what people call it.
  static Trial of(TrialKind kind, String place, Verdict verdict) {
    return new Trial(kind, place, place, verdict);
  }

  /// A trial of an account as a whole.
  static Trial of(TrialKind kind, Account account, Verdict verdict) {
    return new Trial(kind, account.id().value(), account.label().toString(), verdict);
  }

  /// A trial of an account in one region.
  ///
  /// @param service the one that is asked; empty if several are
  static Trial of(Account account, String region, Optional<Service> service, Verdict verdict) {
    return new Trial(
        TrialKind.ACTION,
        account.id() + "/" + region + service.map(one -> "/" + one.id()).orElse(""),
        account.label() + ", " + region,
        verdict);
  }

  /// Tells whether it failed.
  public boolean failed() {
    return verdict instanceof Verdict.Failed;
  }
}
