package dev.riexpiry.alert;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Replacement;
import java.io.IOException;

/// The JSON of a renewal.
final class RenewalJson {
  private RenewalJson() {}

  static void write(JsonGenerator json, Renewal renewal) throws IOException {
    json.writeObjectFieldStart("renewal");
    json.writeStringField("state", renewal.state());
    json.writeArrayFieldStart("by");
    for (Replacement replacement : renewal.by()) {
      json.writeString(replacement.commitment().id());
    }
    json.writeEndArray();
    json.writeNumberField("share", renewal.share());
    json.writeNumberField("gapDays", renewal.gapDays());
    json.writeEndObject();
  }
}
