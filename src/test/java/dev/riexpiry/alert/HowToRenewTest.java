package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.AdviceReason;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Source;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HowToRenewTest {
  private static final String END = "2026-05-11T03:59:59Z";
  private static final List<AdviceReason> REASONS = List.of(new AdviceReason.RenewedAlready());

  /// Four instances, of which EC2 can queue a purchase.
  private static final Commitment FOUR = Sample.ec2(Sample.WEB, "r-1", END);

  private static String howToRenew(Commitment commitment) {
    Expiring expiring = Sample.expiring(commitment, 7, 7);
    return HowToRenew.of(expiring, AlertSample.summary(List.of(expiring))).orElseThrow();
  }

  private static Optional<String> howToRenew(Commitment commitment, Advice advice) {
    Expiring expiring = Sample.expiring(commitment, 7, 7);
    return HowToRenew.of(expiring, summary(expiring, advice));
  }

  private static CheckSummary summary(Expiring expiring, Advice advice) {
    return ReportFixture.summary(
        new ReadCounts(1, 1, 1, 0, 1),
        ReportFixture.labels(),
        List.of(expiring),
        new PayerKnowledge(
            new Appraisals(
                Map.of(
                    Appraisals.Key.of(expiring.commitment()),
                    new Appraisal(Source.BOTH, Optional.empty(), Optional.empty()).with(advice))),
            Reconciliation.OFF));
  }

  private static Commitment resources(Service service, Scope scope) {
    return new Commitment(
        Sample.WEB,
        "us-east-1",
        service,
        "c-1",
        CommitmentState.Known.ACTIVE,
        new Covered.Resources(
            "some.large", 4, Unit.INSTANCES, scope, Optional.empty(), Optional.empty(), false),
        new Offering(Optional.empty(), Optional.empty()),
        new Term(Instant.parse(END).minusSeconds(86_400), Instant.parse(END)),
        Optional.empty(),
        Label.NONE);
  }

  @Test
  void queuesWhatAWSTakesAQueuedPurchaseOf() {
    assertThat(howToRenew(FOUR)).isEqualTo("queue its purchase now, for " + END);
    assertThat(howToRenew(Sample.savingsPlan(Sample.WEB, "sp-1", END)))
        .isEqualTo("queue its purchase now, for " + END);
  }

  @Test
  void buysForAZoneOnTheDay() {
    assertThat(howToRenew(resources(Service.EC2, new Scope.Zone("us-east-1a"))))
        .isEqualTo("buy it on the last day (EC2 queues none for a zone)");
  }

  @ParameterizedTest
  @EnumSource(
      value = Service.class,
      names = {"EC2", "SAVINGS_PLANS", "EC2_CAPACITY_BLOCK"},
      mode = EnumSource.Mode.EXCLUDE)
  void buysTheRestOnTheDay(Service service) {
    assertThat(howToRenew(resources(service, new Scope.Region("us-east-1"))))
        .isEqualTo("buy it on the last day (" + service.label() + " queues none)");
  }

  @Test
  void extendsACapacityBlock() {
    assertThat(howToRenew(resources(Service.EC2_CAPACITY_BLOCK, new Scope.Zone("us-east-1a"))))
        .isEqualTo("extend it while it runs, or reserve another block");
  }

  @Test
  void saysNothingOfWhatHadBetterBeLetGo() {
    assertThat(howToRenew(FOUR, Advice.letGo(REASONS))).isEmpty();
    assertThat(howToRenew(FOUR, Advice.renewed())).isEmpty();
  }

  @Test
  void saysHowMuchWhereAPartIsWorthIt() {
    assertThat(howToRenew(FOUR, Advice.renewPart(3, REASONS)))
        .contains("queue a purchase of 3 of 4 now, for " + END);
    assertThat(
            howToRenew(
                resources(Service.RDS, new Scope.Region("us-east-1")),
                Advice.renewPart(1, REASONS)))
        .contains("buy 1 of 4 on the last day (RDS queues none)");
  }

  @Test
  void saysHowMuchWhereTheRestIsRenewedAlready() {
    assertThat(howToRenew(FOUR, Advice.renew(1, REASONS)))
        .contains("queue a purchase of 1 of 4 now, for " + END);
    assertThat(howToRenew(FOUR, Advice.renew(4, REASONS)))
        .contains("queue its purchase now, for " + END);
  }

  @Test
  void leavesOpenHowMuchWhereNobodyJudgedIt() {
    Expiring partly =
        renewed(
            new Renewal.Partial(
                List.of(replacement(Duration.ZERO)), BigDecimal.valueOf(4), List.of()));

    assertThat(HowToRenew.of(partly, AlertSample.summary(List.of(partly))))
        .contains("queue a purchase of what is missing now, for " + END);
    assertThat(HowToRenew.of(partly, summary(partly, Advice.look(REASONS))))
        .contains("queue a purchase of what is missing now, for " + END);
  }

  @Test
  void doesNotTellToBuyTwiceWhatIsBoughtAfterAGap() {
    Expiring late = renewed(new Renewal.Full(List.of(replacement(Duration.ofDays(2)))));

    assertThat(HowToRenew.of(late, AlertSample.summary(List.of(late)))).isEmpty();
  }

  private static Expiring renewed(Renewal renewal) {
    return new Expiring(FOUR, 7, 7, renewal, Origins.NONE);
  }

  private static Renewal.Replacement replacement(Duration gap) {
    return new Renewal.Replacement(
        Sample.ec2(Sample.WEB, "r-2", "2027-05-11T03:59:59Z"), BigDecimal.TWO, gap, 0);
  }
}
