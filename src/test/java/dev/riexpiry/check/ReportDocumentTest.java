package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Sample;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertAttributes;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.News;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.GapChanges;
import dev.riexpiry.ledger.GapPlace;
import dev.riexpiry.ledger.GapStart;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.ledger.OpenGap;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportDocumentTest {
  private static final TopicArn TOPIC = new TopicArn("arn:aws:sns:us-east-1:111122223333:alerts");
  private static final Alert ALERT =
      new Alert(
          "1 AWS reservation ends in 7 days: web-prod",
          "mail",
          "{}",
          new AlertAttributes(List.of(Sample.WEB), List.of(Service.EC2), OptionalInt.of(7), false),
          new News(
              List.of(new Expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 7, 7)),
              List.of(),
              List.of()));
  private static final CheckReport REPORT =
      new CheckReport(
          new CheckSummary(
              new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")),
              Milestones.DEFAULT,
              new ReadCounts(12, 11, 371, 1, 340),
              1,
              Map.of(Sample.WEB, Sample.account("web-prod", Sample.WEB).in("Workloads/Prod"))),
          false,
          List.of(new Expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 7, 7)),
          List.of(Sample.unreadable(Sample.DATA, "data-prod", Sample.denied("sts:AssumeRole"))),
          List.of(
              new Receipt(ALERT, Optional.of(TOPIC), new Receipt.Result.Sent("message-1")),
              new Receipt(ALERT, Optional.empty(), new Receipt.Result.NotSent()),
              new Receipt(
                  ALERT,
                  Optional.of(TOPIC),
                  new Receipt.Result.Refused(
                      new Failure("sns:Publish", "NotFound", "no such topic", "name another")))),
          List.of("a warning"));

  @Test
  void holdsTheNamesOfTheContractInTheirOrder() {
    assertThat(ReportDocument.indented(REPORT))
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
                    "gapDays" : 0
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
                  "messageId" : "message-1"
                },
                {
                  "topicArn" : null,
                  "subject" : "1 AWS reservation ends in 7 days: web-prod",
                  "expiring" : 1,
                  "lapsed" : 0,
                  "messageId" : null
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
                  }
                }
              ],
              "warnings" : [
                "a warning"
              ],
              "ledger" : {
                "table" : null,
                "state" : "off",
                "left" : 0
              }
            }\
            """);
  }

  @Test
  void isTheSameOnOneLine() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();

    assertThat(ReportDocument.compact(REPORT)).doesNotContain("\n");
    assertThat(json.readTree(ReportDocument.compact(REPORT)))
        .isEqualTo(json.readTree(ReportDocument.indented(REPORT)));
  }

  @Test
  void losesPlacesFromTheEndWhereItIsTooLargeAndSaysHowMany() {
    List<OpenGap> recovered =
        IntStream.range(0, 1000)
            .mapToObj(i ->
                new OpenGap(
                    new GapPlace(
                        Optional.of(Sample.WEB), Optional.of("r-" + i), Optional.of(Service.EC2)),
                    new GapStart(LocalDate.parse("2026-05-01"), 0),
                    "Denied"))
            .toList();
    CheckReport report =
        new CheckReport(
            REPORT.summary().with(Memory.NONE.with(new GapChanges(Map.of(), recovered, List.of()))),
            false,
            List.of(),
            REPORT.unreadable(),
            List.of(),
            List.of());

    String document = ReportDocument.compact(report, 20_000);

    assertThat(document.length()).isLessThan(20_000);
    assertThat(document)
        .contains("875 of 1000 recovered places are not listed here; the log names each")
        .doesNotContain("unreadable places are not listed");
  }
}
