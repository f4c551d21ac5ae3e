package dev.riexpiry.check;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.alert.CheckJson;
import dev.riexpiry.alert.Json;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.TopicArn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The report as JSON: what the function returns and `--output json` prints.
public final class ReportDocument {
  private ReportDocument() {}

  /// The report on one line.
  public static String compact(CheckReport report) {
    return Json.compact(json -> write(json, report));
  }

  /// The report for people to read.
  public static String indented(CheckReport report) {
    return Json.indented(json -> write(json, report));
  }

  /// The report on one line of at most `maxBytes` bytes in UTF-8. One that is longer loses entries
  /// of `unreadable` and `recovered` from the end, half of them at a time; its counts stay, and a
  /// warning says so.
  public static String compact(CheckReport report, int maxBytes) {
    String document = compact(report);
    int shown = Math.max(report.unreadable().size(), report.recovered().size());
    while (document.getBytes(StandardCharsets.UTF_8).length > maxBytes && shown > 0) {
      shown /= 2;
      document = compact(report.withFirstPlaces(shown));
    }
    return document;
  }

  private static void write(JsonGenerator json, CheckReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("checkDate", report.summary().checkDate().date().toString());
    json.writeStringField("timeZone", report.summary().checkDate().zone().getId());
    json.writeBooleanField("dryRun", report.dryRun());
    json.writeBooleanField("complete", report.complete());
    CheckJson.counts(json, report.summary());
    CheckJson.expiring(json, report.expiring(), report.summary());
    CheckJson.troubles(json, report.troubles(), report.summary());
    CheckJson.unreadable(json, report.unreadable(), report.summary().memory());
    CheckJson.recovered(json, report.recovered(), report.summary());
    CheckJson.lapsed(json, report.lapsed(), report.summary());
    CheckJson.ignored(json, report.ignored(), report.summary());
    json.writeArrayFieldStart("alerts");
    for (Receipt delivered : report.alerts()) {
      alert(json, delivered);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("warnings");
    for (String warning : report.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("ledger");
    CheckJson.textOrNull(json, "table", report.ledger().table());
    json.writeStringField("state", report.ledger().state().id());
    json.writeNumberField("left", report.ledger().left());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void alert(JsonGenerator json, Receipt delivered) throws IOException {
    json.writeStartObject();
    CheckJson.textOrNull(json, "topicArn", delivered.topic().map(TopicArn::value));
    json.writeStringField("subject", delivered.alert().subject());
    json.writeNumberField("expiring", delivered.alert().expiring());
    json.writeNumberField("lapsed", delivered.alert().news().lapsed().size());
    switch (delivered.result()) {
      case Receipt.Result.Sent(String messageId) -> json.writeStringField("messageId", messageId);
      case Receipt.Result.NotSent() -> CheckJson.textOrNull(json, "messageId", Optional.empty());
      case Receipt.Result.Refused(Failure failure) -> {
        CheckJson.textOrNull(json, "messageId", Optional.empty());
        json.writeObjectFieldStart("failure");
        json.writeStringField("action", failure.action());
        json.writeStringField("code", failure.code());
        json.writeStringField("message", failure.message());
        json.writeStringField("remedy", failure.remedy());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }
}
