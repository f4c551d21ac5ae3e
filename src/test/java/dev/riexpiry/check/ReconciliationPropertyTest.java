package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.payer.PayerCommitment;
import dev.riexpiry.payer.PayerListing;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.payer.Window;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.SweepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// 2,000 organizations of 500 commitments, in one of which one record of one source was dropped or
/// altered: that one is named. In an organization where both sources are equal nothing is.
class ReconciliationPropertyTest {
  private static final int SEEDS = 2_000;
  private static final int SEEDS_AN_ORGANIZATION = 100;
  private static final int COMMITMENTS = 500;
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");
  private static final Window WINDOW = Window.before(NOW);

  /// More than two seconds, whichever way the two sources cut theirs.
  private static final Duration OTHER_END = Duration.ofSeconds(5);

  private static final int KINDS = 5;
  private static final int DROPPED = 4;
  private static final List<Service> RESERVED =
      List.of(Service.EC2, Service.RDS, Service.ELASTICACHE, Service.REDSHIFT);
  private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");
  private static final Worth WORTH =
      new Worth(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Roster ROSTER =
      new Roster(
          IntStream.range(0, 20).mapToObj(i -> Sample.account("a-" + i, account(i))).toList(),
          List.of(),
          true,
          IgnoreRules.NONE,
          List.of(),
          Optional.empty(),
          Optional.of(
              new PayerScope(
                  Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of())),
          OwnerTags.DEFAULT);

  private static List<Commitment> organization(Random random) {
    List<Commitment> commitments = new ArrayList<>();
    for (int i = 0; i < COMMITMENTS; i++) {
      Instant start =
          NOW.minus(Duration.ofDays(random.nextInt(1, 385)))
              .minusMillis(random.nextInt(86_400_000));
      Instant end = start.plus(Duration.ofDays(365)).minusSeconds(random.nextInt(2));
      boolean over = end.isBefore(NOW);
      String region = REGIONS.get(random.nextInt(REGIONS.size()));
      commitments.add(
          new Commitment(
              account(random.nextInt(20)),
              region,
              RESERVED.get(random.nextInt(RESERVED.size())),
              "r-" + i,
              over ? Known.RETIRED : Known.ACTIVE,
              Covered.Resources.of(
                  random.nextBoolean() ? "m5.large" : "m5.xlarge",
                  random.nextInt(1, 5),
                  Unit.INSTANCES,
                  new Scope.Region(region)),
              Offering.UNKNOWN,
              new Term(start, end),
              Optional.empty(),
              Label.NONE));
    }
    return commitments;
  }

  private static AccountId account(int number) {
    return new AccountId("%012d".formatted(100_000_000_000L + number));
  }

  /// The commitment as Cost Explorer has it: whole seconds, ending a second early.
  private static PayerCommitment listed(Commitment one, boolean named) {
    Instant start = Instant.ofEpochSecond(one.start().plusMillis(999).getEpochSecond());
    Commitment commitment =
        new Commitment(
            one.accountId(),
            one.region(),
            one.service(),
            named ? one.id() : "1" + one.id().substring(2),
            one.state(),
            one.covered(),
            one.offering(),
            new Term(start, Instant.ofEpochSecond(one.end().getEpochSecond())),
            Optional.empty(),
            Label.NONE);
    return new PayerCommitment(
        commitment, named, AccountLabel.of(one.accountId()), Optional.empty(), WORTH);
  }

  /// What Cost Explorer lists: what had an hour within the window.
  private static boolean isListed(Commitment one) {
    return one.start().plus(Duration.ofHours(1)).isBefore(WINDOW.end())
        && one.end().minus(Duration.ofHours(1)).isAfter(WINDOW.begin());
  }

  private static Reconciliation compare(
      List<Commitment> ofAccounts, List<PayerCommitment> ofPayer) {
    List<PayerListing> listings =
        PayerScope.LISTED.stream()
            .map(service ->
                new PayerListing(
                    service,
                    ofPayer.stream()
                        .filter(item -> item.commitment().service() == service)
                        .toList(),
                    List.of()))
            .toList();
    return Sources.of(
            CheckFixture.request("2026-05-04", ROSTER),
            new SweepResult(ReadCounts.NONE, ofAccounts, List.of()),
            Optional.of(
                new PayerReading(
                    Optional.of(Sample.TOOLS),
                    Optional.empty(),
                    NOW,
                    WINDOW,
                    9,
                    Optional.empty(),
                    listings,
                    List.of())))
        .payer()
        .reconciliation();
  }

  private static Commitment altered(Commitment one, int how) {
    Covered.Resources covered = (Covered.Resources) one.covered();
    CommitmentState state = one.state().live() ? Known.RETIRED : Known.ACTIVE;
    return new Commitment(
        one.accountId(),
        how == 3 ? "ap-south-1" : one.region(),
        one.service(),
        one.id(),
        how == 0 ? state : one.state(),
        how == 1
            ? Covered.Resources.of(
                covered.resourceType(), covered.quantity() + 7, covered.unit(), covered.scope())
            : covered,
        one.offering(),
        how == 2 ? new Term(one.start(), one.end().plus(OTHER_END)) : one.term(),
        Optional.empty(),
        one.label());
  }

  private static PayerCommitment altered(PayerCommitment one, int how) {
    return new PayerCommitment(
        altered(one.commitment(), how), one.named(), one.account(), one.usage(), one.worth());
  }

  @Test
  void whatIsDroppedOrAlteredInEitherSourceIsNamed() {
    everySeed(true);
  }

  @Test
  void whatIsDroppedOrAlteredIsNamedWhereCostExplorerGivesNeitherIdNorArn() {
    everySeed(false);
  }

  private static void everySeed(boolean named) {
    List<Commitment> commitments = List.of();
    List<PayerCommitment> payer = List.of();
    List<Integer> candidates = List.of();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      if (seed % SEEDS_AN_ORGANIZATION == 0) {
        commitments = organization(random);
        payer =
            commitments.stream()
                .filter(ReconciliationPropertyTest::isListed)
                .map(one -> listed(one, named))
                .toList();
        List<Commitment> all = commitments;
        candidates =
            IntStream.range(0, COMMITMENTS)
                .filter(i -> isListed(all.get(i)) && all.get(i).state().live())
                .boxed()
                .toList();
        assertThat(compare(commitments, payer)).as("seed %s", seed).matches(Reconciliation::agrees);
      }
      Commitment one = commitments.get(candidates.get(random.nextInt(candidates.size())));
      PayerCommitment same =
          payer.stream()
              .filter(item -> item.commitment().id().equals(listed(one, named).commitment().id()))
              .findFirst()
              .orElseThrow();
      int how = random.nextInt(KINDS);
      boolean inAccount = random.nextBoolean();

      Reconciliation result =
          inAccount
              ? compare(
                  replaced(commitments, one, how == DROPPED ? null : altered(one, how)), payer)
              : compare(
                  commitments, replaced(payer, same, how == DROPPED ? null : altered(same, how)));

      assertThat(
              Stream.of(result.accountOnly(), result.payerOnly(), result.disputed())
                  .flatMap(List::stream)
                  .map(Difference::commitment)
                  .map(Commitment::id))
          .as("seed %s, %s, %s", seed, how, inAccount)
          .isNotEmpty()
          .isSubsetOf(one.id(), same.commitment().id());
    }
  }

  private static <T> List<T> replaced(List<T> list, T one, @Nullable T by) {
    List<T> changed = new ArrayList<>(list);
    if (by == null) {
      changed.remove(one);
    } else {
      changed.set(changed.indexOf(one), by);
    }
    return changed;
  }
}
