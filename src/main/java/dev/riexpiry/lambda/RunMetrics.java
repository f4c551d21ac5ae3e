package dev.riexpiry.lambda;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.delivery.ReportReceipt;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Reconciliation.State;
import dev.riexpiry.text.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts runs in CloudWatch, by one line in the embedded metric format on standard output.
///
/// `ChecksCompleted` is counted for a whole, live check only: the heartbeat alarm asks for it, and
/// a dry run, a check of one account or one that had no time to tell everything must not pass for
/// the daily one. `UntoldFindings` is counted where there are some, `UnheardAlerts` where a topic
/// said who is subscribed.
///
/// @param aws names the members that are metrics
/// @param functionName the dimension
/// @param functionVersion the version, which is no dimension
/// @param values the metrics by name
record RunMetrics(
    @JsonProperty("_aws") Directives aws,
    @JsonProperty("FunctionName") String functionName,
    String functionVersion,
    @JsonAnyGetter Map<String, Integer> values) {
  static final String NAMESPACE = "RiExpiryNotifier";
  static final String DIMENSION = "FunctionName";
  static final String RECONCILIATION_FAILED = "ReconciliationFailed";
  static final String REPORT_FAILED = "ReportFailed";
  static final String UNHEARD_ALERTS = "UnheardAlerts";
  static final String CHECKS_COMPLETED = "ChecksCompleted";

  /// Writes the line that counts a run.
  ///
  /// @param whole whether every account was meant to be read
  static String line(
      String functionName,
      String functionVersion,
      CheckReport report,
      boolean whole,
      Instant instant) {
    Map<String, Integer> values = new LinkedHashMap<>();
    int untold = report.summary().untold().size();
    if (whole && !report.dryRun() && untold == 0) {
      values.put(CHECKS_COMPLETED, 1);
    }
    values.put("ActiveCommitments", report.summary().counts().active());
    values.put("ExpiringCommitments", report.summary().expiring());
    values.put("UnreadableTargets", report.summary().counts().targetsUnreadable());
    if (untold > 0) {
      values.put("UntoldFindings", untold);
    }
    if (report.audience().known()) {
      values.put(UNHEARD_ALERTS, report.audience().unheard().size());
    }
    Reconciliation reconciliation = report.summary().payer().reconciliation();
    if (reconciliation.state() != State.OFF) {
      values.put(RECONCILIATION_FAILED, reconciliation.state() == State.FAILED ? 1 : 0);
      values.put("ReconciliationDifferences", reconciliation.differences());
    }
    report
        .delivery()
        .filter(receipt -> !(receipt.result() instanceof ReportReceipt.Result.Skipped))
        .ifPresent(receipt -> values.put(REPORT_FAILED, receipt.failure().isPresent() ? 1 : 0));
    List<Metric> metrics = values.keySet().stream().map(name -> new Metric(name, "Count")).toList();
    return Json.compact(
        new RunMetrics(
            new Directives(
                instant.toEpochMilli(),
                List.of(new Directive(NAMESPACE, metrics, List.of(List.of(DIMENSION))))),
            functionName,
            functionVersion,
            values));
  }

  record Directives(
      @JsonProperty("Timestamp") long timestamp,
      @JsonProperty("CloudWatchMetrics") List<Directive> metrics) {}

  record Directive(
      @JsonProperty("Namespace") String namespace,
      @JsonProperty("Metrics") List<Metric> metrics,
      @JsonProperty("Dimensions") List<List<String>> dimensions) {}

  record Metric(@JsonProperty("Name") String name, @JsonProperty("Unit") String unit) {}
}
