package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.policy.LapseWindow;
import dev.riexpiry.policy.Purchase;
import dev.riexpiry.policy.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tests the text of messages about renewals and payments, as of 4 May 2026.
class RenewedMailTest {
  private static final Rules RULES =
      new Rules(AlertSample.CHECK_DATE, Milestones.DEFAULT, LapseWindow.DEFAULT, IgnoreRules.NONE);

  private static List<Alert> alerts(Grouping grouping, List<Purchase> purchases) {
    return AlertSample.compose(
        grouping, RULES.judge(purchases.stream().map(Purchase::commitment).toList()).findings());
  }

  private static Purchase ending(String id, String type) {
    return Purchase.ec2(id, 1, type);
  }

  private static Purchase successor(String id, String type) {
    return Purchase.ec2(id, 1, type).queued();
  }

  private static Purchase failed(String id) {
    return Purchase.ec2(id, 1, "c6g.large").queued().in(CommitmentState.Known.PAYMENT_FAILED);
  }

  @Test
  void saysInTheirOwnMoneyWhatOfASavingsPlanIsNotRenewed() {
    String mail =
        AlertSample.only(
                alerts(
                    Grouping.DIGEST,
                    List.of(
                        Purchase.plan("r", "Compute", "1.00"),
                        Purchase.plan("q", "Compute", "0.40").queued())))
            .mail();

    assertThat(mail).contains("  renewed in part by q; not renewed: 0.60 of 1.00 USD an hour\n");
  }

  @Test
  void namesEveryOneThatTakesOver() {
    String mail =
        AlertSample.only(
                alerts(
                    Grouping.DIGEST,
                    List.of(
                        ending("open", "r5.large"),
                        Purchase.ec2("r", 2, "m5.large"),
                        successor("q1", "m5.large"),
                        successor("q2", "m5.large"))))
            .mail();

    assertThat(mail).contains("    2 × m5.large, r by q1, q2\n");
  }

  @Test
  void doesNotLetWhatIsRenewedHideWhatIsNot() {
    List<Purchase> purchases = new ArrayList<>(List.of(ending("open", "r5.large")));
    IntStream.range(0, 40)
        .forEach(i -> {
          purchases.add(ending("old-%02d".formatted(i), "m5.large"));
          purchases.add(successor("new-%02d".formatted(i), "m5.large"));
        });

    Alert alert = AlertSample.only(alerts(Grouping.DIGEST, purchases));

    assertThat(alert.mail())
        .contains("old-29 by new-29\n  and 10 more; the report of this run names each.\n")
        .doesNotContain("old-30");
    assertThat(alert.json()).contains("\"old-29\"").doesNotContain("\"old-30\"");
  }

  @Test
  void tellsAnAccountOfItsOwnRenewalsOnly() {
    List<Alert> alerts =
        alerts(
            Grouping.ACCOUNT,
            List.of(
                ending("web-open", "r5.large"),
                ending("web-old", "m5.large"),
                successor("web-new", "m5.large"),
                ending("data-old", "m5.large").of(Sample.DATA),
                successor("data-new", "m5.large").of(Sample.DATA)));

    assertThat(AlertSample.only(alerts).mail())
        .contains("web-old by web-new")
        .doesNotContain("data-old");
  }

  @Test
  void tellsTheOwnerOfAPurchaseThatFailed() {
    List<Alert> alerts =
        alerts(
            Grouping.ACCOUNT,
            List.of(ending("web-open", "r5.large"), failed("data-failed").of(Sample.DATA)));

    assertThat(alerts)
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation ends in 7 days: web-prod", "AWS purchases: 1 not paid: data-prod");
    assertThat(alerts.getLast().attributes().accountIds()).containsExactly(Sample.DATA);
    assertThat(alerts.getLast().attributes().serviceArray()).isEqualTo("[\"ec2\"]");
    assertThat(alerts.getLast().attributes().minDaysLeft()).isEmpty();
    assertThat(alerts.getLast().mail())
        .startsWith(
            "1 AWS purchase is not paid.\nElsewhere the check found 1 expiring commitment; other messages tell of them.\n");
  }

  @Test
  void losesNothingWhereAMessageHasToBeSplit() {
    List<Purchase> purchases = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> purchases.add(failed("failed-%03d".formatted(i))));
    IntStream.range(0, 300)
        .forEach(i -> purchases.add(ending("open-%03d".formatted(i), "r5.large")));

    List<Alert> alerts = alerts(Grouping.DIGEST, purchases);

    assertThat(alerts)
        .hasSizeGreaterThan(1)
        .allSatisfy(alert -> assertThat(alert.bytes()).isLessThanOrEqualTo(Alert.MAX_BYTES));
    assertThat(alerts.stream().mapToInt(alert -> alert.findings(Unpaid.class).size()).sum())
        .isEqualTo(100);
    assertThat(alerts.stream().mapToInt(alert -> alert.findings(Expiring.class).size()).sum())
        .isEqualTo(300);
    assertThat(alerts.getFirst().mail()).contains("failed-000");
  }

  @Test
  void saysNothingWhereEverythingIsRenewed() {
    assertThat(
            alerts(Grouping.DIGEST, List.of(ending("r", "m5.large"), successor("q", "m5.large"))))
        .isEmpty();
  }

  @Test
  void aFailedPurchaseAmongRenewalsSaysThatTheOthersAreRenewed() {
    assertThat(
            AlertSample.only(
                    alerts(
                        Grouping.DIGEST,
                        List.of(ending("r", "m5.large"), successor("q", "m5.large"), failed("f"))))
                .mail())
        .startsWith(
            """
            1 AWS purchase is not paid.
            In what could be read, no commitment is about to end that is not renewed.
            """);
  }

  @Test
  void cleansNamesThatComeFromOutside() {
    assertThat(
            AlertSample.only(
                    alerts(
                        Grouping.DIGEST,
                        List.of(
                            ending("open", "r5.large"),
                            ending("r\n", "m5.large"),
                            successor("q\u0007", "m5.large"),
                            failed("f\u001B[1m"))))
                .mail())
        .doesNotContain("\u0007", "\u001B", "r\n ")
        .contains("r\uFFFD by q\uFFFD");
  }
}
