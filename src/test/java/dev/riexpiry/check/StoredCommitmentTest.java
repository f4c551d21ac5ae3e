package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.SweepResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredCommitmentTest {
  private static final Money MONEY = new Money(new BigDecimal("0.0556"), Optional.of("USD"));

  static Stream<Commitment> ofEveryKind() {
    Covered zonal =
        new Covered.Resources(
            "m5.large",
            4,
            Unit.INSTANCES,
            new Scope.Zone("us-east-1b"),
            Optional.of("Linux/UNIX"),
            Optional.of("dedicated"),
            true);
    Covered bare =
        new Covered.Resources(
            "RPU",
            64,
            Unit.RPUS,
            new Scope.Region("us-east-1"),
            Optional.empty(),
            Optional.empty(),
            false);
    return Stream.of(
        of(
            CommitmentState.Known.ACTIVE,
            zonal,
            new Offering(Optional.of("No Upfront"), Optional.of("convertible")),
            Optional.of(MONEY),
            new Label(
                Optional.of("orders"), Optional.of("arn:aws:x"), Map.of("owner", "a", "b", ""))),
        of(
            new CommitmentState.Unknown("being-mended"),
            bare,
            Offering.UNKNOWN,
            Optional.of(new Money(BigDecimal.ONE, Optional.empty())),
            Label.NONE),
        of(
            CommitmentState.Known.QUEUED,
            new Covered.Spend("Compute", Optional.of(MONEY), Optional.empty(), new Scope.Global()),
            Offering.UNKNOWN,
            Optional.of(MONEY),
            Label.NONE),
        of(
            CommitmentState.Known.ACTIVE,
            new Covered.Spend(
                "EC2Instance", Optional.empty(), Optional.of("m5"), new Scope.Region("eu-west-1")),
            Offering.UNKNOWN,
            Optional.empty(),
            Label.NONE));
  }

  private static Commitment of(
      CommitmentState state,
      Covered covered,
      Offering offering,
      Optional<Money> price,
      Label label) {
    return new Commitment(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        "r-1",
        state,
        covered,
        offering,
        new Term(Instant.parse("2025-05-11T04:00:00Z"), Instant.parse("2026-05-11T03:59:59Z")),
        price,
        label);
  }

  @ParameterizedTest
  @MethodSource("ofEveryKind")
  void readsBackWhatItWrote(Commitment commitment) {
    SweepResult result = new SweepResult(ReadCounts.NONE, List.of(commitment), List.of());

    assertThat(StoredSweep.read(StoredSweep.write(result))).isEqualTo(result);
  }
}
