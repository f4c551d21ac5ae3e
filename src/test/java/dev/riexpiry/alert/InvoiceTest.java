package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Source;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a mail says of the invoice: where some was paid upfront, it rises by more than what was
/// saved.
class InvoiceTest {
  private static final String END = "2026-05-11T03:59:59Z";

  /// Paid upfront in full.
  private static final Commitment UPFRONT = Sample.rds(Sample.WEB, "orders", END);

  private static final Commitment NO_UPFRONT = Sample.ec2(Sample.WEB, "r-1", END);

  private final Map<Appraisals.Key, Appraisal> known = new HashMap<>();

  private void worth(Commitment commitment, int atStake, Optional<Integer> recurring) {
    known.put(
        Appraisals.Key.of(commitment),
        new Appraisal(
            Source.BOTH,
            Optional.empty(),
            Optional.of(
                new Worth(
                    Optional.of("USD"),
                    Optional.of(new BigDecimal(70)),
                    Optional.of(new BigDecimal(70 + atStake)),
                    Optional.of(new BigDecimal(atStake)),
                    Optional.empty(),
                    recurring.map(BigDecimal::valueOf)))));
  }

  private String mail(Commitment... commitments) {
    return mail(List.of(commitments).stream().map(item -> Sample.expiring(item, 7, 7)).toList());
  }

  private String mail(List<? extends Finding.OfCommitment> findings) {
    return AlertSample.only(
            AlertSample.compose(
                new AlertComposer(Grouping.DIGEST),
                ReportFixture.summary(
                    new ReadCounts(1, 1, 1, 0, 1),
                    ReportFixture.labels(),
                    findings,
                    new PayerKnowledge(new Appraisals(known), Reconciliation.OFF))))
        .mail();
  }

  @Test
  void risesByTheOnDemandPriceLessWhatIsStillBilled() {
    worth(UPFRONT, 30, Optional.of(0));

    assertThat(mail(UPFRONT))
        .contains(
            """
            At stake: 30.00 USD a month in net savings.
            Some of it was paid upfront: the invoice rises by 100.00 USD a month.
            """)
        .contains(
            """
              saves 30.00 USD a month (amortised; costs 70.00, on demand 100.00)
              paid upfront: once it has ended, the invoice rises by 100.00 USD a month
            """);
  }

  @Test
  void isNotMentionedWhereNothingWasPaidUpfront() {
    worth(NO_UPFRONT, 30, Optional.of(70));

    assertThat(mail(NO_UPFRONT)).contains("At stake: 30.00").doesNotContain("invoice");
  }

  @Test
  void isAddedUpWithWhatWasNotPaidUpfront() {
    worth(UPFRONT, 30, Optional.of(20));
    worth(NO_UPFRONT, 10, Optional.of(70));

    assertThat(mail(UPFRONT, NO_UPFRONT))
        .contains("At stake: 40.00 USD a month")
        .contains("the invoice rises by 90.00 USD a month.\n");
  }

  @Test
  void isNotGuessedWhereThePayerDoesNotSayWhatIsStillBilled() {
    worth(UPFRONT, 30, Optional.empty());

    assertThat(mail(UPFRONT)).contains("At stake: 30.00").doesNotContain("invoice");
  }

  @Test
  void andTheSavingAreToldAsPastOfWhatIsOver() {
    Commitment over = Sample.rds(Sample.WEB, "orders", "2026-05-03T03:59:59Z");
    worth(over, 30, Optional.of(0));

    assertThat(mail(List.of(Lapsed.atTerm(over, 1))))
        .contains("  saved 30.00 USD a month (amortised; cost 70.00, on demand 100.00)\n")
        .doesNotContain("saves")
        .doesNotContain("invoice");
  }
}
