package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The detail of an event: the finding's members, as the report has them, and what tells one event
/// from another. Names and order are a contract: they only grow.
///
/// @param schemaVersion of this contract
/// @param findingId the same for the same commitment and milestone, or the same lapse, payment,
///   outage or end of one, in every run, and for no other
/// @param mayBeRepeat whether another run may have put it already; left out where it is not so
/// @param finding the finding as the report has it
public record EventDetail(
    String schemaVersion,
    String findingId,
    String checkDate,
    String timeZone,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean mayBeRepeat,
    @JsonUnwrapped FindingDocument finding) {
  /// The version of the contract. It grows when a member changes its meaning, not when there are
  /// more of them.
  static final String VERSION = "1";

  static EventDetail of(Finding finding, CheckSummary summary, Detail detail) {
    return new EventDetail(
        VERSION,
        idOf(finding),
        summary.checkDate().date().toString(),
        summary.checkDate().zone().getId(),
        summary.history().mayBeRepeat(finding),
        FindingDocument.of(finding, summary, detail));
  }

  /// Makes an id of the key by which the ledger knows the finding: short, and of characters that
  /// every ticket system takes.
  static String idOf(Finding finding) {
    return UUID.nameUUIDFromBytes(finding.announcement().key().getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
