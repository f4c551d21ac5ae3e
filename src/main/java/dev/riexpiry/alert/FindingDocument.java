package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A finding as JSON, alike in the report and in alerts. Names and order are a contract: they only
/// grow.
public sealed interface FindingDocument {
  /// Shows a finding in full.
  static FindingDocument of(Finding finding, CheckSummary summary) {
    return of(finding, summary, Detail.FULL);
  }

  /// Shows a finding in some detail.
  static FindingDocument of(Finding finding, CheckSummary summary, Detail detail) {
    return switch (finding) {
      case Expiring expiring ->
          new OfExpiring(
              commitment(expiring, summary),
              expiring.daysLeft(),
              expiring.milestone(),
              summary.history().isDue(expiring),
              FirstTold.of(expiring, summary),
              RenewalDocument.of(expiring.renewal()),
              expiring.acknowledgement().map(AcknowledgementDocument::of),
              AppraisalDocument.of(expiring.commitment(), summary),
              CommitmentDetails.of(expiring.commitment(), summary, detail));
      case Lapsed lapsed ->
          new OfLapsed(
              commitment(lapsed, summary),
              lapsed.daysAgo().isPresent()
                  ? Optional.of(lapsed.daysAgo().getAsInt())
                  : Optional.empty(),
              summary.history().isDue(lapsed),
              lapsed.endedEarly(),
              lapsed.manner() == Lapsed.Manner.GIVEN_BACK,
              RenewalDocument.of(lapsed.renewal()),
              AppraisalDocument.of(lapsed.commitment(), summary),
              CommitmentDetails.of(lapsed.commitment(), summary, detail));
      case Unpaid unpaid ->
          new OfUnpaid(
              commitment(unpaid, summary),
              unpaid.kind().id(),
              unpaid.days(),
              unpaid.remedy(),
              summary.history().isDue(unpaid),
              CommitmentDetails.of(unpaid.commitment(), summary, detail));
      case Unread unread ->
          new OfUnread(
              FailureDocument.of(unread.place(), unread.failure(), summary.accounts()),
              summary.history().since(unread).map(LocalDate::toString),
              summary.history().isDue(unread),
              summary.payer().reconciliation().knownUpTo(unread.place()).map(LocalDate::toString));
      case Restored restored ->
          new OfRestored(
              restored.place().owner().map(AccountId::value),
              restored.place().owner().map(id -> summary.accounts().of(id).name()),
              restored.place().target().map(Place.Target::region),
              restored.place().target().map(Place.Target::service).map(Service::id),
              restored.outage().since().toString(),
              summary.history().isDue(restored));
    };
  }

  private static CommitmentDocument commitment(Finding.OfCommitment finding, CheckSummary summary) {
    return CommitmentDocument.of(finding.commitment(), summary.accounts());
  }

  /// An entry of `expiring` or `renewed`.
  ///
  /// @param acknowledged the decision to be silent of it; left out where there is none in force
  record OfExpiring(
      @JsonUnwrapped CommitmentDocument commitment,
      int daysLeft,
      int milestone,
      boolean due,
      Optional<FirstTold> firstTold,
      RenewalDocument renewal,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<AcknowledgementDocument> acknowledged,
      @JsonUnwrapped AppraisalDocument appraisal,
      @JsonUnwrapped CommitmentDetails details)
      implements FindingDocument {}

  /// An entry of `lapsed`.
  record OfLapsed(
      @JsonUnwrapped CommitmentDocument commitment,
      Optional<Integer> daysAgo,
      boolean due,
      boolean endedEarly,
      boolean givenBack,
      RenewalDocument renewal,
      @JsonUnwrapped AppraisalDocument appraisal,
      @JsonUnwrapped CommitmentDetails details)
      implements FindingDocument {}

  /// An entry of `troubles`.
  record OfUnpaid(
      @JsonUnwrapped CommitmentDocument commitment,
      String kind,
      int days,
      String remedy,
      boolean due,
      @JsonUnwrapped CommitmentDetails details)
      implements FindingDocument {}

  /// An entry of `unreadable`.
  ///
  /// @param payerKnowsUpTo the last day up to which the payer's Cost Explorer knows of the place
  record OfUnread(
      @JsonUnwrapped FailureDocument failure,
      Optional<String> since,
      boolean due,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> payerKnowsUpTo)
      implements FindingDocument {}

  /// An entry of `recovered`.
  record OfRestored(
      Optional<String> accountId,
      Optional<String> accountName,
      Optional<String> region,
      Optional<String> service,
      String since,
      boolean due)
      implements FindingDocument {}

  /// The day on which people were first told of a commitment.
  record FirstTold(String date, long daysLeft) {
    private static Optional<FirstTold> of(Expiring expiring, CheckSummary summary) {
      return summary
          .history()
          .firstAnnounced(expiring)
          .map(date ->
              new FirstTold(
                  date.toString(),
                  new CheckDate(date, summary.checkDate().zone())
                      .daysLeft(expiring.commitment().end())));
    }
  }

  /// The renewal of a commitment.
  ///
  /// @param gapHours whole hours; `gapDays` is 0 for a gap within one calendar day
  /// @param perhaps beside those that take over a part, those that perhaps do; left out if there is
  ///   none
  record RenewalDocument(
      String state,
      List<String> by,
      BigDecimal share,
      int gapDays,
      long gapHours,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> perhaps) {
    private static RenewalDocument of(Renewal renewal) {
      return new RenewalDocument(
          renewal.state(),
          ids(renewal.by()),
          renewal.share(),
          renewal.gapDays(),
          renewal.gapHours(),
          renewal instanceof Renewal.Partial partial ? ids(partial.perhaps()) : List.of());
    }

    private static List<String> ids(List<Renewal.Replacement> replacements) {
      return replacements.stream().map(replacement -> replacement.commitment().id()).toList();
    }
  }
}
