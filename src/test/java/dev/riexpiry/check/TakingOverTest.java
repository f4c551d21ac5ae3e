package dev.riexpiry.check;

import static dev.riexpiry.payer.FakeCostExplorer.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Source;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.payer.FakeCostExplorer;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told by one source is not told again by the other, which knows the same end a second
/// earlier or later.
class TakingOverTest {
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");
  private static final Roster ROSTER =
      new Roster(
          List.of(
              new Account(
                  "web",
                  Sample.WEB,
                  RemoteRole.parse("reader"),
                  Optional.empty(),
                  new RegionChoice.Listed(List.of("us-east-1")),
                  List.of(Service.EC2),
                  Optional.empty(),
                  Optional.empty())),
          List.of(),
          true,
          IgnoreRules.NONE,
          List.of(),
          Optional.empty(),
          Optional.of(
              new PayerScope(
                  Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of())),
          OwnerTags.DEFAULT);

  private final FakeLedger ledger = new FakeLedger();
  private int runs;

  /// Runs one check on `date` of an account whose reservation ends at `end`, and that can be read
  /// or not; the payer lists the end a second earlier, in whole seconds.
  private CheckReport run(String date, Instant end, boolean readable) {
    FakeAws aws = new FakeAws();
    if (readable) {
      aws.answers(
          Sample.WEB,
          "us-east-1",
          Service.EC2,
          new Reading(List.of(Sample.ec2(Sample.WEB, "r-1", end.toString())), List.of(), false));
    } else {
      aws.closes(Sample.WEB, new Failure("sts:AssumeRole", "AccessDenied", "no", "mend the role"));
    }
    Instant listed = Instant.ofEpochSecond(end.getEpochSecond() - 1);
    FakeCostExplorer explorer = new FakeCostExplorer(Sample.TOOLS);
    explorer.lists(
        Service.EC2,
        reservation(
            Sample.WEB,
            "r-1",
            listed.minusSeconds(365L * 86_400).toString(),
            listed.toString(),
            "numberOfInstances",
            "4"));
    runs++;
    return CheckFixture.check(
            aws,
            (_, _) -> new Receipt.Result.Sent("m-" + runs),
            Optional.of(CheckFixture.keeping(ledger, runs)),
            new PayerInquiry(explorer, () -> NOW))
        .run(CheckFixture.request(date, ROSTER), Stop.onRequest());
  }

  private static List<String> told(CheckReport report) {
    return report.findings(Expiring.class).stream()
        .filter(report.summary().history()::isDue)
        .map(Finding.OfCommitment::commitment)
        .map(commitment ->
            commitment.id()
                + " by "
                + report.summary().payer().appraisals().of(commitment).orElseThrow().source())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-05-11T08:00:00Z", "2026-05-11T08:00:00.340Z", "2026-05-11T00:00:00Z"})
  void aMilestoneIsNotToldAgainWhenThePayerTakesOverForAnUnreadAccount(Instant end) {
    assertThat(told(run("2026-05-04", end, true))).containsExactly("r-1 by " + Source.BOTH);

    CheckReport second = run("2026-05-05", end, false);

    assertThat(second.findings(Expiring.class)).hasSize(1);
    assertThat(told(second)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-05-11T08:00:00Z", "2026-05-11T08:00:00.340Z", "2026-05-11T00:00:00Z"})
  void aMilestoneIsNotToldAgainWhenAnAccountCanBeReadOfWhichThePayerTold(Instant end) {
    assertThat(told(run("2026-05-04", end, false))).containsExactly("r-1 by " + Source.PAYER);

    CheckReport second = run("2026-05-05", end, true);

    assertThat(second.findings(Expiring.class)).hasSize(1);
    assertThat(told(second)).isEmpty();
  }

  @Test
  void theNextMilestoneIsToldByWhicheverSourceKnowsIt() {
    Instant end = Instant.parse("2026-05-11T08:00:00.340Z");

    assertThat(told(run("2026-05-04", end, true))).hasSize(1);
    assertThat(told(run("2026-05-10", end, false))).containsExactly("r-1 by " + Source.PAYER);
  }
}
