package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.Stop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call to the ledger's table × everything that can go wrong with it: the alert goes out in
/// time all the same, and says what it does not know.
class LedgerFaultTest {
  private static final String OURS = "111111111111";
  private static final int RESERVATIONS = 40;

  /// Silence is what these impatient clients take for a hang, an empty answer of success is what
  /// DynamoDB gives to a put, and none of these calls has pages.
  private static final Set<Fault.Kind> NOT_HERE =
      Set.of(Fault.Kind.HANG, Fault.Kind.EMPTY, Fault.Kind.REPEATED_TOKEN);

  static Stream<Arguments> faults() {
    return Stream.of("BatchGetItem", "PutItem", "UpdateItem")
        .flatMap(action ->
            Arrays.stream(Fault.Kind.values())
                .filter(kind -> !NOT_HERE.contains(kind))
                .map(kind -> Arguments.of(action, kind)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  @Timeout(120)
  void neverKeepsAnAlertBack(String action, Fault.Kind kind) {
    Fault fault = Fault.of(kind, AwsService.DYNAMODB).action(action);
    try (StandIn aws = StandIn.start(organization(), fault);
        AwsClients clients = QuickClients.impatient(Duration.ofMillis(400))) {
      CheckReport report = run(clients, "ledger-" + UUID.randomUUID());

      assertThat(aws.messages()).hasSize(1);
      assertThat(report.receipts().getFirst().alert().findings(Expiring.class))
          .hasSize(RESERVATIONS);
      assertThat(report.ledger().state()).isEqualTo(LedgerStatus.State.FAILED);
      assertThat(report.warnings()).isNotEmpty().first().asString().contains("dynamodb:" + action);
      if (!action.equals("UpdateItem")) {
        assertThat(aws.messages().getFirst().mail())
            .contains("This may be a repeat", "dynamodb:" + action, "To mend it: ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BatchGetItem, THROTTLED",
    "BatchGetItem, SERVER_ERROR",
    "PutItem, THROTTLED",
    "PutItem, SERVER_ERROR",
    "UpdateItem, THROTTLED",
    "UpdateItem, SERVER_ERROR"
  })
  void triesAgainAfterOneFailure(String action, Fault.Kind kind) {
    Fault once = Fault.of(kind, AwsService.DYNAMODB).action(action).times(1);
    try (StandIn aws = StandIn.start(organization(), once);
        AwsClients clients = QuickClients.create()) {
      CheckReport report = run(clients, "ledger-" + UUID.randomUUID());

      assertThat(aws.messages()).hasSize(1);
      assertThat(report.ledger().state()).isEqualTo(LedgerStatus.State.WRITTEN);
    }
  }

  @Test
  void namesATableThatIsNotThereAndWhatToDo() {
    try (StandIn aws = StandIn.start(organization());
        AwsClients clients = QuickClients.create()) {
      CheckReport report = run(clients, "misspelt");

      assertThat(aws.messages())
          .extracting(Message::mail)
          .singleElement()
          .asString()
          .contains("ResourceNotFoundException")
          .contains("To mend it: check the name of the ledger's table");
      assertThat(report.warnings()).first().asString().contains("ResourceNotFoundException");
    }
  }

  @Test
  void asksADeniedTableAFewTimesOnly() {
    Fault denied = Fault.of(Fault.Kind.DENIED, AwsService.DYNAMODB);
    try (StandIn aws = StandIn.start(organization(), denied);
        AwsClients clients = QuickClients.create()) {
      CheckReport report = run(clients, "ledger-denied");

      assertThat(aws.calls())
          .filteredOn(call -> call.service().equals(AwsService.DYNAMODB))
          .hasSize(2);
      assertThat(report.warnings())
          .first()
          .asString()
          .contains("allow dynamodb:BatchGetItem on the ledger's table");
    }
  }

  @Test
  void staysSilentInTheSecondRunOfADay() {
    try (StandIn aws = StandIn.start(organization());
        AwsClients clients = QuickClients.create()) {
      String table = "ledger-" + UUID.randomUUID();
      run(clients, table);
      CheckReport second = run(clients, table);

      assertThat(aws.messages()).hasSize(1);
      assertThat(second.findings(Expiring.class)).hasSize(RESERVATIONS);
      assertThat(second.receipts()).isEmpty();
    }
  }

  private static CheckReport run(AwsClients clients, String table) {
    return CheckFixture.check(
            new SdkAccess(clients),
            new SnsPublisher(clients),
            CheckFixture.keeping(
                new DynamoLedger(clients, table, InstantSource.system()),
                UUID.randomUUID().toString(),
                InstantSource.system(),
                _ -> false))
        .run(
            CheckFixture.request(
                "2026-05-04",
                CheckFixture.everybody(Sample.account("ours", new AccountId(OURS), "us-east-1"))),
            Stop.onRequest());
  }

  private static Organization organization() {
    return Organization.of(
            Member.of(
                    OURS,
                    IntStream.range(0, RESERVATIONS)
                        .mapToObj(i ->
                            Reservation.ec2(
                                "us-east-1", "r-" + i, "m5.large", 1, "2026-05-11T03:59:59Z"))
                        .toArray(Reservation[]::new))
                .withRegions("us-east-1"))
        .withTopics(CheckFixture.TOPIC.value());
  }
}
