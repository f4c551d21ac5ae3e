package dev.riexpiry.lambda;

import dev.riexpiry.check.CheckReport;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/// Counts runs in CloudWatch, by lines in the embedded metric format on standard output.
///
/// `ChecksCompleted` is counted for a whole, live check only: the heartbeat alarm asks for it, and
/// a dry run or a check of one account must not pass for the daily one.
final class RunMetrics {
  static final String NAMESPACE = "RiExpiryNotifier";
  static final String DIMENSION = "FunctionName";
  static final String CHECKS_COMPLETED = "ChecksCompleted";

  private RunMetrics() {}

  static void count(String functionName, CheckReport report, boolean whole) {
    Metrics metrics = MetricsFactory.getMetricsInstance();
    metrics.setNamespace(NAMESPACE);
    metrics.setDefaultDimensions(DimensionSet.of(DIMENSION, functionName));
    if (whole && !report.dryRun()) {
      metrics.addMetric(CHECKS_COMPLETED, 1, MetricUnit.COUNT);
    }
    metrics.addMetric("ActiveCommitments", report.summary().coverage().active(), MetricUnit.COUNT);
    metrics.addMetric("ExpiringCommitments", report.expiring().size(), MetricUnit.COUNT);
    metrics.addMetric(
        "UnreadableTargets", report.summary().coverage().targetsUnreadable(), MetricUnit.COUNT);
    metrics.flush();
  }
}
