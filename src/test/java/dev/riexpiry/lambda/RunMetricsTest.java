package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.delivery.Audience;
import dev.riexpiry.delivery.ReportReceipt;
import dev.riexpiry.delivery.ReportReceipt.Result;
import dev.riexpiry.delivery.Unheard;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.input.S3Location;
import dev.riexpiry.input.TopicArn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
  @Test
  void aLiveCheckOfEverybodyIsAHeartbeat() {
    assertThat(line(false, true))
        .isEqualTo(
            """
            {"_aws":{"Timestamp":1777874400000,"CloudWatchMetrics":[{"Namespace":"RiExpiryNotifier",\
            "Metrics":[{"Name":"ChecksCompleted","Unit":"Count"},\
            {"Name":"ActiveCommitments","Unit":"Count"},\
            {"Name":"ExpiringCommitments","Unit":"Count"},\
            {"Name":"UnreadableTargets","Unit":"Count"}],\
            "Dimensions":[["FunctionName"]]}]},\
            "FunctionName":"ri-expiry-check","functionVersion":"7","ChecksCompleted":1,\
            "ActiveCommitments":340,"ExpiringCommitments":1,"UnreadableTargets":2}\
            """);
  }

  @Test
  void aDryRunIsNone() {
    assertThat(line(true, true)).doesNotContain("ChecksCompleted").contains("ActiveCommitments");
  }

  @Test
  void aReportThatCouldNotBeWrittenIsCountedWhereItHasAPlaceToGoTo() {
    S3Location location = new S3Location("bucket", "");
    Failure failure = new Failure("s3:PutObject", "AccessDenied", "Access Denied", "allow it");

    assertThat(line(new Result.Failed(Optional.empty(), failure))).contains("\"ReportFailed\":1");
    assertThat(line(new Result.Written(location, location, 5))).contains("\"ReportFailed\":0");
    assertThat(line(new Result.Skipped())).doesNotContain("ReportFailed");
  }

  @Test
  void topicsThatNobodyHearsAreCountedWhereAtLeastOneSaidWhoIsSubscribed() {
    TopicArn topic = new TopicArn("arn:aws:sns:us-east-1:111122223333:ri-expiry");
    Failure denied = new Failure("sns:ListSubscriptionsByTopic", "AccessDenied", "no", "allow it");

    assertThat(line(new Audience(1, List.of(new Unheard(topic, 1)), List.of())))
        .contains("\"UnheardAlerts\":1");
    assertThat(line(new Audience(1, List.of(), List.of()))).contains("\"UnheardAlerts\":0");
    assertThat(line(new Audience(0, List.of(), List.of(new Audience.Unasked(topic, denied)))))
        .doesNotContain("UnheardAlerts");
  }

  private static String line(Audience audience) {
    return RunMetrics.line(
        "ri-expiry-check",
        "7",
        ReportFixture.report(
            ReportFixture.summary(new ReadCounts(1, 1, 1, 0, 0), ReportFixture.labels(), List.of()),
            audience),
        true,
        Instant.EPOCH);
  }

  private static String line(Result result) {
    CheckReport report =
        ReportFixture.report(
            ReportFixture.summary(new ReadCounts(1, 1, 1, 0, 0), ReportFixture.labels(), List.of()),
            false,
            List.of(),
            List.of());
    return RunMetrics.line(
        "ri-expiry-check",
        "7",
        report.delivered(new ReportReceipt(new S3Location("bucket", ""), result)),
        true,
        Instant.EPOCH);
  }

  @Test
  void whatThePayerSaysOtherwiseIsCountedWhereItIsAsked() {
    PayerKnowledge failed =
        new PayerKnowledge(
            Appraisals.NONE,
            new Reconciliation(
                Reconciliation.State.FAILED,
                Optional.of(
                    new Reconciliation.Period(
                        LocalDate.parse("2026-04-02"), LocalDate.parse("2026-05-01"))),
                9,
                3,
                List.of(),
                List.of(
                    new Difference(
                        Sample.ec2(Sample.WEB, "r-1", "2026-05-11T07:59:59Z"),
                        Difference.Reason.CLOSED,
                        "closed",
                        "none")),
                List.of(),
                Set.of(),
                List.of(),
                List.of()));

    assertThat(line(false, true, failed))
        .contains("\"ReconciliationFailed\":1,\"ReconciliationDifferences\":1");
    assertThat(line(false, true)).doesNotContain("Reconciliation");
  }

  @Test
  void aCheckOfSomeAccountsIsNone() {
    assertThat(line(false, false)).doesNotContain("ChecksCompleted").contains("ActiveCommitments");
  }

  @Test
  void aCheckThatHadNoTimeToTellEverythingIsNoneAndCountsWhatIsLeft() {
    Expiring expiring =
        Sample.expiring(Sample.ec2(Sample.WEB, "web-1", "2026-05-11T03:59:59Z"), 7, 7);
    CheckSummary summary =
        ReportFixture.summary(
            new ReadCounts(3, 3, 102, 0, 340), ReportFixture.labels(), List.of(expiring));
    CheckReport report =
        ReportFixture.report(
            summary.with(summary.history().leaving(Set.of(expiring.announcement()))),
            false,
            List.of(),
            List.of());

    assertThat(RunMetrics.line("ri-expiry-check", "7", report, true, Instant.EPOCH))
        .contains("\"UntoldFindings\":1")
        .doesNotContain("ChecksCompleted");
    assertThat(line(false, true)).doesNotContain("UntoldFindings");
  }

  private static String line(boolean dryRun, boolean whole) {
    return line(dryRun, whole, PayerKnowledge.NONE);
  }

  private static String line(boolean dryRun, boolean whole, PayerKnowledge payer) {
    Expiring expiring =
        Sample.expiring(Sample.ec2(Sample.WEB, "web-1", "2026-05-11T03:59:59Z"), 7, 7);
    CheckReport report =
        ReportFixture.report(
            ReportFixture.summary(
                new ReadCounts(3, 3, 102, 2, 340),
                ReportFixture.labels(),
                List.of(expiring),
                payer),
            dryRun,
            List.of(),
            List.of());
    return RunMetrics.line(
        "ri-expiry-check", "7", report, whole, Instant.parse("2026-05-04T06:00:00Z"));
  }
}
