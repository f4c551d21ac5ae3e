package dev.riexpiry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.WholeSweep;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.Outages.OpenOutage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tests the contract of every ledger, whatever it is made of.
public interface LedgerContract {
  Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  LocalDate TODAY = LocalDate.parse("2026-05-04");
  Place ORGANIZATION = new Place.Organization();

  /// A ledger in which nothing is recorded.
  Ledger ledger();

  private static Announcement commitment(String id) {
    return Sample.expiring(Sample.ec2(Sample.WEB, id, "2026-05-11T03:59:59Z"), 7, 7).announcement();
  }

  private static Place target(String region) {
    return new Place.Target(Sample.WEB, region, Service.RDS);
  }

  private static Lease lease(String owner, Instant from) {
    return Lease.of(owner, from);
  }

  @Test
  default void givesAnAnnouncementToTheFirstWhoAsksAndTellsOthersUntilWhen() {
    Ledger ledger = ledger();

    assertThat(ledger.claim(commitment("r-1"), lease("a", NOON)))
        .isEqualTo(new Claim.Claimed(NOON.plusSeconds(60)));
    assertThat(ledger.claim(commitment("r-1"), lease("b", NOON.plusSeconds(59))))
        .isEqualTo(new Claim.HeldByAnother(NOON.plusSeconds(60)));
    assertThat(ledger.claim(commitment("r-2"), lease("b", NOON))).isInstanceOf(Claim.Claimed.class);
  }

  @Test
  default void prolongsTheClaimOfWhoeverHasIt() {
    Ledger ledger = ledger();
    ledger.claim(commitment("r-1"), lease("a", NOON));

    assertThat(ledger.claim(commitment("r-1"), lease("a", NOON.plusSeconds(30))))
        .isEqualTo(new Claim.Claimed(NOON.plusSeconds(90)));
    assertThat(ledger.claim(commitment("r-1"), lease("b", NOON.plusSeconds(89))))
        .isEqualTo(new Claim.HeldByAnother(NOON.plusSeconds(90)));
  }

  @Test
  default void letsAnEndedClaimBeTakenOverAndNotBackAgain() {
    Ledger ledger = ledger();
    ledger.claim(commitment("r-1"), lease("dead", NOON));

    assertThat(ledger.claim(commitment("r-1"), lease("b", NOON.plusSeconds(60))))
        .isEqualTo(new Claim.Claimed(NOON.plusSeconds(120)));
    assertThat(ledger.claim(commitment("r-1"), lease("dead", NOON.plusSeconds(61))))
        .isEqualTo(new Claim.HeldByAnother(NOON.plusSeconds(120)));
  }

  @Test
  default void givesWhatWasAnnouncedToNobodyAnyMore() {
    Ledger ledger = ledger();
    LedgerEntry entry = new LedgerEntry(TODAY, TODAY.minusDays(23));
    ledger.claim(commitment("r-1"), lease("a", NOON));
    assertThat(ledger.confirm(commitment("r-1"), entry)).isEmpty();

    assertThat(ledger.claim(commitment("r-1"), lease("b", NOON.plus(Duration.ofDays(1)))))
        .isEqualTo(new Claim.AlreadyAnnounced(entry));
    assertThat(ledger.claim(commitment("r-1"), lease("a", NOON)))
        .isEqualTo(new Claim.AlreadyAnnounced(entry));
    assertThat(ledger.entries(List.of(commitment("r-1"), commitment("r-2"))))
        .isEqualTo(
            new Outcome.Found<>(new LedgerEntries(Map.of(commitment("r-1"), entry), Set.of())));
  }

  @Test
  default void recordsWhatWasAnnouncedWithoutAClaim() {
    Ledger ledger = ledger();

    assertThat(ledger.confirm(commitment("r-1"), new LedgerEntry(TODAY, TODAY))).isEmpty();

    assertThat(ledger.claim(commitment("r-1"), lease("a", NOON)))
        .isEqualTo(new Claim.AlreadyAnnounced(new LedgerEntry(TODAY, TODAY)));
  }

  @Test
  default void releasesOnlyTheClaimOfTheOwner() {
    Ledger ledger = ledger();
    ledger.claim(commitment("r-1"), lease("a", NOON));
    ledger.claim(commitment("r-2"), lease("a", NOON));
    ledger.claim(commitment("r-3"), lease("a", NOON));
    ledger.confirm(commitment("r-3"), new LedgerEntry(TODAY, TODAY));

    assertThat(ledger.release(commitment("r-1"), "a")).isEmpty();
    assertThat(ledger.release(commitment("r-2"), "b")).isEmpty();
    assertThat(ledger.release(commitment("r-3"), "a")).isEmpty();
    assertThat(ledger.release(commitment("r-4"), "a")).isEmpty();

    assertThat(ledger.claim(commitment("r-1"), lease("b", NOON))).isInstanceOf(Claim.Claimed.class);
    assertThat(ledger.claim(commitment("r-2"), lease("b", NOON)))
        .isInstanceOf(Claim.HeldByAnother.class);
    assertThat(ledger.claim(commitment("r-3"), lease("b", NOON)))
        .isInstanceOf(Claim.AlreadyAnnounced.class);
    assertThat(ledger.claim(commitment("r-4"), lease("b", NOON))).isInstanceOf(Claim.Claimed.class);
  }

  @Test
  default void recordsAClaimUntilItIsConfirmedOrReleased() {
    Ledger ledger = ledger();
    List<Announcement> all =
        List.of(commitment("r-1"), commitment("r-2"), commitment("r-3"), commitment("r-4"));
    all.subList(0, 3).forEach(item -> ledger.claim(item, lease("a", NOON)));
    ledger.release(commitment("r-2"), "a");
    ledger.confirm(commitment("r-3"), new LedgerEntry(TODAY, TODAY));

    assertThat(ledger.entries(all))
        .isEqualTo(
            new Outcome.Found<>(
                new LedgerEntries(
                    Map.of(commitment("r-3"), new LedgerEntry(TODAY, TODAY)),
                    Set.of(commitment("r-1")))));
  }

  @Test
  default void readsMoreThanOneBatch() {
    Ledger ledger = ledger();
    List<Announcement> all = IntStream.range(0, 250).mapToObj(i -> commitment("r-" + i)).toList();
    all.stream().skip(50).forEach(item -> ledger.confirm(item, new LedgerEntry(TODAY, TODAY)));

    assertThat(ledger.entries(all))
        .isInstanceOfSatisfying(
            Outcome.Found.class,
            found ->
                assertThat(((LedgerEntries) found.value()).announced().keySet())
                    .isEqualTo(new HashSet<>(all.subList(50, 250))));
    assertThat(ledger.entries(List.of())).isEqualTo(new Outcome.Found<>(LedgerEntries.NONE));
  }

  @Test
  default void recordsOutagesByTheirWholeAndVersion() {
    Ledger ledger = ledger();
    Place web = new Place.Account(Sample.WEB);
    Outages first =
        Outages.none(web)
            .after(
                List.of(
                    new OpenOutage(target("us-east-1"), new Outage(TODAY, 1), "AccessDenied"),
                    new OpenOutage(web, Outage.since(TODAY), "DeadlineExceeded")),
                List.of());

    assertThat(ledger.replace(first)).isEqualTo(new Outcome.Found<>(true));
    assertThat(ledger.replace(first)).isEqualTo(new Outcome.Found<>(false));
    assertThat(ledger.outages(List.of(web, ORGANIZATION)))
        .isEqualTo(new Outcome.Found<>(Map.of(web, first)));

    Outages second = first.after(List.of(), List.copyOf(first.open().values()));
    assertThat(ledger.replace(second)).isEqualTo(new Outcome.Found<>(true));
    assertThat(ledger.outages(List.of(web))).isEqualTo(new Outcome.Found<>(Map.of(web, second)));
  }

  @Test
  default void recordsTheOutageOfTheOrganization() {
    Ledger ledger = ledger();
    Outages list =
        Outages.none(ORGANIZATION)
            .after(List.of(new OpenOutage(ORGANIZATION, Outage.since(TODAY), "Denied")), List.of());

    assertThat(ledger.replace(list)).isEqualTo(new Outcome.Found<>(true));
    assertThat(ledger.outages(List.of(ORGANIZATION)))
        .isEqualTo(new Outcome.Found<>(Map.of(ORGANIZATION, list)));
  }

  @Test
  default void recordsTheLastWholeSweepOfEachPayer() {
    Ledger ledger = ledger();
    WholeSweep first =
        new WholeSweep(
            Sample.TOOLS,
            TODAY,
            Set.of(Service.EC2, Service.SAVINGS_PLANS),
            Set.of(Sample.WEB, Sample.DATA),
            Set.of("us-east-1", "global"),
            Set.of(target("us-east-1"), new Place.Account(Sample.DATA)));
    WholeSweep second =
        new WholeSweep(Sample.TOOLS, TODAY.plusDays(7), Set.of(), Set.of(), Set.of(), Set.of());

    assertThat(ledger.wholeSweep(Sample.TOOLS)).isEqualTo(new Outcome.Found<>(Optional.empty()));
    assertThat(ledger.record(first)).isEmpty();
    assertThat(ledger.wholeSweep(Sample.TOOLS)).isEqualTo(new Outcome.Found<>(Optional.of(first)));
    assertThat(ledger.wholeSweep(Sample.WEB)).isEqualTo(new Outcome.Found<>(Optional.empty()));
    assertThat(ledger.record(second)).isEmpty();
    assertThat(ledger.wholeSweep(Sample.TOOLS)).isEqualTo(new Outcome.Found<>(Optional.of(second)));
  }

  @Test
  default void keepsTheAccountsOfATopicUntilANewerRunReplacesThem() throws Exception {
    Ledger ledger = ledger();
    String topic = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
    KnownAccounts first =
        new KnownAccounts(topic, 1, TODAY, Map.of(Sample.WEB, "web, prod", Sample.DATA, "données"));
    KnownAccounts second = new KnownAccounts(topic, 2, TODAY, Map.of(Sample.WEB, "web, prod"));

    assertThat(ledger.knownAccounts(topic)).isEqualTo(new Outcome.Found<>(Optional.empty()));
    assertThat(ledger.replace(first)).isEqualTo(new Outcome.Found<>(true));
    assertThat(ledger.knownAccounts(topic)).isEqualTo(new Outcome.Found<>(Optional.of(first)));
    assertThat(ledger.replace(second)).isEqualTo(new Outcome.Found<>(true));
    assertThat(ledger.replace(new KnownAccounts(topic, 2, TODAY, Map.of(Sample.DATA, "données"))))
        .as("another run was quicker")
        .isEqualTo(new Outcome.Found<>(false));
    assertThat(ledger.knownAccounts(topic)).isEqualTo(new Outcome.Found<>(Optional.of(second)));
    assertThat(ledger.knownAccounts(topic + "-2")).isEqualTo(new Outcome.Found<>(Optional.empty()));
  }

  @Test
  default void givesEachAnnouncementToOneOfManyWhoAskAtOnce() throws Exception {
    Ledger ledger = ledger();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 20; round++) {
        Announcement wanted = commitment("r-" + round);
        List<Future<Claim>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          Lease lease = lease("run-" + i, NOON);
          claims.add(threads.submit(() -> ledger.claim(wanted, lease)));
        }
        Set<String> outcomes = new HashSet<>();
        int claimed = 0;
        for (Future<Claim> claim : claims) {
          outcomes.add(claim.get().getClass().getSimpleName());
          claimed += claim.get() instanceof Claim.Claimed ? 1 : 0;
        }
        assertThat(claimed).isEqualTo(1);
        assertThat(outcomes).containsExactlyInAnyOrder("Claimed", "HeldByAnother");
      }
    }
  }
}
