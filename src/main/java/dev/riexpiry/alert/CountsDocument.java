package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/// The counts that the report, each alert and the answer of a spread check have in common, as JSON.
///
/// @param accounts accounts that were to be read, and those of which something was read
/// @param targets targets that were read in full, and those that were not
/// @param commitments live commitments seen, and those that are expiring
public record CountsDocument(Accounts accounts, Targets targets, Commitments commitments) {
  /// Counts what a check has read and found.
  public static CountsDocument of(CheckSummary summary) {
    return new CountsDocument(
        new Accounts(
            summary.counts().accountsConfigured(), summary.counts().accountsRead(), List.of()),
        new Targets(
            summary.counts().targetsRead(),
            summary.counts().targetsUnreadable(),
            GuidanceDocument.of(summary.terms().guidance()).map(_ -> summary.counts().notAsked())),
        new Commitments(summary.counts().active(), summary.totals().expiring()));
  }

  /// The same counts beside accounts that were not to be read.
  public CountsDocument without(List<ClosedDocument> closed) {
    return new CountsDocument(
        new Accounts(accounts.configured, accounts.read, closed), targets, commitments);
  }

  /// The member `accounts`.
  ///
  /// @param closed accounts of the organization that are not open; left out where there is none
  public record Accounts(
      int configured,
      int read,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ClosedDocument> closed) {}

  /// An entry of `accounts.closed`.
  public record ClosedDocument(String accountId, String accountName, String state) {}

  /// The member `targets`.
  ///
  /// @param notAsked those that a guided run left out; left out itself where no payer may guide
  public record Targets(
      int read,
      int unreadable,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> notAsked) {}

  /// The member `commitments`.
  public record Commitments(int active, int expiring) {}
}
