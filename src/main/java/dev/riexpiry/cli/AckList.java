package dev.riexpiry.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.alert.AcknowledgementDocument;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.ledger.Acknowledged;
import dev.riexpiry.page.CsvText;
import dev.riexpiry.text.Json;
import java.time.Instant;
import java.util.List;

/// The acknowledgements that are in force, as the command `acks` lists them.
///
/// @param acknowledged in the order in which they are listed
/// @param today the day, and the zone in which days end
record AckList(List<Acknowledged> acknowledged, CheckDate today) {
  AckList {
    acknowledged = List.copyOf(acknowledged);
  }

  String table() {
    if (acknowledged.isEmpty()) {
      return "Nothing is acknowledged.\n";
    }
    TextTable table =
        new TextTable(List.of("UNTIL", "LAST DAY", "ACCOUNT", "REGION", "SERVICE", "ID", "WHY"));
    acknowledged.forEach(item -> {
      RecordedCommitment commitment = item.commitment();
      table.add(
          Urgency.NONE,
          List.of(
              item.decision().until().toString(),
              today.lastDay(commitment.end()).toString(),
              commitment.account().value(),
              commitment.region(),
              commitment.service(),
              commitment.id(),
              by(item.decision())));
    });
    return table.render(false);
  }

  String json() {
    return Json.indented(acknowledged.stream().map(Row::of).toList());
  }

  String csv() {
    return CsvText.of(
        List.of(
            "until", "accountId", "region", "service", "commitmentId", "end", "reason", "by", "at"),
        acknowledged.stream().map(Row::of).map(Row::cells).toList());
  }

  /// Says why, and by whom and when: `let it go (arn:aws:iam::…:user/ann, 2026-05-04)`.
  static String by(Acknowledgement decision) {
    return switch (decision.by()) {
      case Acknowledgement.By.Caller(String arn, Instant at) ->
          "%s (%s, %s)"
              .formatted(decision.reason(), arn, at.toString().substring(0, "2026-05-04".length()));
      case Acknowledgement.By.Tag _ -> decision.reason();
    };
  }

  /// One of them in JSON and CSV.
  private record Row(
      String until,
      String accountId,
      String region,
      String service,
      String commitmentId,
      String end,
      String reason,
      String by,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String at) {
    static Row of(Acknowledged item) {
      RecordedCommitment commitment = item.commitment();
      return new Row(
          item.decision().until().toString(),
          commitment.account().value(),
          commitment.region(),
          commitment.service(),
          commitment.id(),
          commitment.end().toString(),
          item.decision().reason(),
          AcknowledgementDocument.by(item.decision()),
          AcknowledgementDocument.at(item.decision()).map(Instant::toString).orElse(""));
    }

    List<String> cells() {
      return List.of(until, accountId, region, service, commitmentId, end, reason, by, at);
    }
  }
}
