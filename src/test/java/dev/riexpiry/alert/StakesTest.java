package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Expiring;
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

class StakesTest {
  private static final String END = "2026-05-11T03:59:59Z";

  private final Map<Appraisals.Key, Appraisal> known = new HashMap<>();

  private Expiring ending(String id, String currency, String atStake) {
    Commitment commitment = Sample.ec2(Sample.WEB, id, END);
    known.put(
        Appraisals.Key.of(commitment),
        new Appraisal(
            Source.PAYER,
            Optional.empty(),
            Optional.of(
                new Worth(
                    Optional.of(currency),
                    Optional.of(new BigDecimal("1")),
                    Optional.empty(),
                    Optional.of(new BigDecimal(atStake)),
                    Optional.empty(),
                    Optional.empty()))));
    return Sample.expiring(commitment, 7, 7);
  }

  private Stakes stakes(Expiring... findings) {
    CheckSummary summary =
        ReportFixture.summary(
            new ReadCounts(1, 1, 1, 0, 1),
            ReportFixture.labels(),
            List.of(findings),
            new PayerKnowledge(new Appraisals(known), Reconciliation.OFF));
    return Stakes.of(List.of(findings), summary);
  }

  @Test
  void addsWhatIsOfOneCurrencyAndNeverOthers() {
    Stakes stakes =
        stakes(
            ending("r-1", "USD", "4000.25"),
            ending("r-2", "USD", "300"),
            ending("r-3", "CNY", "20"));

    assertThat(stakes.exact()).isEqualTo("20.00 CNY + 4,300.25 USD");
    assertThat(stakes.rounded()).isEqualTo("20 CNY + 4,300 USD");
  }

  @Test
  void takesNothingOffForWhatCostsMoreThanItSaves() {
    assertThat(stakes(ending("r-1", "USD", "10"), ending("r-2", "USD", "-500")).exact())
        .isEqualTo("10.00 USD");
  }

  @Test
  void knowsNothingOfWhatNobodyValued() {
    assertThat(stakes(Sample.expiring(Sample.ec2(Sample.WEB, "r-9", END), 7, 7)).isEmpty())
        .isTrue();
  }
}
