package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.alert.News.OtherTopic;
import dev.riexpiry.commitment.AccountId;
import java.util.List;
import java.util.Optional;

/// The alert for programs: the report's own names, holding what this message announces. Rare
/// members are left out where they are empty.
///
/// @param mayBeRepeats the findings of this message that another run may have announced already
/// @param narrowed what the check was narrowed to; left out where it looked at everything
/// @param overview what ends in the next months; left out where it is not the time to say so
/// @param droppedAccounts accounts that are not read any more, of the message that tells of them
record AlertDocument(
    String checkDate,
    String timeZone,
    boolean complete,
    PartNumber part,
    @JsonUnwrapped CountsDocument counts,
    List<RawJson> expiring,
    List<RawJson> troubles,
    List<RawJson> unreadable,
    List<RawJson> recovered,
    List<RawJson> renewed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RawJson> lapsed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OtherTopicDocument> elsewhere,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int mayBeRepeats,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<NarrowingDocument> narrowed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OverviewDocument> overview,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DroppedDocument> droppedAccounts) {

  /// The number of a message among those of one group.
  record PartNumber(int number, int of) {}

  /// The counts of the findings that another topic gets.
  record OtherTopicDocument(
      String topicArn,
      List<String> accountIds,
      int lapsed,
      int expiring,
      int troubles,
      int unreadable,
      int recovered) {
    static OtherTopicDocument of(OtherTopic other) {
      FindingCounts counts = other.counts();
      return new OtherTopicDocument(
          other.topic().value(),
          other.accountIds().stream().map(AccountId::value).toList(),
          counts.lapsed(),
          counts.expiring(),
          counts.unpaid(),
          counts.unread().total(),
          counts.restored());
    }
  }
}
