package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;

/// A commitment of which the accounts and the payer's Cost Explorer do not say the same.
///
/// @param commitment as its account lists it, or the payer where the account does not
/// @param reason the kind of difference
/// @param detail the difference in words, without the commitment
/// @param remedy what a person can do about it
public record Difference(Commitment commitment, Reason reason, String detail, String remedy) {
  public Difference {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
    requireNonNull(remedy, "remedy is null");
  }

  /// The kinds of differences.
  public enum Reason {
    /// The account is not among those that are read.
    NOT_IN_FILE("not-in-file"),
    /// The account is closed, or is being closed.
    CLOSED("closed"),
    /// The account, or the service in its region, could not be read.
    UNREAD("unread"),
    /// The region is not among those that are read in the account.
    REGION_NOT_READ("region-not-read"),
    /// One of the two should list it and does not.
    MISSING("missing"),
    /// They say different quantities.
    QUANTITY("quantity"),
    /// They say different ends.
    END("end"),
    /// One says that it is over and the other that it is not.
    STATE("state");

    private final String id;

    Reason(String id) {
      this.id = requireNonNull(id, "id is null");
    }

    /// The word that stands for it in JSON.
    public String id() {
      return id;
    }
  }
}
