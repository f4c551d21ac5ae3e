package dev.riexpiry.check;

import static dev.riexpiry.payer.FakeCostExplorer.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.payer.FakeCostExplorer;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdviceCheckTest {
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");
  private static final String START = "2025-05-11T08:00:00Z";
  private static final String END = "2026-05-11T07:59:59Z";
  private static final String LATER = "2027-02-11T07:59:59Z";
  private static final String WEEK = "2026-04-25/2026-05-01";
  private static final PayerScope PAYER =
      new PayerScope(Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of());

  private final FakeCostExplorer explorer = new FakeCostExplorer(Sample.TOOLS);
  private final FakeAws aws = new FakeAws();
  private final FakeLedger ledger = new FakeLedger();
  private final List<String> mails = new ArrayList<>();

  private CheckReport run(int run) {
    return run(run, PAYER);
  }

  private CheckReport run(int run, PayerScope payer, Account... accounts) {
    return run(Optional.of(CheckFixture.keeping(ledger, run)), payer, Narrowing.NONE, accounts);
  }

  private CheckReport run(
      Optional<RecordKeeping> keeping, PayerScope payer, Narrowing narrowing, Account... accounts) {
    Roster roster =
        new Roster(
            List.of(accounts),
            List.of(),
            true,
            IgnoreRules.NONE,
            List.of(),
            Optional.empty(),
            Optional.of(payer),
            OwnerTags.DEFAULT);
    return CheckFixture.check(
            aws,
            (_, alert) -> {
              mails.add(alert.mail());
              return new Receipt.Result.Sent("m-1");
            },
            keeping,
            new PayerInquiry(explorer, () -> NOW))
        .run(
            CheckFixture.request("2026-05-04", roster.narrowed(narrowing)).narrowed(narrowing),
            Stop.onRequest());
  }

  @Test
  void whatEndsHasAnAdviceInReportAndMail() {
    explorer.lists(Service.EC2, reservation(Sample.WEB, "r-1", START, END));

    CheckReport report = run(1);

    assertThat(ReportDocument.of(report).compact())
        .contains(
            "\"advice\":{\"verdict\":\"renew\",\"quantity\":2,\"reasons\":[\"used 75 % in the last 30 days and 75 % in the last 7\",\"it pays from 62.5 % on\"]}");
    assertThat(mails)
        .singleElement()
        .asString()
        .contains(
            """
              advice: renew 2 of 2: used 75 % in the last 30 days and 75 % in the last 7; it pays from 62.5 % on
            """);
  }

  @Test
  void whatNeitherIsReadNorToldCoversForTheRestAllTheSame() {
    Commitment idle = Sample.ec2(Sample.WEB, "r-1", END);
    aws.answers(Sample.WEB, "us-east-1", Service.EC2, new Reading(List.of(idle), List.of(), false));
    explorer.lists(
        Service.EC2,
        reservation(
            Sample.WEB,
            "",
            START,
            END,
            "subscriptionId",
            "12345678901",
            "numberOfInstances",
            "4",
            "PurchasedHours",
            "2880",
            "TotalAmortizedFee",
            "288",
            "UtilizationPercentage",
            "0"),
        reservation(Sample.DATA, "r-2", START, LATER, "UtilizationPercentage", "100"));
    PayerScope withoutData =
        new PayerScope(
            Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of(Sample.DATA));

    CheckReport report = run(1, withoutData, Sample.account("web", Sample.WEB));

    assertThat(ReportDocument.of(report).compact())
        .contains("\"source\":\"both\"")
        .contains(
            "\"advice\":{\"verdict\":\"let-go\",\"quantity\":0,\"reasons\":[\"judged together with 1 other that can cover for it\",\"used 33.33 % in the last 30 days and 33.33 % in the last 7\"");
  }

  @Test
  void theAdviceIsTheSameWhicheverPartIsLookedAt() {
    explorer.lists(
        Service.EC2,
        reservation(Sample.WEB, "r-1", START, END, "UtilizationPercentage", "100"),
        reservation(
            Sample.DATA, "r-2", START, "2026-05-09T07:59:59Z", "UtilizationPercentage", "0"));

    List<String> whole = verdicts(run(Optional.empty(), PAYER, Narrowing.NONE));
    List<String> data = verdicts(run(Optional.empty(), PAYER, Narrowing.to(List.of(Sample.DATA))));
    List<String> web = verdicts(run(Optional.empty(), PAYER, Narrowing.to(List.of(Sample.WEB))));
    List<String> other =
        verdicts(
            run(
                Optional.empty(),
                PAYER,
                Narrowing.to(List.of(Sample.WEB)),
                Sample.account("web", Sample.WEB),
                Sample.account("data", Sample.DATA)));

    assertThat(whole).hasSize(2).doesNotHaveDuplicates();
    assertThat(Stream.concat(data.stream(), web.stream())).containsExactlyElementsOf(whole);
    assertThat(other).isEqualTo(web);
  }

  private static List<String> verdicts(CheckReport report) {
    return Pattern.compile("\"advice\":\\{[^}]*}")
        .matcher(ReportDocument.of(report).compact())
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void theWeekDecidesToo() {
    explorer
        .lists(Service.EC2, reservation(Sample.WEB, "r-1", START, END))
        .listsOfWeek(
            Service.EC2, reservation(Sample.WEB, "r-1", START, END, "UtilizationPercentage", "70"));

    assertThat(ReportDocument.of(run(1)).compact())
        .contains("\"advice\":{\"verdict\":\"look\",\"reasons\":[")
        .contains("its use fell by 5 points");
  }

  @Test
  void theWeekIsAskedForOnlyOfServicesOfWhichSomethingIsDue() {
    explorer
        .lists(Service.EC2, reservation(Sample.WEB, "r-1", START, END))
        .lists(Service.RDS, reservation(Sample.WEB, "r-2", START, LATER));

    CheckReport first = run(1);

    assertThat(explorer.asked())
        .filteredOn(text -> text.endsWith(WEEK))
        .containsExactly("Amazon Elastic Compute Cloud - Compute " + WEEK);
    assertThat(ReportDocument.of(first).compact()).contains("\"requests\":10}");
    explorer.asked().clear();

    CheckReport second = run(2);

    assertThat(explorer.asked()).isNotEmpty().noneMatch(text -> text.endsWith(WEEK));
    assertThat(ReportDocument.of(second).compact())
        .contains("\"usage\":{")
        .doesNotContain("\"advice\":{");
  }

  @Test
  void aWeekThatCannotBeReadIsWarnedOfAndLeavesTheAdviceOpen() {
    explorer
        .lists(Service.EC2, reservation(Sample.WEB, "r-1", START, END))
        .failsOfWeek(
            new Failure(
                "ce:GetReservationUtilization",
                "LimitExceededException",
                "Rate limit exceeded",
                "wait"));

    CheckReport report = run(1);

    assertThat(report.complete()).isTrue();
    assertThat(report.warnings())
        .containsExactly(
            "the use of the last 7 days could not be read: ce:GetReservationUtilization: LimitExceededException, not listed in full: EC2: Rate limit exceeded");
    assertThat(ReportDocument.of(report).compact())
        .contains(
            "\"advice\":{\"verdict\":\"look\",\"reasons\":[\"the use of the last 7 days is not known\"]}");
  }

  @Test
  void theWeekIsNotAskedForWhereTheMonthCouldNotBeRead() {
    Failure denied =
        new Failure("ce:GetReservationUtilization", "AccessDeniedException", "No", "allow it");
    explorer.fails(Service.EC2, denied).failsOfWeek(denied);
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(List.of(Sample.ec2(Sample.WEB, "r-1", END)), List.of(), false));

    CheckReport report = run(1, PAYER, Sample.account("web", Sample.WEB));

    assertThat(explorer.asked()).isNotEmpty().noneMatch(text -> text.endsWith(WEEK));
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("the accounts could not be compared with the payer's Cost Explorer");
  }

  @Test
  void theRequestsForTheWeekCountAgainstTheBoundOfTheRun() {
    PayerInquiry inquiry = new PayerInquiry(explorer, () -> NOW);
    PayerReading first = inquiry.read(PAYER, Optional.empty(), Stop.onRequest());
    PayerReading all =
        new PayerReading(
            first.payer(),
            first.caller(),
            first.asked(),
            first.window(),
            200,
            first.refusal(),
            first.listings(),
            first.warnings());

    assertThat(inquiry.readRecent(PAYER, all, List.of(Service.EC2), Stop.onRequest()).failures())
        .extracting(Failure::code)
        .containsExactly("RequestLimit");
  }
}
