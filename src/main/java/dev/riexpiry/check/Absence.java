package dev.riexpiry.check;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Difference.Reason;
import dev.riexpiry.finding.Place;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says why a commitment that one source lists is absent from the other.
///
/// @param now when the payer was asked
/// @param accounts the accounts that were to be read
/// @param closed the accounts that are closed
/// @param unlisted whether some of the organization could not be listed
/// @param unread the places that could not be read
record Absence(
    Instant now,
    Map<AccountId, Account> accounts,
    Set<AccountId> closed,
    boolean unlisted,
    Set<Place> unread) {
  /// Why only the account lists a commitment.
  static Difference fromPayer(Commitment commitment) {
    return new Difference(
        commitment,
        Reason.MISSING,
        "the payer's Cost Explorer does not list it",
        "look it up in the payer's Cost Explorer; see whether the account pays its own bills");
  }

  /// Why only the payer lists a commitment; empty where its account need not list it any more:
  /// services forget what has ended.
  Optional<Difference> fromAccount(Commitment commitment) {
    AccountId id = commitment.accountId();
    Account account = accounts.get(id);
    if (account == null) {
      return Optional.of(ofUnknownAccount(commitment));
    }
    if (unread.contains(new Place.Account(id)) || unread.contains(Place.of(commitment))) {
      return Optional.of(
          new Difference(
              commitment,
              Reason.UNREAD,
              "its account could not be read there",
              "mend what keeps it from being read"));
    }
    if (!commitment.service().global() && !account.regions().mayHold(commitment.region())) {
      return Optional.of(
          new Difference(
              commitment,
              Reason.REGION_NOT_READ,
              "its region is not read in the account",
              "add the region to the accounts file"));
    }
    return !commitment.state().live() || !commitment.end().isAfter(now)
        ? Optional.empty()
        : Optional.of(
            new Difference(
                commitment,
                Reason.MISSING,
                "its account was read and does not list it",
                "look it up in the account's console; if it is not there, ask AWS Support"));
  }

  private Difference ofUnknownAccount(Commitment commitment) {
    if (closed.contains(commitment.accountId())) {
      return new Difference(
          commitment,
          Reason.CLOSED,
          "its account is closed",
          "nobody can read it there; ask the payer what becomes of it");
    }
    return unlisted
        ? new Difference(
            commitment,
            Reason.UNREAD,
            "its account is not in the accounts file, and the organization could not be listed in"
                + " full",
            "mend what keeps the organization from being listed")
        : new Difference(
            commitment,
            Reason.NOT_IN_FILE,
            "its account is not in the accounts file",
            "add the account to the accounts file");
  }
}
