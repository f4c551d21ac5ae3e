package dev.riexpiry.alert;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.commitment.AccountId;
import java.io.IOException;
import java.util.List;

/// The alert for programs: the report's own names, holding what this message tells. A message holds
/// it six times, so that what is rare is left out where it is empty.
final class AlertDocument {
  private AlertDocument() {}

  static String of(Part part, CheckSummary summary) {
    return Json.compact(json -> {
      json.writeStartObject();
      json.writeStringField("checkDate", summary.checkDate().date().toString());
      json.writeStringField("timeZone", summary.checkDate().zone().getId());
      json.writeBooleanField("complete", summary.coverage().complete());
      json.writeObjectFieldStart("part");
      json.writeNumberField("number", part.number());
      json.writeNumberField("of", part.of());
      json.writeEndObject();
      CheckJson.counts(json, summary);
      CheckJson.expiring(json, part.expiring(), summary);
      CheckJson.troubles(json, part.troubles(), summary);
      CheckJson.unreadable(json, part.unreadable(), summary.memory());
      CheckJson.recovered(json, part.recovered(), summary);
      CheckJson.expiring(json, "renewed", Renewed.shown(part.renewed()), summary);
      if (!part.lapsed().isEmpty()) {
        CheckJson.lapsed(json, part.lapsed(), summary);
      }
      if (!part.elsewhere().isEmpty()) {
        elsewhere(json, part.elsewhere());
      }
      json.writeEndObject();
    });
  }

  private static void elsewhere(JsonGenerator json, List<Elsewhere> elsewhere) throws IOException {
    json.writeArrayFieldStart("elsewhere");
    for (Elsewhere other : elsewhere) {
      json.writeStartObject();
      json.writeStringField("topicArn", other.topic().value());
      json.writeArrayFieldStart("accountIds");
      for (AccountId account : other.accountIds()) {
        json.writeString(account.value());
      }
      json.writeEndArray();
      json.writeNumberField("lapsed", other.news().lapsed().size());
      json.writeNumberField("expiring", other.news().expiring().size());
      json.writeNumberField("troubles", other.news().troubles().size());
      json.writeNumberField("unreadable", other.notRead().total());
      json.writeNumberField("recovered", other.news().recovered().size());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
