package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.check.Concluded;
import dev.riexpiry.check.SpreadCheck;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.BatchStore;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// The store of a spread check × everything that can go wrong with an answer of it: the check is
/// concluded, the accounts of the batch whose result cannot be fetched are unread, and the others
/// are told.
class SpreadFaultTest {
  private static final int ACCOUNTS = SpreadCheck.BATCH + 1;
  private static final Set<Integer> EXPIRING = Set.of(0, SpreadCheck.BATCH);

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      // Silence is what these impatient clients take for a hang, and a piece has no pages.
      names = {"HANG", "REPEATED_TOKEN"})
  @Timeout(60)
  void aResultThatCannotBeFetchedLeavesTheOthers(Fault.Kind kind) {
    try (StandIn aws = StandIn.startBreakable(Organization.of(Member.of("111111111111")));
        AwsClients clients = QuickClients.create();
        AwsClients impatient = QuickClients.impatient(Duration.ofSeconds(1))) {
      BatchStore store =
          new BreakingStore(
              aws,
              Fault.of(kind, AwsService.S3),
              new S3RunStore(clients, "runs"),
              new S3RunStore(impatient, "runs"));
      SpreadCheck spread =
          new SpreadCheck(
              CheckFixture.check(read(), new SnsPublisher(clients)),
              store,
              "run-" + UUID.randomUUID());
      assertThat(spread.list(roster())).isEqualTo(new Outcome.Found<>(2));
      for (int batch = 0; batch < 2; batch++) {
        assertThat(spread.sweep(batch, request(), Stop.onRequest()))
            .isInstanceOf(Outcome.Found.class);
      }

      CheckReport report =
          ((Outcome.Found<Concluded>) spread.conclude(2, request(), Stop.onRequest()))
              .value()
              .report();

      assertThat(report.findings(Expiring.class).stream().map(item -> item.commitment().id()))
          .containsExactly("r-0");
      assertThat(report.findings(Unread.class))
          .singleElement()
          .satisfies(item -> {
            assertThat(item.place().owner()).contains(id(SpreadCheck.BATCH));
            assertThat(item.failure().action()).isEqualTo("s3:GetObject");
            assertThat(item.failure().remedy()).isNotBlank();
          });
    }
  }

  private static FakeAws read() {
    FakeAws aws = new FakeAws();
    EXPIRING.forEach(number ->
        aws.answers(
            id(number),
            "us-east-1",
            Service.EC2,
            new Reading(
                List.of(Sample.ec2(id(number), "r-" + number, "2026-05-11T03:59:59Z")),
                List.of(),
                false)));
    return aws;
  }

  private static CheckRequest request() {
    return CheckFixture.request("2026-05-04", Roster.EMPTY);
  }

  private static Roster roster() {
    List<Account> accounts =
        IntStream.range(0, ACCOUNTS)
            .mapToObj(i -> Sample.account("account-" + i, id(i), "us-east-1"))
            .toList();
    return CheckFixture.everybody(accounts);
  }

  private static AccountId id(int number) {
    return new AccountId("%012d".formatted(100_000_000_000L + number));
  }

  /// A store in which one result breaks when it is fetched, and nothing else does meanwhile.
  private record BreakingStore(StandIn aws, Fault fault, BatchStore whole, BatchStore impatient)
      implements BatchStore {
    @Override
    public Optional<Failure> put(String name, String text) {
      return whole.put(name, text);
    }

    @Override
    public synchronized Outcome<Optional<String>> get(String name) {
      if (!name.endsWith("result-00001.json")) {
        return whole.get(name);
      }
      aws.restart(fault);
      try {
        return impatient.get(name);
      } finally {
        aws.restart();
      }
    }
  }
}
