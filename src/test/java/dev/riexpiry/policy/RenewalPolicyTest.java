package dev.riexpiry.policy;

import static dev.riexpiry.policy.Purchase.amountlessPlan;
import static dev.riexpiry.policy.Purchase.ec2;
import static dev.riexpiry.policy.Purchase.ec2Plan;
import static dev.riexpiry.policy.Purchase.plan;
import static dev.riexpiry.policy.Purchase.rds;
import static dev.riexpiry.policy.Purchase.rdsMultiAz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Renewal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The check date of every case is 4 May 2026, in UTC, with the usual milestones. What is not said
/// to be anything else is active and ends on 11 May at 03:59:59.
class RenewalPolicyTest {
  private static final CheckDate CHECK_DATE =
      new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC"));

  /// @param name the rule
  /// @param outcome what is expected of each that is expiring, in the order of their end
  /// @param found everything that was read
  record Case(String name, String outcome, List<Purchase> found) {
    static Case of(String name, String outcome, Purchase... found) {
      return new Case(name, outcome, List.of(found));
    }

    @Override
    public String toString() {
      return name + ": " + outcome;
    }
  }

  static Stream<Case> whoTakesOver() {
    return Stream.of(
        Case.of("nothing was bought", "none", ec2("r", 4, "m5.large")),
        Case.of(
            "an exact twin is queued",
            "covered by q",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large").queued()),
        Case.of(
            "a twin queued to begin before the end leaves no gap",
            "covered by q",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large").queued("2026-05-09T00:00:00Z")),
        Case.of(
            "a twin of half the number",
            "partly 0.5 by q",
            ec2("r", 4, "m5.large"),
            ec2("q", 2, "m5.large").queued()),
        Case.of(
            "a twin of half the size",
            "partly 0.5 by q",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.medium").queued()),
        Case.of(
            "a twin of twice the size and half the number",
            "covered by q",
            ec2("r", 4, "m5.large"),
            ec2("q", 2, "m5.xlarge").queued()),
        Case.of(
            "two share what covers one of them: the one that ends first has it",
            "r1 covered by q, r2 none",
            ec2("r1", 4, "m5.large"),
            ec2("r2", 4, "m5.large").ending("2026-05-12T03:59:59Z"),
            ec2("q", 4, "m5.large").queued("2026-05-10T00:00:00Z")),
        Case.of(
            "what the first leaves of a bigger one goes to the next",
            "r1 covered by q, r2 partly 0.5 by q",
            ec2("r1", 4, "m5.large"),
            ec2("r2", 4, "m5.large").ending("2026-05-12T03:59:59Z"),
            ec2("q", 3, "m5.xlarge").queued("2026-05-10T00:00:00Z")),
        Case.of(
            "two together take over one",
            "covered by q1 and q2",
            ec2("r", 4, "m5.large"),
            ec2("q1", 1, "m5.xlarge").queued(),
            ec2("q2", 2, "m5.large").queued()),
        Case.of(
            "another region",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large").queued().inRegion("us-west-2")),
        Case.of(
            "another account",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large").queued().of(Sample.DATA)),
        Case.of(
            "another platform",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large").queued().on("Windows")),
        Case.of(
            "a platform spelled as it was outside a VPC is the same",
            "covered by q",
            ec2("r", 4, "m5.large").on("Linux/UNIX (Amazon VPC)"),
            ec2("q", 4, "m5.large").queued()),
        Case.of(
            "another tenancy",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large").queued().tenancy("dedicated")),
        Case.of(
            "another family", "none", ec2("r", 4, "m5.large"), ec2("q", 4, "m6i.large").queued()),
        Case.of(
            "sizes count on Linux only",
            "none",
            ec2("r", 4, "m5.large").on("Windows"),
            ec2("q", 2, "m5.xlarge").queued().on("Windows")),
        Case.of(
            "the same size on another platform than Linux",
            "partly 0.75 by q",
            ec2("r", 4, "m5.large").on("Windows"),
            ec2("q", 3, "m5.large").queued().on("Windows")),
        Case.of(
            "sizes do not matter with default tenancy only",
            "none",
            ec2("r", 4, "m5.large").tenancy("dedicated"),
            ec2("q", 2, "m5.xlarge").queued().tenancy("dedicated")),
        Case.of(
            "sizes are fixed in families with accelerators",
            "none",
            ec2("r", 2, "g5.xlarge"),
            ec2("q", 1, "g5.2xlarge").queued()),
        Case.of(
            "bare metal takes over from bare metal",
            "covered by q",
            ec2("r", 1, "m5.metal"),
            ec2("q", 1, "m5.metal").queued()),
        Case.of(
            "bare metal is not compared with sizes",
            "none",
            ec2("r", 1, "m5.metal"),
            ec2("q", 1, "m5.24xlarge").queued()),
        Case.of(
            "the same zone",
            "covered by q",
            ec2("r", 4, "m5.large").inZone("us-east-1b"),
            ec2("q", 4, "m5.large").queued().inZone("us-east-1b")),
        Case.of(
            "another zone",
            "none",
            ec2("r", 4, "m5.large").inZone("us-east-1b"),
            ec2("q", 4, "m5.large").queued().inZone("us-east-1c")),
        Case.of(
            "a zone's capacity is not taken over by a region's discount",
            "none",
            ec2("r", 4, "m5.large").inZone("us-east-1b"),
            ec2("q", 4, "m5.large").queued()),
        Case.of(
            "sizes are fixed within a zone",
            "none",
            ec2("r", 4, "m5.large").inZone("us-east-1b"),
            ec2("q", 2, "m5.xlarge").queued().inZone("us-east-1b")),
        Case.of(
            "a convertible one takes over from a standard one",
            "covered by q",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large").queued().convertible()),
        Case.of(
            "a standard one takes over from a convertible one",
            "covered by q",
            ec2("r", 4, "m5.large").convertible(),
            ec2("q", 4, "m5.large").queued()),
        Case.of(
            "exchanging convertibles does not move an end: the new one is expiring itself",
            "none",
            ec2("old", 4, "m5.large").convertible().in(CommitmentState.Known.RETIRED),
            ec2("new", 2, "m5.xlarge")
                .convertible()
                .bought("2026-04-20T10:00:00Z", "2026-05-11T03:59:59Z")),
        Case.of(
            "one that was exchanged lately is needed where it was, however long it lasts",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("x", 4, "m5.large")
                .convertible()
                .bought("2026-04-20T10:00:00Z", "2027-09-01T00:00:00Z")),
        Case.of(
            "queued after the end: the gap is told",
            "covered by q after 21 days",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large").queued("2026-06-01T00:00:00Z")),
        Case.of(
            "the gap of two is the longer one",
            "covered by q1 and q2 after 5 days",
            ec2("r", 4, "m5.large"),
            ec2("q1", 2, "m5.large").queued(),
            ec2("q2", 2, "m5.large").queued("2026-05-16T00:00:00Z")),
        Case.of(
            "the next second is no gap although it is the next day",
            "covered by q",
            ec2("r", 4, "m5.large").ending("2026-05-11T23:59:59Z"),
            ec2("q", 4, "m5.large").queued("2026-05-12T00:00:00Z")),
        Case.of(
            "who begins first serves who ends first, so that no gap grows without need",
            "r1 covered by q1, r2 covered by q2",
            ec2("r1", 4, "m5.large"),
            ec2("r2", 4, "m5.large").ending("2026-05-31T03:59:59Z"),
            ec2("q2", 4, "m5.large").queued("2026-05-31T00:00:00Z"),
            ec2("q1", 4, "m5.large").queued()),
        Case.of(
            "queued, but over before the end",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("q", 4, "m5.large")
                .bought("2026-05-05T00:00:00Z", "2026-05-10T00:00:00Z")
                .in(CommitmentState.Known.QUEUED)),
        Case.of(
            "bought within a week before the end",
            "covered by b",
            ec2("r", 4, "m5.large"),
            ec2("b", 4, "m5.large").bought("2026-05-04T04:00:00Z")),
        Case.of(
            "bought before that week: it may serve something else",
            "perhaps 1 by b",
            ec2("r", 4, "m5.large"),
            ec2("b", 4, "m5.large").bought("2026-05-04T03:59:58Z")),
        Case.of(
            "bought as long before the end as the largest milestone",
            "perhaps 0.5 by b",
            ec2("r", 4, "m5.large"),
            ec2("b", 2, "m5.large").bought("2026-03-12T03:59:59Z")),
        Case.of(
            "bought earlier than that: it serves something else",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("b", 4, "m5.large").bought("2026-03-12T03:59:58Z")),
        Case.of(
            "what may be a renewal is not added to what is one",
            "partly 0.5 by q",
            ec2("r", 4, "m5.large"),
            ec2("b", 2, "m5.large").bought("2026-04-12T03:59:59Z"),
            ec2("q", 2, "m5.large").queued()),
        Case.of(
            "bought for three years",
            "covered by b",
            ec2("r", 4, "m5.large"),
            ec2("b", 4, "m5.large").bought("2026-05-04T05:00:00Z", "2029-05-03T04:59:59Z")),
        Case.of(
            "bought lately, but about to be given back",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("b", 4, "m5.large")
                .bought("2026-05-04T10:00:00Z")
                .in(CommitmentState.Known.PENDING_RETURN)),
        Case.of(
            "bought, not yet paid",
            "perhaps 1 by p",
            ec2("r", 4, "m5.large"),
            ec2("p", 4, "m5.large")
                .bought("2026-05-02T00:00:00Z")
                .in(CommitmentState.Known.PAYMENT_PENDING)),
        Case.of(
            "bought, and not paid after two days",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("p", 4, "m5.large")
                .bought("2026-05-01T23:59:59Z")
                .in(CommitmentState.Known.PAYMENT_PENDING)),
        Case.of(
            "taken back from the queue",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("d", 4, "m5.large").queued().in(CommitmentState.Known.QUEUED_DELETED)),
        Case.of(
            "in a state that is not known",
            "none",
            ec2("r", 4, "m5.large"),
            ec2("u", 4, "m5.large")
                .bought("2026-05-04T10:00:00Z", "2027-05-04T09:59:59Z")
                .in(new CommitmentState.Unknown("paused"))),
        Case.of(
            "two that are expiring do not renew each other",
            "r1 none, r2 none",
            ec2("r1", 4, "m5.large"),
            ec2("r2", 4, "m5.large").bought("2026-04-20T00:00:00Z", "2026-06-20T00:00:00Z")),
        Case.of(
            "RDS: sizes of an open engine",
            "covered by q",
            rds("r", 2, "db.r6g.large", "postgresql"),
            rds("q", 1, "db.r6g.xlarge", "postgresql").bought("2026-05-04T05:00:00Z")),
        Case.of(
            "RDS: a pair in two zones counts double",
            "partly 0.5 by q",
            rdsMultiAz("r", 1, "db.r6g.large", "mysql"),
            rds("q", 1, "db.r6g.large", "mysql").bought("2026-05-04T05:00:00Z")),
        Case.of(
            "RDS: two single ones take over from a pair",
            "covered by q",
            rdsMultiAz("r", 1, "db.r6g.large", "mysql"),
            rds("q", 2, "db.r6g.large", "mysql").bought("2026-05-04T05:00:00Z")),
        Case.of(
            "RDS: another engine",
            "none",
            rds("r", 1, "db.r6g.large", "mysql"),
            rds("q", 1, "db.r6g.large", "mariadb").bought("2026-05-04T05:00:00Z")),
        Case.of(
            "RDS: sizes are fixed where the licence is included",
            "none",
            rds("r", 2, "db.r5.large", "oracle-se2(li)"),
            rds("q", 1, "db.r5.xlarge", "oracle-se2(li)").bought("2026-05-04T05:00:00Z")),
        Case.of(
            "RDS: sizes do not matter with a licence of one's own",
            "covered by q",
            rds("r", 2, "db.r5.large", "oracle-ee(byol)"),
            rds("q", 1, "db.r5.xlarge", "oracle-ee(byol)").bought("2026-05-04T05:00:00Z")),
        Case.of(
            "RDS: a pair is not two where sizes are fixed",
            "none",
            rdsMultiAz("r", 1, "db.r5.large", "sqlserver-se(li)"),
            rds("q", 2, "db.r5.large", "sqlserver-se(li)").bought("2026-05-04T05:00:00Z")),
        Case.of(
            "nodes: the same type",
            "partly 0.5 by q",
            ec2("r", 2, "ra3.4xlarge").on("none").counting(Unit.NODES),
            ec2("q", 1, "ra3.4xlarge").on("none").counting(Unit.NODES).queued()),
        Case.of(
            "capacity blocks do not tell what stands in them",
            "none",
            ec2("r", 1, "Capacity Block").counting(Unit.BLOCKS),
            ec2("q", 1, "Capacity Block").counting(Unit.BLOCKS).queued()),
        Case.of(
            "a type that AWS did not tell is like no other",
            "none",
            ec2("r", 1, "(unknown)"),
            ec2("q", 1, "(unknown)").queued()),
        Case.of(
            "a savings plan of the same type and commitment",
            "covered by q",
            plan("r", "Compute", "1.00"),
            plan("q", "Compute", "1.00").queued()),
        Case.of(
            "a smaller savings plan",
            "partly 0.4 by q",
            plan("r", "Compute", "1.00"),
            plan("q", "Compute", "0.40").queued()),
        Case.of(
            "a savings plan of another type",
            "none",
            plan("r", "Compute", "1.00"),
            plan("q", "SageMaker", "1.00").queued()),
        Case.of(
            "an EC2 Instance savings plan of the same family and region",
            "covered by q",
            ec2Plan("r", "1.00", "m5", "us-east-1"),
            ec2Plan("q", "1.50", "m5", "us-east-1").queued()),
        Case.of(
            "an EC2 Instance savings plan of another family",
            "none",
            ec2Plan("r", "1.00", "m5", "us-east-1"),
            ec2Plan("q", "1.00", "m6i", "us-east-1").queued()),
        Case.of(
            "an EC2 Instance savings plan of another region",
            "none",
            ec2Plan("r", "1.00", "m5", "us-east-1"),
            ec2Plan("q", "1.00", "m5", "us-west-2").queued()),
        Case.of(
            "a savings plan that does not tell its commitment",
            "none",
            amountlessPlan("r", "Compute"),
            amountlessPlan("q", "Compute").queued()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whoTakesOver(Case tried) {
    List<Commitment> found = tried.found().stream().map(Purchase::commitment).toList();

    assertThat(outcome(found)).isEqualTo(tried.outcome());
    assertThat(outcome(found.reversed()))
        .as("whatever the order in which they were read")
        .isEqualTo(tried.outcome());
  }

  @Test
  void nothingRenewsItselfHoweverEarlyItIsTold() {
    Commitment commitment = ec2("r", 4, "m5.large").commitment();
    assertThat(outcome(List.of(commitment), Milestones.of(List.of(Milestones.MAX_DAYS))))
        .isEqualTo("none");
  }

  /// Writes the id of each only where there are several, so that most cases read as their name.
  private static String outcome(List<Commitment> found) {
    return outcome(found, Milestones.DEFAULT);
  }

  private static String outcome(List<Commitment> found, Milestones milestones) {
    List<Expiring> expiring =
        Finding.only(
            Expiring.class,
            new Rules(CHECK_DATE, milestones, LapseWindow.DEFAULT, IgnoreRules.NONE)
                .judge(found)
                .findings());
    return expiring.stream()
        .map(item -> prefix(expiring.size(), item.commitment()) + told(item.renewal()))
        .collect(Collectors.joining(", "));
  }

  private static String prefix(int count, Commitment commitment) {
    return count > 1 ? commitment.id() + " " : "";
  }

  private static String told(Renewal renewal) {
    String by =
        renewal.by().stream()
            .map(replacement -> replacement.commitment().id())
            .collect(Collectors.joining(" and "));
    String gap = renewal.gapDays() == 0 ? "" : " after %s days".formatted(renewal.gapDays());
    return switch (renewal) {
      case Renewal.None() -> renewal.state();
      case Renewal.Partial _, Renewal.Perhaps _ ->
          "%s %s by %s%s".formatted(renewal.state(), renewal.share().toPlainString(), by, gap);
      case Renewal.Full _ -> "%s by %s%s".formatted(renewal.state(), by, gap);
    };
  }
}
