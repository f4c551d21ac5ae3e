package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Renewal.Replacement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tests the rules that hold for every set of commitments, tried on many small ones in which
/// likenesses abound.
class RenewalPropertyTest {
  private static final CheckDate CHECK_DATE =
      new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("Asia/Tokyo"));
  private static final RenewalPolicy POLICY = new RenewalPolicy(CHECK_DATE, Milestones.DEFAULT);
  private static final ExpiryPolicy EXPIRY = new ExpiryPolicy(CHECK_DATE, Milestones.DEFAULT);
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");
  private static final List<String> TYPES =
      List.of(
          "m5.large", "m5.xlarge", "m5.3xlarge", "m5.nano", "m5.metal", "g5.xlarge", "t3.small");

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noReplacementGivesMoreThanItHas(long seed) {
    List<Commitment> found = commitments(new Random(seed));

    Map<Commitment, BigDecimal> given = new HashMap<>();
    renewals(found).known().values().stream()
        .flatMap(renewal -> renewal.by().stream())
        .forEach(by -> given.merge(by.commitment(), by.units(), BigDecimal::add));

    assertThat(given)
        .allSatisfy((replacement, units) ->
            assertThat(units).isLessThanOrEqualTo(quantity(replacement).units()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onlyLikeTakesOverFromLikeAndNeverWhatIsExpiringItself(long seed) {
    List<Commitment> found = commitments(new Random(seed));

    renewals(found)
        .known()
        .forEach((expiring, renewal) ->
            assertThat(renewal.by())
                .allSatisfy(by -> {
                  assertThat(quantity(by.commitment()).key())
                      .isEqualTo(quantity(expiring.commitment()).key());
                  assertThat(EXPIRY.judge(by.commitment())).isEmpty();
                  assertThat(by.commitment().end()).isAfter(expiring.commitment().end());
                }));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void coveredMeansInFullAndPartlyMeansLess(long seed) {
    renewals(commitments(new Random(seed)))
        .known()
        .forEach((expiring, renewal) -> {
          BigDecimal given =
              renewal.by().stream()
                  .map(Replacement::units)
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          BigDecimal wanted = quantity(expiring.commitment()).units();
          switch (renewal) {
            case Renewal.Full _ -> assertThat(given).isEqualByComparingTo(wanted);
            case Renewal.Partial partly -> {
              assertThat(given).isPositive().isLessThan(wanted);
              assertThat(partly.share()).isLessThan(BigDecimal.ONE);
            }
            case Renewal.None _ -> assertThat(given).isZero();
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfReadingDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<Commitment> found = commitments(random);
    List<Commitment> shuffled = new ArrayList<>(found);
    Collections.shuffle(shuffled, random);

    assertThat(renewals(shuffled)).isEqualTo(renewals(found));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lettingGoOfWhatMayNotReplaceChangesNothing(long seed) {
    List<Commitment> found = commitments(new Random(seed));
    List<Commitment> candidates = found.stream().filter(POLICY::mayReplace).toList();

    assertThat(POLICY.renewals(EXPIRY.expiring(found), List.of(), candidates))
        .isEqualTo(renewals(found));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onePurchaseMoreLeavesNoLessCoveredInAll(long seed) {
    Random random = new Random(seed);
    List<Commitment> found = commitments(random);
    List<Commitment> more = new ArrayList<>(found);
    more.add(Purchase.ec2("one-more", 2, "m5.large").queued().commitment());

    assertThat(taken(more)).isGreaterThanOrEqualTo(taken(found));
  }

  private static BigDecimal taken(List<Commitment> found) {
    return renewals(found).known().values().stream()
        .flatMap(renewal -> renewal.by().stream())
        .map(Replacement::units)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Renewals renewals(List<Commitment> found) {
    return POLICY.renewals(EXPIRY.expiring(found), List.of(), found);
  }

  private static Quantity quantity(Commitment commitment) {
    return Quantity.of(commitment).orElseThrow();
  }

  private static List<Commitment> commitments(Random random) {
    return IntStream.range(0, 2 + random.nextInt(14))
        .mapToObj(i -> purchase(random, "r-" + i))
        .toList();
  }

  private static Commitment purchase(Random random, String id) {
    Purchase purchase =
        Purchase.ec2(id, 1 + random.nextInt(4), TYPES.get(random.nextInt(TYPES.size())))
            .of(random.nextInt(5) == 0 ? Sample.DATA : Sample.WEB);
    String at = NOW.plus(Duration.ofHours(random.nextInt(-80 * 24, 80 * 24))).toString();
    return (switch (random.nextInt(3)) {
          case 0 -> purchase.ending(at);
          case 1 -> purchase.queued(at);
          default -> purchase.bought(at);
        })
        .commitment();
  }
}
