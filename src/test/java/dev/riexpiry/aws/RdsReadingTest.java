package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.holding;
import static dev.riexpiry.aws.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.sweep.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdsReadingTest implements ReadingContract {
  @Override
  public Service service() {
    return Service.RDS;
  }

  @Override
  public AwsService wire() {
    return AwsService.RDS;
  }

  @Override
  public Reservation item(String id) {
    return RESERVATION.with("ReservedDBInstanceId", id);
  }

  @Override
  public Map<String, Boolean> states() {
    return Map.of(
        "active", true, "payment-pending", false, "payment-failed", false, "retired", false);
  }

  @Override
  public List<String> endMembers() {
    return List.of("StartTime", "Duration");
  }

  @Override
  public List<String> optionalMembers() {
    return List.of(
        "State",
        "DBInstanceClass",
        "DBInstanceCount",
        "ProductDescription",
        "MultiAZ",
        "OfferingType",
        "RecurringCharges",
        "FixedPrice",
        "CurrencyCode");
  }

  private static final long YEAR = 31_536_000;
  private static final Reservation RESERVATION =
      Reservation.rds(REGION, "orders-db", "db.r6g.large", 2, "2025-05-06T14:19:11.531Z", YEAR);

  @Test
  void readsAReservation() {
    assertThat(read(holding(RESERVATION.with("MultiAZ", "true")), Service.RDS))
        .isEqualTo(
            new Reading(
                List.of(
                    new Commitment(
                        new AccountId(CALLER),
                        REGION,
                        Service.RDS,
                        "orders-db",
                        CommitmentState.Known.ACTIVE,
                        new Covered.Resources(
                            "db.r6g.large",
                            2,
                            Unit.INSTANCES,
                            new Scope.Region(REGION),
                            Optional.of("postgresql"),
                            Optional.empty(),
                            true),
                        new Offering(Optional.of("No Upfront"), Optional.empty()),
                        new Term(
                            Instant.parse("2025-05-06T14:19:11.531Z"),
                            Instant.parse("2026-05-06T14:19:11.531Z")),
                        Optional.empty(),
                        Label.NONE)),
                List.of(),
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-06-15T10:00:00.000Z, 94608000, 2025-06-14T10:00:00Z",
    "2023-03-01T10:00:00.000Z, 31536000, 2024-02-29T10:00:00Z",
    "2025-03-01T10:00:00.000Z, 31536000, 2026-03-01T10:00:00Z"
  })
  void countsATermInSecondsSoThatALeapDayShortensIt(String start, String seconds, Instant end) {
    assertThat(
            read(
                    holding(RESERVATION.with("StartTime", start).with("Duration", seconds)),
                    Service.RDS)
                .commitments())
        .extracting(Commitment::end)
        .containsExactly(end);
  }

  @ParameterizedTest
  @CsvSource({"StartTime", "Duration"})
  void namesAReservationWhoseEndCannotBeKnownAndReadsItsNeighbour(String missing) {
    Reservation endless = RESERVATION.with("ReservedDBInstanceId", "endless-db").without(missing);

    Reading reading = read(holding(endless, RESERVATION), Service.RDS);

    assertThat(Reads.ids(reading.commitments())).containsExactly("orders-db");
    assertThat(reading.failures())
        .containsExactly(
            new Failure(
                "rds:DescribeReservedDBInstances",
                "UnusableAnswer",
                "commitment endless-db has no start or no duration",
                "look it up in the AWS console; if it repeats, report it as a defect of this program"));
  }

  @ParameterizedTest
  @CsvSource({
    "active, true",
    "payment-pending, false",
    "payment-failed, false",
    "retired, false",
    "being-exchanged, true"
  })
  void keepsEveryStateAndTakesAnUnknownOneForLive(String state, boolean live) {
    assertThat(read(holding(RESERVATION.with("State", state)), Service.RDS).commitments())
        .extracting(
            commitment -> commitment.state().text(), commitment -> commitment.state().live())
        .containsExactly(tuple(state, live));
  }

  @Test
  void takesAReservationWithoutAStateForLive() {
    assertThat(read(holding(RESERVATION.without("State")), Service.RDS).commitments())
        .extracting(Commitment::state)
        .containsExactly(new CommitmentState.Unknown(""));
  }
}
