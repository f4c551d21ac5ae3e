package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.CheckTerms;
import dev.riexpiry.alert.Found;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Audience;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.Sendings;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.DroppedAccount;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.ClosedAccount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReportDocumentTest {
  private static final TopicArn TOPIC = new TopicArn("arn:aws:sns:us-east-1:111122223333:alerts");
  private static final Expiring EXPIRING =
      Sample.expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 7, 7);
  private static final Unread UNREAD = Sample.unread(Sample.DATA, Sample.denied("sts:AssumeRole"));
  private static final Alert ALERT =
      new Alert(
          Optional.empty(),
          "1 AWS reservation ends in 7 days: web-prod",
          "mail",
          "{}",
          new AlertAttributes(List.of(Sample.WEB), List.of(Service.EC2), OptionalInt.of(7), false),
          List.of(EXPIRING));
  private static final CheckReport REPORT =
      ReportFixture.report(
          summary(List.of(EXPIRING, UNREAD)),
          false,
          List.of(
              new Receipt(ALERT, Optional.of(TOPIC), new Receipt.Result.Sent("message-1")),
              new Receipt(ALERT, Optional.empty(), new Receipt.Result.NotSent()),
              new Receipt(
                  ALERT,
                  Optional.of(TOPIC),
                  new Receipt.Result.Refused(
                      new Failure("sns:Publish", "NotFound", "no such topic", "name another")))),
          List.of("a warning"));

  private static CheckSummary summary(List<Finding> findings) {
    return new CheckSummary(
        new CheckTerms(
            new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")), Milestones.DEFAULT),
        new ReadCounts(12, 11, 371, 1, 340),
        new AccountLabels(
            Map.of(
                Sample.WEB,
                Sample.account("web-prod", Sample.WEB).in("Workloads/Prod").label(),
                Sample.DATA,
                Sample.account("data-prod", Sample.DATA).label())),
        new Found(findings, History.NONE, 0),
        PayerKnowledge.NONE);
  }

  @Test
  void holdsTheNamesOfTheContractInTheirOrder() {
    assertThat(ReportDocument.of(REPORT).indented())
        .isEqualTo(
            """
            {
              "checkDate" : "2026-05-04",
              "timeZone" : "UTC",
              "dryRun" : false,
              "complete" : false,
              "accounts" : {
                "configured" : 12,
                "read" : 11
              },
              "targets" : {
                "read" : 371,
                "unreadable" : 1
              },
              "commitments" : {
                "active" : 340,
                "expiring" : 1
              },
              "expiring" : [
                {
                  "accountId" : "222233334444",
                  "accountName" : "web-prod",
                  "organizationalUnit" : "Workloads/Prod",
                  "region" : "us-east-1",
                  "service" : "ec2",
                  "commitmentId" : "r-1",
                  "state" : "active",
                  "resourceType" : "m5.large",
                  "description" : "4 × m5.large, Linux/UNIX, No Upfront, standard",
                  "quantity" : 4,
                  "start" : "2025-05-11T04:00:00Z",
                  "end" : "2026-05-11T03:59:59Z",
                  "daysLeft" : 7,
                  "milestone" : 7,
                  "due" : true,
                  "firstTold" : null,
                  "renewal" : {
                    "state" : "none",
                    "by" : [ ],
                    "share" : 0,
                    "gapDays" : 0,
                    "gapHours" : 0
                  },
                  "commitmentType" : "Reserved Instance",
                  "unit" : "Instances",
                  "scope" : "region",
                  "scopeName" : "us-east-1",
                  "platform" : "Linux/UNIX",
                  "tenancy" : "default",
                  "offeringClass" : "standard",
                  "paymentOption" : "No Upfront"
                }
              ],
              "troubles" : [ ],
              "unreadable" : [
                {
                  "accountId" : "333344445555",
                  "accountName" : "data-prod",
                  "organizationalUnit" : null,
                  "region" : null,
                  "service" : null,
                  "action" : "sts:AssumeRole",
                  "code" : "AccessDenied",
                  "message" : "not authorized to perform sts:AssumeRole",
                  "remedy" : "allow sts:AssumeRole in the policy of the role that reads this account",
                  "since" : null,
                  "due" : true
                }
              ],
              "recovered" : [ ],
              "lapsed" : [ ],
              "ignored" : [ ],
              "alerts" : [
                {
                  "topicArn" : "arn:aws:sns:us-east-1:111122223333:alerts",
                  "subject" : "1 AWS reservation ends in 7 days: web-prod",
                  "expiring" : 1,
                  "lapsed" : 0,
                  "messageId" : "message-1",
                  "state" : "sent"
                },
                {
                  "topicArn" : null,
                  "subject" : "1 AWS reservation ends in 7 days: web-prod",
                  "expiring" : 1,
                  "lapsed" : 0,
                  "messageId" : null,
                  "state" : "dry"
                },
                {
                  "topicArn" : "arn:aws:sns:us-east-1:111122223333:alerts",
                  "subject" : "1 AWS reservation ends in 7 days: web-prod",
                  "expiring" : 1,
                  "lapsed" : 0,
                  "messageId" : null,
                  "failure" : {
                    "action" : "sns:Publish",
                    "code" : "NotFound",
                    "message" : "no such topic",
                    "remedy" : "name another"
                  },
                  "state" : "refused"
                }
              ],
              "warnings" : [
                "a warning"
              ],
              "ledger" : {
                "table" : null,
                "state" : "off",
                "left" : 0
              },
              "tool" : {
                "name" : "ri-expiry-notifier",
                "version" : "1.0.0"
              },
              "reconciliation" : {
                "state" : "off",
                "requests" : 0
              }
            }\
            """);
  }

  @Test
  void isTheSameOnOneLine() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();

    assertThat(ReportDocument.of(REPORT).compact()).doesNotContain("\n");
    assertThat(json.readTree(ReportDocument.of(REPORT).compact()))
        .isEqualTo(json.readTree(ReportDocument.of(REPORT).indented()));
  }

  @Test
  void namesTheAccountsThatAreNotOpen() {
    CheckReport report =
        new CheckReport(
            summary(List.of()),
            true,
            List.of(),
            Sendings.NONE,
            Audience.UNKNOWN,
            List.of(),
            LedgerStatus.OFF,
            new Reach(
                Optional.of(Sample.CALLER),
                List.of(new ClosedAccount(Sample.DATA, "gone", "SUSPENDED")),
                List.of(),
                List.of(new DroppedAccount(Sample.WEB, "web-prod", Optional.of("SUSPENDED"))),
                Optional.of(new AccountsVersion("s3://bucket/accounts.json", Optional.of("v-1")))),
            Optional.empty(),
            Optional.empty());

    assertThat(ReportDocument.of(report).compact())
        .contains(
            "\"accounts\":{\"configured\":12,\"read\":11,\"closed\":[{\"accountId\":"
                + "\"333344445555\",\"accountName\":\"gone\",\"state\":\"SUSPENDED\"}]}")
        .contains(",\"caller\":\"arn:aws:sts::111122223333:assumed-role/notifier/session\",");
    assertThat(ReportDocument.of(report).compact())
        .endsWith(
            ",\"accountsFile\":{\"location\":\"s3://bucket/accounts.json\",\"versionId\":\"v-1\"},"
                + "\"droppedAccounts\":[{\"accountId\":\"222233334444\",\"accountName\":\"web-prod\",\"state\":\"SUSPENDED\"}]}");
  }

  @Test
  void losesPlacesFromTheEndWhereItIsTooLargeAndSaysHowMany() {
    List<Finding> findings = new ArrayList<>(List.of(UNREAD));
    for (int i = 0; i < 1000; i++) {
      findings.add(
          new Restored(
              new Place.Target(Sample.WEB, "r-" + i, Service.EC2),
              Outage.since(LocalDate.parse("2026-05-01"))));
    }

    ReportCut cut =
        ReportCut.of(
            ReportDocument.of(ReportFixture.report(summary(findings), false, List.of(), List.of())),
            20_000);

    assertThat(cut.document().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(18_500, 20_000);
    assertThat(cut.missing()).containsOnlyKeys("recovered");
    List<String> missing = cut.missing().getOrDefault("recovered", List.of());
    assertThat(cut.document())
        .contains(
            "%d of 1000 entries of recovered are not in this document; the log has each"
                .formatted(missing.size()))
        .contains("\"region\":\"r-0\"")
        .doesNotContain("entries of unreadable");
    assertThat(missing.getLast()).contains("\"region\":\"r-999\"");
  }
}
