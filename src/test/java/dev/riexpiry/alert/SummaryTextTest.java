package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Source;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
  private static final int AMPLE = 16 * 1024;

  private final Map<Appraisals.Key, Appraisal> known = new HashMap<>();
  private final List<Expiring> expiring = new ArrayList<>();

  private void ending(AccountId account, int daysLeft, int milestone, int atStake) {
    Commitment commitment =
        Sample.ec2(
            account, "r-" + expiring.size(), "2026-05-%02dT03:59:59Z".formatted(4 + daysLeft));
    known.put(
        Appraisals.Key.of(commitment),
        new Appraisal(
            Source.PAYER,
            Optional.empty(),
            Optional.of(
                new Worth(
                    Optional.of("USD"),
                    Optional.of(BigDecimal.ONE),
                    Optional.empty(),
                    Optional.of(BigDecimal.valueOf(atStake)),
                    Optional.empty(),
                    Optional.empty()))));
    expiring.add(Sample.expiring(commitment, daysLeft, milestone));
  }

  private CheckSummary summary() {
    return ReportFixture.summary(
        new ReadCounts(1, 1, 1, 0, expiring.size()),
        ReportFixture.labels(),
        List.copyOf(expiring),
        new PayerKnowledge(new Appraisals(known), Reconciliation.OFF));
  }

  private List<String> lines(int budget) {
    return SummaryText.lines(expiring, summary(), budget);
  }

  @Test
  void saysNothingTwiceOfWhatIsInSightAnyway() {
    ending(Sample.WEB, 7, 7, 100);

    assertThat(lines(AMPLE)).isEmpty();
  }

  @Test
  void countsByMilestoneWhatEndsAndWhatIsAtStake() {
    ending(Sample.WEB, 1, 1, 10);
    ending(Sample.WEB, 6, 7, 100);
    ending(Sample.WEB, 7, 7, -20);

    assertThat(lines(AMPLE))
        .containsExactly(
            "By milestone:",
            "  1 day: 1 ends, 10.00 USD a month",
            "  7 days: 2 end, 100.00 USD a month");
  }

  @Test
  void namesOfManyTheTenWithTheMostMoneyOfEachMilestone() {
    for (int i = 1; i <= 12; i++) {
      ending(Sample.WEB, 7, 7, i);
    }

    assertThat(lines(AMPLE))
        .hasSize(3 + SummaryText.LARGEST)
        .startsWith(
            "By milestone:",
            "  7 days: 12 end, 78.00 USD a month",
            "Within 7 days, the most money first:")
        .satisfies(lines -> assertThat(lines.get(3)).startsWith("  12.00 USD: "))
        .satisfies(lines -> assertThat(lines.getLast()).startsWith("  3.00 USD: "));
  }

  @Test
  void addsUpByAccountWhereTheEntriesAreALineEach() {
    for (int i = 0; i < MessageDraft.IN_FULL; i++) {
      ending(Sample.WEB, 7, 7, 1);
    }
    ending(Sample.DATA, 7, 7, 1000);

    List<String> lines = lines(AMPLE);
    List<String> accounts = lines.subList(lines.indexOf("By account:") + 1, lines.size());

    assertThat(accounts).hasSize(2);
    assertThat(accounts.getFirst())
        .contains("333344445555")
        .endsWith("1 ends, 1,000.00 USD a month");
    assertThat(accounts.getLast()).contains("222233334444").endsWith("50 end, 50.00 USD a month");
  }

  @Test
  void keepsWithinItsBytesAndSaysSo() {
    for (int i = 1; i <= 200; i++) {
      ending(Sample.WEB, 7, 7, i);
    }

    List<String> lines = lines(500);

    assertThat(lines.stream().mapToInt(line -> RenderedFinding.Measured.of(line).bytes()).sum())
        .isLessThanOrEqualTo(500);
    assertThat(lines.getLast()).contains("cut here");
  }

  @Test
  void standsInTheFirstOfManyMessagesOnly() {
    for (int i = 1; i <= 1000; i++) {
      ending(Sample.WEB, 7, 7, i);
    }

    List<Alert> alerts = AlertSample.compose(new AlertComposer(Grouping.DIGEST), summary());

    assertThat(alerts).hasSizeGreaterThan(1);
    assertThat(alerts.getFirst().mail()).contains("By milestone:\n  7 days: 1,000 end, 500,500.00");
    assertThat(alerts.subList(1, alerts.size()))
        .allSatisfy(alert -> assertThat(alert.mail()).doesNotContain("By milestone:"));
    assertThat(alerts)
        .allSatisfy(alert -> assertThat(alert.bytes()).isLessThanOrEqualTo(Alert.MAX_BYTES));
  }

  @Test
  void theFirstScreenOfAThousandSaysWhatMattersForAllOfThem() {
    int[][] milestones = {{1, 1}, {5, 7}, {20, 30}, {26, 60}};
    for (int i = 0; i < 1000; i++) {
      int[] milestone = milestones[i % milestones.length];
      ending(Sample.WEB, milestone[0], milestone[1], 1 + i);
    }
    List<Finding> findings = new ArrayList<>(expiring);
    findings.add(
        Unread.on(
            AlertSample.CHECK_DATE.date(),
            new Place.Account(Sample.DATA),
            Sample.denied("sts:AssumeRole"),
            Outage.since(AlertSample.CHECK_DATE.date())));

    List<Alert> alerts =
        AlertSample.compose(
            new AlertComposer(Grouping.DIGEST),
            ReportFixture.summary(
                new ReadCounts(2, 1, 1, 1, 1000),
                ReportFixture.labels(),
                findings,
                new PayerKnowledge(new Appraisals(known), Reconciliation.OFF)));

    List<String> screen = alerts.getFirst().mail().lines().limit(25).toList();
    assertThat(screen)
        .startsWith("1,000 AWS reservations end soon, the first tomorrow.")
        .containsSubsequence(
            "At stake: 500,500.00 USD a month in net savings.",
            "INCOMPLETE: 1 account could not be read; the end of the last message says why.",
            "This is message 1 of "
                + alerts.size()
                + "; the check found 1,000 expiring commitments in all.",
            "By milestone:",
            "  1 day: 250 end, 124,750.00 USD a month",
            "  7 days: 250 end, 125,000.00 USD a month",
            "  30 days: 250 end, 125,250.00 USD a month",
            "  60 days: 250 end, 125,500.00 USD a month",
            "Within 1 day, the most money first:");
    assertThat(screen.getLast()).startsWith("  961.00 USD: ");
    long bytes = alerts.stream().mapToLong(Alert::bytes).sum();
    assertThat(alerts.size()).isEqualTo((int) Math.ceilDiv(bytes, (long) Alert.MAX_BYTES));
  }
}
