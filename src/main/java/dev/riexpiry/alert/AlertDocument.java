package dev.riexpiry.alert;

/// The alert for programs: the report's own names, holding what this message tells.
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
      json.writeEndObject();
    });
  }
}
