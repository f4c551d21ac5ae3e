package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.WholeSweep;
import dev.riexpiry.ledger.Claim;
import dev.riexpiry.ledger.Lease;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.LedgerContract;
import dev.riexpiry.ledger.LedgerEntries;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.Outages;
import dev.riexpiry.ledger.Outages.OpenOutage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Does what every ledger does, in the real engine. Its items are a contract: every version of this
/// program understands those of every other.
@Tag("dynamodb-local")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoLedgerTest implements LedgerContract {
  private static final Announcement COMMITMENT =
      Sample.expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 7, 7).announcement();
  private static final String COMMITMENT_KEY =
      "commitment#222233334444#us-east-1#ec2#r-1#2026-05-11T04:00:00Z#7";

  private static final Place WEB = new Place.Account(Sample.WEB);
  private static final Place TARGET = new Place.Target(Sample.WEB, "us-east-1", Service.RDS);
  private static final Announcement RESTORED =
      new Restored(TARGET, new Outage(TODAY, 1)).announcement();
  private static final Outages OUTAGES =
      new Outages(
          WEB,
          3,
          Map.of(
              TARGET, new OpenOutage(TARGET, new Outage(TODAY, 1), "AccessDenied"),
              WEB, new OpenOutage(WEB, Outage.since(TODAY), "DeadlineExceeded")));
  private static final Map<String, AttributeValue> PLACES =
      Map.of(
          "222233334444/us-east-1/rds",
          AttributeValue.fromM(Map.of("since", text("2026-05-04.1"), "code", text("AccessDenied"))),
          "222233334444",
          AttributeValue.fromM(
              Map.of("since", text("2026-05-04"), "code", text("DeadlineExceeded"))));

  private LocalDynamo dynamo;

  @BeforeAll
  void start() {
    dynamo = LocalDynamo.start();
  }

  @AfterAll
  void stop() {
    dynamo.close();
  }

  @Override
  public Ledger ledger() {
    return dynamo.newLedger();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private Ledger ledger(String table) {
    return new DynamoLedger(dynamo.clients(), table, InstantSource.fixed(NOON));
  }

  private void put(String table, Map<String, AttributeValue> item) {
    dynamo.client().putItem(request -> request.tableName(table).item(item));
  }

  private Map<String, AttributeValue> get(String table, String key) {
    return dynamo
        .client()
        .getItem(request -> request.tableName(table).key(Map.of("entry", text(key))))
        .item();
  }

  @Test
  void understandsTheItemsOfAnnouncementsAndClaims() {
    String table = dynamo.newTable();
    put(
        table,
        Map.of(
            "entry", text(COMMITMENT_KEY),
            "owner", text("a"),
            "toldOn", text("2026-05-04"),
            "firstToldOn", text("2026-04-11"),
            "expires", number(1_813_031_999L)));
    put(
        table,
        Map.of(
            "entry", text("recovery#222233334444/us-east-1/rds#2026-05-04.1"),
            "owner", text("a"),
            "until", number(NOON.plusSeconds(60).toEpochMilli()),
            "expires", number(1_847_000_000L)));

    LedgerEntry entry = new LedgerEntry(TODAY, TODAY.minusDays(23));
    assertThat(ledger(table).entries(List.of(COMMITMENT, RESTORED)))
        .isEqualTo(
            new Outcome.Found<>(new LedgerEntries(Map.of(COMMITMENT, entry), Set.of(RESTORED))));
    assertThat(ledger(table).claim(COMMITMENT, Lease.of("b", NOON)))
        .isEqualTo(new Claim.AlreadyAnnounced(entry));
    assertThat(ledger(table).claim(RESTORED, Lease.of("b", NOON)))
        .isEqualTo(new Claim.HeldByAnother(NOON.plusSeconds(60)));
  }

  @Test
  void writesTheItemsOfAnnouncementsAndClaims() {
    String table = dynamo.newTable();
    long expires = COMMITMENT.expires().getEpochSecond();

    ledger(table).claim(COMMITMENT, Lease.of("a", NOON));
    assertThat(get(table, COMMITMENT_KEY))
        .isEqualTo(
            Map.of(
                "entry", text(COMMITMENT_KEY),
                "owner", text("a"),
                "until", number(NOON.plusSeconds(60).toEpochMilli()),
                "expires", number(expires)));

    ledger(table).confirm(COMMITMENT, new LedgerEntry(TODAY, TODAY.minusDays(23)));
    assertThat(get(table, COMMITMENT_KEY))
        .isEqualTo(
            Map.of(
                "entry", text(COMMITMENT_KEY),
                "owner", text("a"),
                "toldOn", text("2026-05-04"),
                "firstToldOn", text("2026-04-11"),
                "expires", number(expires)));
  }

  @Test
  void understandsTheItemOfOutages() {
    String table = dynamo.newTable();
    put(
        table,
        Map.of(
            "entry", text("gaps#222233334444"),
            "version", number(3),
            "places", AttributeValue.fromM(PLACES),
            "expires", number(1_812_456_000L)));

    assertThat(ledger(table).outages(List.of(WEB)))
        .isEqualTo(new Outcome.Found<>(Map.of(WEB, OUTAGES)));
  }

  @Test
  void writesTheItemsOfOutages() {
    String table = dynamo.newTable();

    ledger(table).replace(OUTAGES);
    ledger(table).replace(Outages.none(ORGANIZATION).after(List.of(), List.of()));

    assertThat(get(table, "gaps#222233334444"))
        .isEqualTo(
            Map.of(
                "entry", text("gaps#222233334444"),
                "version", number(3),
                "places", AttributeValue.fromM(PLACES),
                "expires", number(NOON.plus(Announcement.KEPT).getEpochSecond())));
    assertThat(get(table, "gaps#organization")).containsEntry("version", number(1));
  }

  @Test
  void writesTheItemOfAWholeSweepWithoutEmptySets() {
    String table = dynamo.newTable();

    ledger(table)
        .record(
            new WholeSweep(
                Sample.TOOLS,
                TODAY,
                Set.of(Service.EC2, Service.RDS),
                Set.of(Sample.WEB),
                Set.of(),
                Set.of(TARGET, WEB)));

    assertThat(get(table, "whole#111122223333"))
        .isEqualTo(
            Map.of(
                "entry", text("whole#111122223333"),
                "on", text("2026-05-04"),
                "services", AttributeValue.fromSs(List.of("ec2", "rds")),
                "accounts", AttributeValue.fromSs(List.of("222233334444")),
                "places",
                    AttributeValue.fromSs(List.of("222233334444", "222233334444/us-east-1/rds")),
                "expires", number(1_780_444_800L)));
  }
}
