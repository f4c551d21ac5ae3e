package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.Reading;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RdsPagingTest {
  private static final Organization OF_230 =
      holding(
          IntStream.range(0, 230)
              .mapToObj(i ->
                  Reservation.rds(
                      REGION, "db-" + i, "db.t4g.micro", 1, "2025-05-06T14:19:11.531Z", 31_536_000))
              .toArray(Reservation[]::new));

  @Test
  void readsThreePages() {
    try (StandIn aws = StandIn.start(OF_230);
        AwsClients clients = QuickClients.create()) {
      Reading reading = Reads.signIn(clients, Reads.account(CALLER)).read(REGION, Service.RDS);

      assertThat(reading.complete()).isTrue();
      assertThat(Reads.ids(reading.commitments()))
          .hasSize(230)
          .doesNotHaveDuplicates()
          .contains("db-0", "db-100", "db-229");
      assertThat(aws.calls())
          .extracting(call -> call.parameters().getOrDefault("MaxRecords", ""))
          .containsExactly("100", "100", "100");
      assertThat(aws.calls())
          .extracting(call -> call.parameters().getOrDefault("Marker", ""))
          .containsExactly("", "stand-in-marker-100", "stand-in-marker-200");
    }
  }

  @Test
  void followsPagesThatAreSmallerThanWasAskedFor() {
    try (StandIn aws = StandIn.start(OF_230.withPageSize(50));
        AwsClients clients = QuickClients.create()) {
      Reading reading = Reads.signIn(clients, Reads.account(CALLER)).read(REGION, Service.RDS);

      assertThat(reading.commitments()).hasSize(230);
      assertThat(aws.calls()).extracting(Call::action).hasSize(5);
    }
  }

  @Test
  void keepsTheFirstPageWhenTheSecondFails() {
    Reading reading =
        Reads.read(OF_230, Service.RDS, Fault.of(Fault.Kind.DENIED, AwsService.RDS).after(1));

    assertThat(reading.commitments()).hasSize(100);
    assertThat(reading.failures()).extracting(Failure::code).containsExactly("AccessDenied");
  }

  @Test
  void keepsTheFirstPageWhenTheSecondIsEmpty() {
    Reading reading =
        Reads.read(OF_230, Service.RDS, Fault.of(Fault.Kind.EMPTY, AwsService.RDS).after(1));

    assertThat(reading.commitments()).hasSize(100);
    assertThat(reading.failures())
        .extracting(Failure::code, Failure::message)
        .containsExactly(
            tuple("UnusableAnswer", "the answer holds no list of reserved DB instances"));
  }
}
