package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.Routing;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Guidance;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.WholeSweep;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.payer.PayerCommitment;
import dev.riexpiry.payer.PayerListing;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.payer.Window;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.SweepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// 2,000 organizations, each watched for four weeks in which the payer fails, a page of it is cut,
/// a service gets a name that is not known, an account joins, runs are missed, are too slow or
/// cannot read a place: whatever ends within the largest milestone, or has just ended, is asked in
/// every run.
class GuidingPropertyTest {
  private static final int SEEDS = 2_000;
  private static final int DAYS = 28;
  private static final LocalDate FIRST = LocalDate.parse("2026-05-04");
  private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");
  private static final List<Service> SERVICES =
      List.of(Service.EC2, Service.RDS, Service.REDSHIFT, Service.EC2_HOST, Service.SAVINGS_PLANS);
  private static final int ACCOUNTS = 8;
  private static final AccountId JOINING = account(ACCOUNTS - 2);
  private static final AccountId FOREIGN = account(ACCOUNTS - 1);
  private static final Failure FAILURE = new Failure("a:B", "AccessDenied", "no", "mend it");
  private static final Failure LATE =
      new Failure("a:B", Failure.DEADLINE_EXCEEDED, "no time", "wait");

  private static AccountId account(int number) {
    return new AccountId("%012d".formatted(100_000_000_000L + number));
  }

  /// What happened to one organization.
  private static final class History {
    private final Random random;
    private final Ledger ledger = new FakeLedger();
    private final List<Commitment> commitments = new ArrayList<>();
    private final int joins;
    private final int renamed;
    private final Service renamedService;
    private final boolean lacking;
    private int notAsked;
    private int guided;

    History(long seed) {
      random = new Random(seed);
      joins = random.nextInt(DAYS);
      renamed = random.nextInt(2 * DAYS);
      renamedService = SERVICES.get(random.nextInt(SERVICES.size()));
      lacking = random.nextInt(4) == 0;
      for (int i = 0; i < 12; i++) {
        commitments.add(commitment(i));
      }
    }

    private Commitment commitment(int number) {
      Service service = SERVICES.get(random.nextInt(SERVICES.size()));
      String region =
          service.global() ? Service.GLOBAL : REGIONS.get(random.nextInt(REGIONS.size()));
      int term = random.nextBoolean() ? 365 : 1095;
      Instant start =
          instant(FIRST.minusDays(random.nextInt(-DAYS, term))).plusSeconds(random.nextInt(86_400));
      return new Commitment(
          account(random.nextInt(ACCOUNTS)),
          region,
          service,
          "r-" + number,
          Known.ACTIVE,
          Covered.Resources.of("m5.large", 1, Unit.INSTANCES, new Scope.Region(region)),
          Offering.UNKNOWN,
          new Term(start, start.plus(Duration.ofDays(term))),
          Optional.empty(),
          Label.NONE);
    }

    private static Instant instant(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Roster roster(int day) {
      Map<AccountId, AccountId> members = new HashMap<>();
      for (int i = 0; i < ACCOUNTS; i++) {
        members.put(account(i), Sample.TOOLS);
      }
      members.remove(FOREIGN);
      if (day < joins) {
        members.remove(JOINING);
      }
      return new Roster(
          IntStream.range(0, ACCOUNTS).mapToObj(i -> Sample.account("a" + i, account(i))).toList(),
          List.of(),
          true,
          IgnoreRules.NONE,
          List.of(),
          Optional.empty(),
          Optional.of(
              new PayerScope(
                  Optional.empty(), Optional.empty(), Optional.empty(), SERVICES, Set.of(), true)),
          OwnerTags.DEFAULT,
          members,
          Routing.NONE,
          Optional.empty());
    }

    /// What Cost Explorer lists on a day, two days late.
    private PayerReading reading(int day) {
      Instant now = instant(FIRST.plusDays(day)).plus(Duration.ofHours(6));
      Window window = Window.before(now);
      Service cut = Service.ALL.get(random.nextInt(Service.ALL.size()));
      return new PayerReading(
          Optional.of(Sample.TOOLS),
          Optional.empty(),
          now,
          window,
          9,
          random.nextInt(15) == 0 ? Optional.of(FAILURE) : Optional.empty(),
          PayerScope.LISTED.stream()
              .filter(SERVICES::contains)
              .map(service -> {
                List<PayerCommitment> all =
                    commitments.stream()
                        .filter(one -> one.service() == service && isListed(one, day, window))
                        .map(this::listed)
                        .toList();
                return cut == service
                    ? new PayerListing(service, all.subList(0, all.size() / 2), List.of(FAILURE))
                    : new PayerListing(service, all, List.of());
              })
              .toList(),
          List.of());
    }

    private boolean isListed(Commitment one, int day, Window window) {
      return one.start().plus(Duration.ofHours(1)).isBefore(window.end())
          && one.end().minus(Duration.ofHours(1)).isAfter(window.begin())
          && !one.accountId().equals(FOREIGN)
          && !(one.accountId().equals(JOINING) && day < joins + 3)
          && !(one.service() == renamedService && day >= renamed)
          && !(lacking && one.service() == Service.RDS && one.accountId().equals(account(0)));
    }

    private PayerCommitment listed(Commitment one) {
      return new PayerCommitment(
          new Commitment(
              one.accountId(),
              random.nextInt(10) == 0 ? "(unknown)" : one.region(),
              one.service(),
              one.id(),
              one.state(),
              one.covered(),
              one.offering(),
              one.term(),
              one.hourlyPrice(),
              one.label()),
          true,
          AccountLabel.of(one.accountId()),
          Optional.empty(),
          Worth.UNKNOWN);
    }

    private static Stream<Place.Target> targets() {
      return IntStream.range(0, ACCOUNTS)
          .mapToObj(GuidingPropertyTest::account)
          .flatMap(id ->
              SERVICES.stream()
                  .flatMap(service ->
                      (service.global() ? List.of(Service.GLOBAL) : REGIONS)
                          .stream().map(region -> new Place.Target(id, region, service))));
    }

    /// What the accounts list of the targets that are asked.
    private SweepResult read(Guiding guiding, LocalDate date) {
      List<Place.Target> asked = targets().filter(guiding::asks).toList();
      Place.Target unlucky = asked.get(random.nextInt(asked.size()));
      List<PlaceFailure> failures =
          switch (random.nextInt(6)) {
            case 0 -> List.of(new PlaceFailure(unlucky, FAILURE));
            case 1 -> List.of(new PlaceFailure(unlucky.whole(), FAILURE));
            case 2 -> List.of(new PlaceFailure(unlucky, LATE));
            default -> List.of();
          };
      Set<Place> unread = failures.stream().map(PlaceFailure::place).collect(Collectors.toSet());
      return new SweepResult(
          ReadCounts.NONE,
          commitments.stream()
              .filter(one -> one.start().isBefore(instant(date.plusDays(1))))
              .filter(one -> asked.contains(Place.of(one)))
              .filter(
                  one -> !unread.contains(Place.of(one)) && !unread.contains(Place.of(one).whole()))
              .toList(),
          failures,
          targets()
              .map(target -> new SweepResult.Listed(target.region(), target.service()))
              .collect(Collectors.toSet()),
          Optional.empty());
    }

    void pass() {
      for (int day = 0; day < DAYS; day += random.nextInt(8) == 0 ? random.nextInt(2, 10) : 1) {
        LocalDate date = FIRST.plusDays(day);
        CheckRequest request = CheckFixture.request(date.toString(), roster(day));
        PayerReading reading = reading(day);
        Guiding guiding = Guiding.of(request, Optional.of(reading), Optional.of(ledger));

        assertThat(commitments)
            .filteredOn(one -> one.start().isBefore(instant(date)))
            .filteredOn(one -> one.end().isBefore(instant(date.plusDays(60))))
            .filteredOn(one -> one.end().isAfter(instant(date.minusDays(7))))
            .allMatch(one -> guiding.holds(Place.of(one)), "is asked on day " + day);

        notAsked += (int) targets().filter(target -> !guiding.asks(target)).count();
        guided += guiding.guidance() instanceof Guidance.Guided ? 1 : 0;
        SweepResult read = read(guiding, date);
        Optional<WholeSweep> proved =
            guiding.proved(
                request,
                read,
                reading,
                Sources.of(request, read, Optional.of(reading)).payer().reconciliation());
        proved.ifPresent(ledger::record);
      }
    }
  }

  @Test
  void nothingThatEndsIsMissed() {
    long notAsked = 0;
    long guided = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      History history = new History(seed);
      assertThat(history).as("seed " + seed).satisfies(History::pass);
      notAsked += history.notAsked;
      guided += history.guided;
    }
    assertThat(guided).as("guided runs").isGreaterThan(5L * SEEDS);
    assertThat(notAsked).as("targets not asked").isGreaterThan(10L * guided);
  }
}
