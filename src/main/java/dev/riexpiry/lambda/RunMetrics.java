package dev.riexpiry.lambda;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.alert.Json;
import dev.riexpiry.check.CheckReport;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts runs in CloudWatch, by one line in the embedded metric format on standard output.
///
/// `ChecksCompleted` is counted for a whole, live check only: the heartbeat alarm asks for it, and
/// a dry run or a check of one account must not pass for the daily one.
///
/// The line is written here: the library for it brings an object mapper, and spends half a second
/// of a cold run on these four numbers.
final class RunMetrics {
  static final String NAMESPACE = "RiExpiryNotifier";
  static final String DIMENSION = "FunctionName";
  static final String CHECKS_COMPLETED = "ChecksCompleted";

  private RunMetrics() {}

  /// The line that counts a run.
  ///
  /// @param whole whether every account was meant to be read
  static String line(
      String functionName,
      String functionVersion,
      CheckReport report,
      boolean whole,
      Instant instant) {
    Map<String, Integer> values = new LinkedHashMap<>();
    if (whole && !report.dryRun()) {
      values.put(CHECKS_COMPLETED, 1);
    }
    values.put("ActiveCommitments", report.summary().coverage().active());
    values.put("ExpiringCommitments", report.expiring().size());
    values.put("UnreadableTargets", report.summary().coverage().targetsUnreadable());
    return Json.compact(json -> {
      json.writeStartObject();
      json.writeObjectFieldStart("_aws");
      json.writeNumberField("Timestamp", instant.toEpochMilli());
      json.writeArrayFieldStart("CloudWatchMetrics");
      directive(json, values);
      json.writeEndArray();
      json.writeEndObject();
      json.writeStringField(DIMENSION, functionName);
      json.writeStringField("functionVersion", functionVersion);
      for (Map.Entry<String, Integer> value : values.entrySet()) {
        json.writeNumberField(value.getKey(), value.getValue());
      }
      json.writeEndObject();
    });
  }

  private static void directive(JsonGenerator json, Map<String, Integer> values)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("Namespace", NAMESPACE);
    json.writeArrayFieldStart("Metrics");
    for (String name : values.keySet()) {
      json.writeStartObject();
      json.writeStringField("Name", name);
      json.writeStringField("Unit", "Count");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Dimensions");
    json.writeStartArray();
    json.writeString(DIMENSION);
    json.writeEndArray();
    json.writeEndArray();
    json.writeEndObject();
  }
}
