package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
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
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// The rules of renewal that hold for every purchase history, tried on 20,000 small ones in which
/// likenesses abound: few types, ends and starts that meet, overlap and miss each other by seconds,
/// hours or days.
class RenewalPropertyTest {
  private static final int HISTORIES = 20_000;
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  /// The time after the last start after which nothing competes for a purchase any more.
  private static final Duration OUTLASTED = Duration.ofDays(61);

  private static final List<String> TYPES = List.of("m5.large", "m5.xlarge", "m5.metal");

  /// Runs a property over all histories.
  private static void forEveryHistory(BiConsumer<Random, List<Commitment>> property) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      List<Commitment> history = history(random);
      try {
        property.accept(random, history);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static List<Commitment> history(Random random) {
    List<Commitment> history = new ArrayList<>();
    int purchases = 2 + random.nextInt(8);
    for (int i = 0; i < purchases; i++) {
      Instant start =
          !history.isEmpty() && random.nextInt(3) > 0
              ? history.get(random.nextInt(history.size())).end().plus(slip(random))
              : NOW.plus(Duration.ofHours(random.nextInt(-500 * 24, 60 * 24)));
      history.add(purchase("r-" + i, start, start.plus(YEAR).minusSeconds(1), random));
    }
    return history;
  }

  private static Commitment purchase(String id, Instant start, Instant end, Random random) {
    return Purchase.ec2(id, 1 + random.nextInt(4), TYPES.get(random.nextInt(TYPES.size())))
        .of(random.nextInt(8) == 0 ? Sample.DATA : Sample.WEB)
        .bought(start.toString(), end.toString())
        .in(state(start, end))
        .commitment();
  }

  private static CommitmentState state(Instant start, Instant end) {
    return start.isAfter(NOW) ? Known.QUEUED : end.isBefore(NOW) ? Known.RETIRED : Known.ACTIVE;
  }

  private static Duration slip(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Duration.ofSeconds(1);
      case 1 -> Duration.ofMinutes(random.nextInt(-90, 90));
      case 2 -> Duration.ofHours(random.nextInt(-200, 60));
      default -> Duration.ofHours(random.nextInt(-70 * 24, 70 * 24));
    };
  }

  private static Rules rules(LocalDate date) {
    return new Rules(
        new CheckDate(date, ZoneId.of("Asia/Tokyo")),
        Milestones.DEFAULT,
        LapseWindow.DEFAULT,
        IgnoreRules.NONE);
  }

  private static List<Finding> judge(LocalDate date, List<Commitment> listing) {
    Rules rules = rules(date);
    return rules.judge(rules.keep(listing)).findings();
  }

  private static LocalDate date(Random random) {
    return LocalDate.parse("2026-05-04").plusDays(random.nextInt(-100, 500));
  }

  /// The renewals of all commitments of a history, each judged on a day before its end.
  private static Map<Commitment, Renewal> renewals(List<Commitment> history, Random random) {
    Map<Commitment, Renewal> renewals = new HashMap<>();
    for (Commitment item : history) {
      LocalDate end = LocalDate.ofInstant(item.end(), ZoneId.of("Asia/Tokyo"));
      Finding.only(Expiring.class, judge(end.minusDays(random.nextInt(60)), history))
          .forEach(found -> {
            Renewal before = renewals.putIfAbsent(found.commitment(), found.renewal());
            assertThat(found.renewal())
                .as("the judgement of %s on another day", found.commitment().id())
                .isEqualTo(before == null ? found.renewal() : before);
          });
    }
    return renewals;
  }

  @Test
  void theJudgementDoesNotDependOnTheDayAndNoUnitIsGivenOutTwice() {
    forEveryHistory((random, history) -> {
      Map<Commitment, BigDecimal> given = new HashMap<>();
      renewals(history, random).values().stream()
          .flatMap(renewal -> renewal.by().stream())
          .forEach(by -> given.merge(by.commitment(), by.units(), BigDecimal::add));

      given.forEach(
          (purchase, units) -> assertThat(units).isLessThanOrEqualTo(quantity(purchase).units()));
    });
  }

  @Test
  void whateverIsSilentIsCoveredInFullByLikePurchasesThatBeginWithinTheWindow() {
    forEveryHistory((random, history) ->
        Finding.only(Expiring.class, judge(date(random), history)).stream()
            .filter(Expiring::renewed)
            .forEach(item -> {
              Commitment ending = item.commitment();
              assertThat(
                      item.renewal().by().stream()
                          .map(Replacement::units)
                          .reduce(BigDecimal.ZERO, BigDecimal::add))
                  .isEqualByComparingTo(quantity(ending).units());
              assertThat(item.renewal().by())
                  .allSatisfy(by -> {
                    Commitment purchase = by.commitment();
                    assertThat(purchase.id()).isNotEqualTo(ending.id());
                    assertThat(quantity(purchase).key()).isEqualTo(quantity(ending).key());
                    assertThat(Duration.between(ending.end(), purchase.start()))
                        .isBetween(Duration.ofDays(-7), Duration.ofHours(1));
                    assertThat(purchase.end()).isAfter(ending.end());
                  });
            }));
  }

  @Test
  void whatIsNotToldAsLapsedAfterItsEndIsCoveredByWhatHasBegun() {
    forEveryHistory((random, history) -> {
      LocalDate date = date(random);
      CheckDate day = new CheckDate(date, ZoneId.of("Asia/Tokyo"));
      List<Finding> findings = judge(date, history);
      Map<Commitment, Renewal> renewals = renewals(history, random);
      List<Commitment> lapsed =
          Finding.only(Lapsed.class, findings).stream().map(Lapsed::commitment).toList();
      history.stream()
          .filter(item -> item.state() == Known.ACTIVE)
          .filter(item -> day.daysLeft(item.end()) < 0 && day.daysLeft(item.end()) >= -7)
          .filter(item -> !lapsed.contains(item))
          .forEach(item ->
              assertThat(renewals.get(item))
                  .isInstanceOfSatisfying(
                      Renewal.Full.class,
                      full ->
                          assertThat(full.by())
                              .allMatch(by -> day.daysSince(by.commitment().start()) >= 0)));
    });
  }

  @Test
  void onePurchaseMoreLeavesNobodyWithLess() {
    forEveryHistory((random, history) -> {
      Instant start = NOW.plus(Duration.ofHours(random.nextInt(-400 * 24, 400 * 24)));
      Instant end = start.plus(Duration.ofDays(1095)).minusSeconds(1);
      if (history.stream().anyMatch(item -> item.start().plus(OUTLASTED).isAfter(end))) {
        return;
      }
      List<Commitment> more = new ArrayList<>(history);
      more.add(purchase("more", start, end, random));
      Map<Commitment, Renewal> before = renewals(history, new Random(1));
      Map<Commitment, Renewal> after = renewals(more, new Random(2));

      before.forEach((commitment, renewal) -> {
        Renewal now = after.getOrDefault(commitment, new Renewal.None());
        assertThat(firm(now)).as(commitment.id()).isGreaterThanOrEqualTo(firm(renewal));
        assertThat(now.settled() || !renewal.settled()).as(commitment.id()).isTrue();
      });
    });
  }

  private static BigDecimal firm(Renewal renewal) {
    return switch (renewal) {
      case Renewal.Full _, Renewal.Partial _ -> renewal.share();
      case Renewal.Perhaps _, Renewal.None _ -> BigDecimal.ZERO;
    };
  }

  @Test
  void neitherTheOrderOfReadingNorWhatIsDroppedMatters() {
    forEveryHistory((random, history) -> {
      LocalDate date = date(random);
      List<Commitment> shuffled = new ArrayList<>(history);
      Collections.shuffle(shuffled, random);

      assertThat(judge(date, shuffled))
          .containsExactlyInAnyOrderElementsOf(rules(date).judge(history).findings());
    });
  }

  private static Quantity quantity(Commitment commitment) {
    return Quantity.of(commitment).orElseThrow();
  }
}
