package dev.riexpiry.lambda;



import dev.riexpiry.alert.CheckJson;
import dev.riexpiry.alert.Json;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.finding.ReadCounts;

/// What a step of a spread check answers: little, because Step Functions hands on 256 KiB at most.
/// What was found is in the bucket, and the log has a line for each finding.
final class StepAnswer {
  private StepAnswer() {}

  /// The numbers of the batches, for the state machine to walk over.
  static String batches(int count) {
    return Json.compact(json -> {
      json.writeStartObject();
      json.writeNumberField("count", count);
      json.writeArrayFieldStart("batches");
      for (int batch = 0; batch < count; batch++) {
        json.writeNumber(batch);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// How much of one batch was read.
  static String coverage(ReadCounts coverage) {
    return Json.compact(json -> {
      json.writeStartObject();
      json.writeNumberField("targetsRead", coverage.targetsRead());
      json.writeNumberField("targetsUnreadable", coverage.targetsUnreadable());
      json.writeEndObject();
    });
  }

  /// The counts of the whole report.
  static String report(CheckReport report) {
    return Json.compact(json -> {
      json.writeStartObject();
      json.writeBooleanField("complete", report.complete());
      CheckJson.counts(json, report.summary());
      json.writeNumberField("alerts", report.alerts().size());
      json.writeEndObject();
    });
  }
}
