package dev.riexpiry.policy;

import static dev.riexpiry.policy.Purchase.ec2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Lapsed.Manner;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What may silence an alert, and what ended without anything in its place: the judgements of whole
/// purchase histories on the days that matter. Dates are in UTC, milestones the usual.
class RenewalRulesTest {
  private static List<Finding> judge(String date, List<Commitment> listing) {
    return judge(date, Milestones.DEFAULT, listing);
  }

  private static List<Finding> judge(String date, Milestones milestones, List<Commitment> listing) {
    Rules rules =
        new Rules(
            new CheckDate(LocalDate.parse(date), ZoneId.of("UTC")),
            milestones,
            LapseWindow.DEFAULT,
            IgnoreRules.NONE);
    return rules.judge(rules.keep(listing)).findings();
  }

  private static List<Commitment> listing(Purchase... purchases) {
    return Stream.of(purchases).map(Purchase::commitment).toList();
  }

  private static Renewal renewal(List<Finding> findings, String id) {
    return Finding.only(Expiring.class, findings).stream()
        .filter(item -> item.commitment().id().equals(id))
        .map(Expiring::renewal)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lapsed(List<Finding> findings) {
    return Finding.only(Lapsed.class, findings).stream()
        .map(item -> item.commitment().id())
        .toList();
  }

  @Test
  void aPurchaseThatRenewedOneIsNeverFreeForAnother() {
    List<Commitment> listing =
        listing(
            ec2("A", 4, "m5.large").ending("2026-05-01T03:59:59Z").in(Known.RETIRED),
            ec2("X", 4, "m5.large").bought("2026-05-01T04:00:00Z"),
            ec2("B", 4, "m5.large").ending("2026-05-06T03:59:59Z"));

    for (String date : List.of("2026-04-30", "2026-05-02", "2026-05-05", "2026-05-06")) {
      assertThat(renewal(judge(date, listing), "B").state()).as(date).isEqualTo("none");
      assertThat(lapsed(judge(date, listing))).as(date).isEmpty();
    }
    assertThat(lapsed(judge("2026-05-09", listing))).containsExactly("B");
  }

  @Test
  void aLadderBoughtInStepsIsAnnouncedRungByRung() {
    List<Commitment> ladder =
        IntStream.rangeClosed(1, 12)
            .mapToObj(month ->
                ec2("rung-%02d".formatted(month), 1, "m5.large")
                    .bought("2025-%02d-10T12:00:00Z".formatted(month))
                    .commitment())
            .toList();

    for (int month = 1; month <= 12; month++) {
      String rung = "rung-%02d".formatted(month);
      LocalDate end = LocalDate.of(2026, month, 10);
      for (int before : List.of(60, 30, 7, 1, 0)) {
        assertThat(renewal(judge(end.minusDays(before).toString(), ladder), rung).settled())
            .as("%s %s days before its end", rung, before)
            .isFalse();
      }
      assertThat(lapsed(judge(end.plusDays(1).toString(), ladder))).containsExactly(rung);
    }
  }

  @Test
  void aQueuedPurchaseServesTheEndAtWhichItBegins() {
    List<Commitment> listing =
        listing(
            ec2("A", 4, "m5.large").ending("2026-04-01T03:59:59Z").in(Known.RETIRED),
            ec2("B", 4, "m5.large").ending("2026-05-10T03:59:59Z"),
            ec2("Q", 4, "m5.large").queued("2026-05-10T03:59:59Z"));

    assertThat(renewal(judge("2026-05-04", listing), "B").settled()).isTrue();
    assertThat(lapsed(judge("2026-04-03", listing))).containsExactly("A");
  }

  @ParameterizedTest(name = "begins {0}: settled {1}, {2} days, {3} hours")
  @CsvSource({
    "2026-05-11T03:59:59Z, true, 0, 0",
    "2026-05-11T04:10:59Z, true, 0, 0",
    "2026-05-11T04:59:59Z, true, 0, 0",
    "2026-05-11T05:00:00Z, false, 0, 2",
    "2026-05-11T23:59:00Z, false, 0, 20",
    "2026-05-12T01:59:59Z, false, 1, 22",
    "2026-05-16T03:59:59Z, false, 5, 120"
  })
  void aGapIsMeasuredInHours(String begins, boolean settled, int days, long hours) {
    Renewal renewal =
        renewal(
            judge(
                "2026-05-04",
                listing(ec2("r", 4, "m5.large"), ec2("q", 4, "m5.large").queued(begins))),
            "r");

    assertThat(renewal.state()).isEqualTo("covered");
    assertThat(renewal.settled()).isEqualTo(settled);
    assertThat(renewal.gapDays()).isEqualTo(days);
    assertThat(renewal.gapHours()).isEqualTo(hours);
  }

  @Test
  void elevenMinutesOverMidnightAreNoGap() {
    List<Commitment> listing =
        listing(
            ec2("r", 4, "m5.large").ending("2026-05-11T23:54:59Z"),
            ec2("q", 4, "m5.large").queued("2026-05-12T00:05:59Z"));

    assertThat(renewal(judge("2026-05-04", listing), "r").settled()).isTrue();
  }

  @ParameterizedTest(name = "begins {0}: {1}, to be told {2}")
  @CsvSource({
    "2026-05-11T03:00:00Z, covered, false",
    "2026-05-11T02:59:58Z, covered, true",
    "2026-05-04T03:59:59Z, covered, true",
    "2026-05-04T03:59:58Z, perhaps, true",
    "2026-03-12T03:59:59Z, perhaps, true",
    "2026-03-12T03:59:58Z, none, true"
  })
  void whatBeganBeforeTheEndMayBeForANewUse(String begins, String state, boolean told) {
    List<Finding> findings =
        judge(
            "2026-05-09", listing(ec2("r", 4, "m5.large"), ec2("b", 4, "m5.large").bought(begins)));

    assertThat(renewal(findings, "r").state()).isEqualTo(state);
    assertThat(findings).singleElement().extracting(Finding::isTold).isEqualTo(told);
  }

  @Test
  void whatMayBeARenewalSilencesNeitherMilestoneNorLapse() {
    List<Commitment> listing =
        listing(ec2("r", 4, "m5.large"), ec2("b", 4, "m5.large").bought("2026-03-15T10:00:00Z"));

    assertThat(judge("2026-05-04", listing)).singleElement().matches(Finding::needsAction);
    assertThat(Finding.only(Lapsed.class, judge("2026-05-13", listing)))
        .singleElement()
        .extracting(item -> item.renewal().state())
        .isEqualTo("perhaps");
  }

  @Test
  void theMilestonesDoNotDecideWhetherAQueuedPurchaseRenews() {
    List<Commitment> listing =
        listing(
            ec2("r", 4, "m5.large").in(Known.RETIRED),
            ec2("q", 4, "m5.large").bought("2026-05-11T04:00:00Z"));

    for (int day = 11; day < 18; day++) {
      assertThat(judge("2026-05-" + day, new Milestones(List.of(1)), listing)).isEmpty();
    }
  }

  @Test
  void aLateRenewalEndsTheTalkOfALapseOnceItHasBegun() {
    List<Commitment> queued =
        listing(
            ec2("r", 4, "m5.large").in(Known.RETIRED),
            ec2("q", 4, "m5.large").queued("2026-05-14T00:00:00Z"));

    assertThat(lapsed(judge("2026-05-13", queued))).containsExactly("r");
    assertThat(lapsed(judge("2026-05-14", queued))).isEmpty();
  }

  @Test
  void aPartOfAnExchangeCountsWhileItsPaymentIsPendingForTwoDays() {
    SuccessionSample before =
        SuccessionSample.of("old", Known.RETIRED, "2025-09-10T09:15:42Z", "2026-05-02T22:00:01Z")
            .offeringClass("convertible");
    SuccessionSample after =
        SuccessionSample.of(
                "new", Known.PAYMENT_PENDING, "2026-05-02T22:00:02Z", "2026-09-10T09:15:41Z")
            .offeringClass("convertible")
            .type("c7g.large");
    List<Commitment> listing = List.of(before.commitment(), after.commitment());

    assertThat(lapsed(judge("2026-05-03", listing))).isEmpty();
    assertThat(lapsed(judge("2026-05-04", listing))).isEmpty();
    assertThat(lapsed(judge("2026-05-05", listing))).containsExactly("old");
  }

  @Test
  void aReplacementThatWasModifiedSinceStillReplaces() {
    List<Commitment> listing =
        listing(
            ec2("r", 4, "m5.large").in(Known.RETIRED),
            ec2("x", 4, "m5.large")
                .bought("2026-05-11T04:00:00Z", "2026-05-12T10:00:00Z")
                .in(Known.RETIRED),
            ec2("x1", 2, "m5.large").bought("2026-05-12T10:00:01Z", "2027-05-11T03:59:59Z"),
            ec2("x2", 2, "m5.large").bought("2026-05-12T10:00:01Z", "2027-05-11T03:59:59Z"));

    assertThat(judge("2026-05-14", listing)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"RETIRED", "RETURNED", "CANCELLED"})
  void whatStopsMonthsBeforeItsEndIsFoundThoughTheDayIsNotKnown(Known state) {
    List<Commitment> listing =
        listing(ec2("r", 4, "m5.large").bought("2025-12-01T00:00:00Z").in(state));

    assertThat(Finding.only(Lapsed.class, judge("2026-05-04", listing)))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.manner())
              .isEqualTo(state == Known.RETIRED ? Manner.EARLY : Manner.GIVEN_BACK);
          assertThat(item.daysAgo()).isEmpty();
          assertThat(item.endedEarly()).isTrue();
          assertThat(item.needsRecord()).isTrue();
        });
  }

  @ParameterizedTest(name = "ended {0}: {1} days ago, needs a record: {2}")
  @CsvSource({
    "2026-05-03T12:00:00Z, 1, false",
    "2026-04-20T12:00:00Z, 14, true",
    "2026-03-05T12:00:00Z, 60, true"
  })
  void whatStoppedEarlyIsNewsForSixtyDaysWhereItIsRecorded(
      String ended, int daysAgo, boolean needsRecord) {
    List<Commitment> listing =
        listing(ec2("r", 4, "m5.large").bought("2025-12-01T00:00:00Z", ended).in(Known.RETIRED));

    assertThat(Finding.only(Lapsed.class, judge("2026-05-04", listing)))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.manner()).isEqualTo(Manner.EARLY);
          assertThat(item.daysAgo()).hasValue(daysAgo);
          assertThat(item.needsRecord()).isEqualTo(needsRecord);
        });
  }

  @Test
  void whatStoppedEarlyLongAgoIsNoNews() {
    assertThat(
            judge(
                "2026-05-04",
                listing(
                    ec2("r", 4, "m5.large")
                        .bought("2025-12-01T00:00:00Z", "2026-03-04T12:00:00Z")
                        .in(Known.RETIRED))))
        .isEmpty();
  }

  @Test
  void aReturnBeforeTheStartEndsNothing() {
    assertThat(
            judge(
                "2026-05-04",
                listing(ec2("r", 4, "m5.large").bought("2026-06-01T00:00:00Z").in(Known.RETURNED))))
        .isEmpty();
  }

  @Test
  void aLaterPurchaseOfTheSameSucceedsWhatStoppedOnAnUnknownDay() {
    Purchase gone = ec2("r", 4, "m5.large").bought("2025-12-01T00:00:00Z").in(Known.RETIRED);

    assertThat(
            lapsed(
                judge(
                    "2026-05-04",
                    listing(gone, ec2("s", 4, "m5.large").bought("2026-02-01T00:00:00Z")))))
        .isEmpty();
    assertThat(
            lapsed(
                judge(
                    "2026-05-04",
                    listing(gone, ec2("s", 2, "m5.large").bought("2026-02-01T00:00:00Z")))))
        .as("half of it")
        .containsExactly("r");
    assertThat(
            lapsed(
                judge(
                    "2026-05-04",
                    listing(gone, ec2("s", 4, "m5.large").bought("2025-11-01T00:00:00Z")))))
        .as("bought before")
        .containsExactly("r");
    assertThat(
            lapsed(
                judge(
                    "2026-05-04",
                    listing(
                        gone,
                        ec2("a", 4, "m5.large").ending("2026-02-01T00:00:00Z").in(Known.RETIRED),
                        ec2("s", 4, "m5.large").bought("2026-02-01T00:00:00Z")))))
        .as("given out to another one")
        .containsExactly("r");
  }

  @Test
  void anExchangedNodeGoesOnInOneThatEndsWhenItWouldHave() {
    Commitment node =
        SuccessionSample.of("node", Known.RETIRED, "2025-12-01T00:00:00Z", "2026-12-01T00:00:00Z")
            .service(Service.REDSHIFT)
            .type("dc2.large")
            .commitment();
    Commitment other =
        SuccessionSample.of("other", Known.ACTIVE, "2025-12-01T00:00:00Z", "2026-12-01T00:00:00Z")
            .service(Service.REDSHIFT)
            .type("ra3.xlplus")
            .commitment();

    assertThat(lapsed(judge("2026-05-04", List.of(node, other)))).isEmpty();
    assertThat(lapsed(judge("2026-05-04", List.of(node)))).containsExactly("node");
  }

  @Test
  void whatWasSplitIsKnownByTheIdThatPeopleWereToldOf() {
    List<Commitment> listing =
        listing(
            ec2("old", 4, "m5.large")
                .bought("2025-05-11T04:00:00Z", "2026-05-01T10:00:00Z")
                .in(Known.RETIRED),
            ec2("one", 1, "m5.large").bought("2026-05-01T10:00:01Z", "2026-05-11T03:59:59Z"),
            ec2("two", 3, "m5.large").bought("2026-05-01T10:00:01Z", "2026-05-11T03:59:59Z"));

    assertThat(Finding.only(Expiring.class, judge("2026-05-04", listing)))
        .hasSize(2)
        .allSatisfy(item -> assertThat(item.origins().lines()).containsExactly(Set.of("old")));
  }

  @Test
  void whatWasMergedIsKnownOnceEachOfItsPartsWasTold() {
    List<Purchase> purchases = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      purchases.add(
          ec2(id, 2, "m5.large")
              .bought("2025-05-11T04:00:00Z", "2026-05-01T10:00:00Z")
              .in(Known.RETIRED));
    }
    purchases.add(ec2("c", 4, "m5.large").bought("2026-05-01T10:00:01Z", "2026-05-11T03:59:59Z"));

    Expiring merged =
        Finding.only(
                Expiring.class, judge("2026-05-04", listing(purchases.toArray(Purchase[]::new))))
            .getFirst();

    assertThat(merged.origins().lines()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
  }

  @Test
  void aReservationSplitAndMergedAgainAndAgainIsToldAnewRatherThanFollowedForEver() {
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    List<Commitment> listing = new ArrayList<>();
    for (int step = 0; step < 30; step++) {
      Instant until = at.plus(Duration.ofDays(3));
      for (String half : List.of("a", "b")) {
        listing.add(
            ec2(half + step, 1, "m5.large")
                .bought(at.toString(), step == 29 ? "2026-05-11T03:59:59Z" : until.toString())
                .in(step == 29 ? Known.ACTIVE : Known.RETIRED)
                .commitment());
      }
      at = until.plusSeconds(1);
    }

    assertThat(Finding.only(Expiring.class, judge("2026-05-04", listing)))
        .hasSize(2)
        .allSatisfy(item -> assertThat(item.origins().lines()).isEmpty());
  }
}
