package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unread;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {
  private static final AlertComposer DIGEST = new AlertComposer(Grouping.DIGEST);
  private static final Unread DATA_RDS =
      Sample.unread(
          Sample.DATA, "eu-west-1", Service.RDS, Sample.denied("rds:DescribeReservedDBInstances"));

  private static String mail(Finding... findings) {
    return mail(AlertSample.summary(List.of(findings)));
  }

  private static String mail(CheckSummary summary) {
    return AlertSample.only(AlertSample.compose(DIGEST, summary)).mail();
  }

  @Test
  void callsASavingsPlanByItsName() {
    assertThat(
            mail(
                Sample.expiring(
                    Sample.savingsPlan(Sample.WEB, "sp-1", "2026-05-11T03:59:59Z"), 7, 60)))
        .startsWith(
            """
            1 AWS Savings Plan ends in 7 days.
            A Savings Plan does not renew: once it has ended, what it covered is billed at
            the on-demand price. Buy its successor, or let it go on purpose.

            ENDS IN 7 DAYS - last day Mon 11 May 2026 (UTC)

              web-prod (222233334444), global, Savings Plans
            """);
  }

  @Test
  void tellsWhatEndsWhenAndWhatCouldNotBeRead() {
    assertThat(mail(AlertSample.WEB_IN_7_DAYS, AlertSample.DATA_IN_29_DAYS, DATA_RDS))
        .isEqualTo(
            """
            2 AWS reservations end soon, the first in 7 days.
            A reservation does not renew: once it has ended, what it covered is billed at
            the on-demand price. Buy its successor, or let it go on purpose.

            INCOMPLETE: 1 target could not be read; the end of this mail says why.

            By milestone:
              7 days: 1 ends
              30 days: 1 ends

            ENDS IN 7 DAYS - last day Mon 11 May 2026 (UTC)

              web-prod (222233334444), us-east-1, EC2
              4 × m5.large, Linux/UNIX, No Upfront, standard
              4357912c-0000-4000-8000-6d2f0e6f0001, ends 03:59 UTC
              to renew: queue its purchase now, for 2026-05-11T03:59:59Z
              https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#ReservedInstances:

            ENDS IN 29 DAYS - last day Tue 2 Jun 2026 (UTC)

              data-prod (333344445555), eu-west-1, RDS
              1 × db.r6g.large, postgresql, Multi-AZ, All Upfront
              orders-2025, ends 09:30 UTC
              to renew: buy it on the last day (RDS queues none)
              https://eu-west-1.console.aws.amazon.com/rds/home?region=eu-west-1#reserved-instances:

            COULD NOT BE READ - a commitment there may be ending unseen

              data-prod (333344445555), eu-west-1 RDS
              rds:DescribeReservedDBInstances: AccessDenied, not authorized to perform rds:DescribeReservedDBInstances
              To mend it: allow rds:DescribeReservedDBInstances in the policy of the role that reads this account

            To hear no more of one, add to accounts.json:
            "ignore": [{ "commitmentId": "its id", "until": "YYYY-MM-DD", "reason": "why" }]
            Read: 3 of 3 accounts, 101 targets (account x region x service), 340 active commitments.
            As of Mon 4 May 2026 (UTC); told 60, 30, 7, 1 days before the end.
            """);
  }

  @Test
  void tellsOfOneThatEndsToday() {
    Expiring today =
        Sample.expiring(Sample.rds(Sample.DATA, "orders", "2026-05-04T22:00:00Z"), 0, 1);

    assertThat(mail(today))
        .isEqualTo(
            """
            1 AWS reservation ends today.
            A reservation does not renew: once it has ended, what it covered is billed at
            the on-demand price. Buy its successor, or let it go on purpose.

            ENDS TODAY - last day Mon 4 May 2026 (UTC)

              data-prod (333344445555), eu-west-1, RDS
              1 × db.r6g.large, postgresql, Multi-AZ, All Upfront
              orders, ends 22:00 UTC
              to renew: buy it on the last day (RDS queues none)
              https://eu-west-1.console.aws.amazon.com/rds/home?region=eu-west-1#reserved-instances:

            To hear no more of one, add to accounts.json:
            "ignore": [{ "commitmentId": "its id", "until": "YYYY-MM-DD", "reason": "why" }]
            Read: 3 of 3 accounts, 102 targets (account x region x service), 340 active commitments.
            As of Mon 4 May 2026 (UTC); told 60, 30, 7, 1 days before the end.
            """);
  }

  @Test
  void saysThatNothingWasFoundWhereNotAllCouldBeRead() {
    Unread tools = Sample.unread(Sample.TOOLS, Sample.denied("sts:AssumeRole"));
    Unread dataEc2 =
        Sample.unread(
            Sample.DATA,
            "us-east-1",
            Service.RDS,
            Sample.denied("rds:DescribeReservedDBInstances"));

    assertThat(mail(tools, DATA_RDS, dataEc2))
        .isEqualTo(
            """
            INCOMPLETE: 1 account and 2 targets could not be read.
            In what could be read, no commitment is about to end.

            COULD NOT BE READ - a commitment there may be ending unseen

              tools (111122223333), the whole account
              sts:AssumeRole: AccessDenied, not authorized to perform sts:AssumeRole
              To mend it: allow sts:AssumeRole in the policy of the role that reads this account

              data-prod (333344445555), eu-west-1 RDS, us-east-1 RDS
              rds:DescribeReservedDBInstances: AccessDenied, not authorized to perform rds:DescribeReservedDBInstances
              To mend it: allow rds:DescribeReservedDBInstances in the policy of the role that reads this account

            Read: 3 of 3 accounts, 99 targets (account x region x service), 340 active commitments.
            As of Mon 4 May 2026 (UTC); told 60, 30, 7, 1 days before the end.
            """);
  }

  @Test
  void namesDayAndTimeInTheZoneOfTheCheck() {
    Expiring lateInUtc =
        Sample.expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-10T15:30:00Z"), 7, 7);
    CheckSummary inTokyo =
        new CheckSummary(
            new CheckTerms(
                new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("Asia/Tokyo")),
                Milestones.DEFAULT),
            new ReadCounts(1, 1, 1, 0, 1),
            AlertSample.labels(AlertSample.NAMES),
            new Found(List.of(lateInUtc), History.NONE, 0),
            PayerKnowledge.NONE);

    assertThat(mail(inTokyo))
        .contains("ENDS IN 7 DAYS - last day Mon 11 May 2026 (Asia/Tokyo)\n")
        .contains("  r-1, ends 00:30 JST\n")
        .contains("As of Mon 4 May 2026 (Asia/Tokyo)");
  }

  @Test
  void saysThatAStateIsNotKnown() {
    Expiring exchanging =
        Sample.expiring(
            Sample.ec2(
                Sample.WEB,
                "r-1",
                "2026-05-11T03:59:59Z",
                new CommitmentState.Unknown("exchanging")),
            7,
            7);

    assertThat(mail(exchanging))
        .contains(
            "  state 'exchanging', which this version does not know: look whether it counts\n");
  }

  @Test
  void replacesControlCharactersInNamesAndIds() {
    Expiring forged =
        Sample.expiring(Sample.ec2(Sample.WEB, "r-1\nr-2", "2026-05-11T03:59:59Z"), 7, 7);
    CheckSummary summary =
        AlertSample.summary(
            List.of(forged), Map.of(Sample.WEB, "web\u001B[2J\r\nENDS TODAY\u202E"));

    assertThat(mail(summary))
        .contains("  web\uFFFD[2J\uFFFD\uFFFDENDS TODAY\uFFFD (222233334444), us-east-1, EC2\n")
        .contains("  r-1\uFFFDr-2, ends 03:59 UTC\n")
        .doesNotContain("\u001B", "\r", "\u202E");
  }

  @Test
  void namesAnAccountByItsIdWhereTheFileDoesNot() {
    assertThat(mail(AlertSample.summary(List.of(AlertSample.WEB_IN_7_DAYS), Map.of())))
        .contains("  222233334444 (222233334444), us-east-1, EC2\n");
  }

  @Test
  @DefaultLocale("ar-EG")
  void isTheSameWhateverTheMachinesLocale() {
    assertThat(mail(AlertSample.WEB_IN_7_DAYS))
        .contains("ENDS IN 7 DAYS - last day Mon 11 May 2026 (UTC)\n")
        .contains("Read: 3 of 3 accounts, 102 targets")
        .contains("As of Mon 4 May 2026 (UTC)");
  }

  @Test
  void linksToTheConsoleOfThePartition() {
    assertThat(ConsoleLink.of(in("cn-north-1"), Optional.empty()))
        .hasValue(
            "https://cn-north-1.console.amazonaws.cn/ec2/home?region=cn-north-1#ReservedInstances:");
    assertThat(ConsoleLink.of(in("us-gov-west-1"), Optional.empty()))
        .hasValue(
            "https://us-gov-west-1.console.amazonaws-us-gov.com/ec2/home?region=us-gov-west-1#ReservedInstances:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us-iso-east-1",
        "us-isob-west-1",
        "us-isof-south-1",
        "eu-isoe-west-1",
        "eusc-de-east-1"
      })
  void leavesTheLinkOutWhereNoAddressIsPublished(String region) {
    assertThat(mail(Sample.expiring(in(region), 7, 7)))
        .contains("  to renew: queue its purchase now, for 2026-05-11T03:59:59Z\n\nTo hear no")
        .doesNotContain("https://");
  }

  @Test
  void saysInWhichOrganizationalUnitAnAccountIs() {
    CheckSummary summary =
        AlertSample.summary(
            List.of(
                AlertSample.WEB_IN_7_DAYS,
                Sample.unread(Sample.DATA, Sample.denied("sts:AssumeRole"))),
            AlertSample.labels(
                Sample.account("web-prod", Sample.WEB).in("Workloads/Prod\u001B"),
                Sample.account("data-prod", Sample.DATA).in("Workloads/Data")));

    assertThat(mail(summary))
        .contains("  web-prod (222233334444) in Workloads/Prod\uFFFD, us-east-1, EC2\n")
        .contains("  data-prod (333344445555) in Workloads/Data, the whole account\n");
  }

  @Test
  void saysNothingOfAUnitForAnAccountBelowTheRoot() {
    CheckSummary summary =
        AlertSample.summary(
            List.of(AlertSample.WEB_IN_7_DAYS),
            AlertSample.labels(Sample.account("web-prod", Sample.WEB).in("")));

    assertThat(mail(summary)).contains("  web-prod (222233334444), us-east-1, EC2\n");
  }

  @Test
  void saysThatTheOrganizationWouldNotTellItsAccounts() {
    Unread unlisted =
        Sample.unread(
            new PlaceFailure(new Place.Organization(), Sample.denied("organizations:ListRoots")));

    assertThat(mail(unlisted))
        .contains(
            """

              the organization, its list of accounts
              organizations:ListRoots: AccessDenied, not authorized to perform organizations:ListRoots
            """);
  }

  static Commitment in(String region) {
    Commitment commitment = AlertSample.WEB_IN_7_DAYS.commitment();
    return new Commitment(
        commitment.accountId(),
        region,
        commitment.service(),
        commitment.id(),
        commitment.state(),
        commitment.covered(),
        commitment.offering(),
        commitment.term(),
        commitment.hourlyPrice(),
        commitment.label());
  }
}
