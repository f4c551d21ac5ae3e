package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.WholeSweep;
import dev.riexpiry.ledger.Acknowledged;
import dev.riexpiry.ledger.Claim;
import dev.riexpiry.ledger.Lease;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.LedgerEntries;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.Outages;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// A ledger in one DynamoDB table, in the caller's own account and region. It gets, puts and
/// updates single items by their keys, and nothing else.
///
/// An item with `toldOn` records an announcement that was made. One without it is a claim of
/// `owner` until `until`.
final class DynamoLedger implements Ledger {
  private static final String PUT = "dynamodb:PutItem";
  private static final String UPDATE = "dynamodb:UpdateItem";
  private static final String UNANNOUNCED_AND_MINE =
      "attribute_not_exists(#toldOn) AND #owner = :owner";

  private final AwsClients clients;
  private final String table;
  private final InstantSource clock;
  private final LedgerCalls calls = new LedgerCalls(System::nanoTime);

  /// @param clients the SDK clients
  /// @param table the table's name
  /// @param clock the time from which the expiry of items counts
  DynamoLedger(AwsClients clients, String table, InstantSource clock) {
    this.clients = requireNonNull(clients, "clients is null");
    this.table = requireNonNull(table, "table is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public String name() {
    return table;
  }

  @Override
  public Outcome<LedgerEntries> entries(Collection<Announcement> announcements) {
    Map<String, Announcement> byKey = new HashMap<>();
    announcements.forEach(announcement -> byKey.put(announcement.key(), announcement));
    return new LedgerBatches(client(), table, calls)
        .get(
            byKey.keySet(),
            items -> {
              Map<Announcement, LedgerEntry> announced = new HashMap<>();
              Set<Announcement> claimed = new HashSet<>();
              items.forEach((key, item) -> {
                Announcement announcement = requireNonNull(byKey.get(key), key);
                LedgerItem.entry(item).ifPresent(entry -> announced.put(announcement, entry));
                if (LedgerItem.isClaimed(item)) {
                  claimed.add(announcement);
                }
              });
              return new LedgerEntries(announced, claimed);
            });
  }

  @Override
  public Claim claim(Announcement announcement, Lease lease) {
    Outcome<Claim> claim = calls.ask(PUT, () -> new Outcome.Found<>(put(announcement, lease)));
    return switch (claim) {
      case Outcome.Found<Claim>(Claim made) -> made;
      case Outcome.Failed<Claim>(Failure failure) -> new Claim.Failed(failure);
    };
  }

  private Claim put(Announcement announcement, Lease lease) {
    try {
      client()
          .putItem(request ->
              request
                  .tableName(table)
                  .item(LedgerItem.claim(announcement, lease))
                  .conditionExpression(
                      "attribute_not_exists(#entry) OR (attribute_not_exists(#toldOn) AND"
                          + " (#until <= :now OR #owner = :owner))")
                  .expressionAttributeNames(
                      LedgerItem.names("#entry", "#toldOn", "#until", "#owner"))
                  .expressionAttributeValues(
                      Map.of(
                          ":now", LedgerItem.number(lease.from().toEpochMilli()),
                          ":owner", LedgerItem.text(lease.owner())))
                  // Returns the item that is there without a second call.
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Claim.Claimed(lease.until());
    } catch (ConditionalCheckFailedException e) {
      return taken(e);
    }
  }

  private static Claim taken(ConditionalCheckFailedException refusal) {
    try {
      Map<String, AttributeValue> item = refusal.item();
      return LedgerItem.entry(item)
          .<Claim>map(Claim.AlreadyAnnounced::new)
          .orElseGet(() -> new Claim.HeldByAnother(LedgerItem.until(item)));
    } catch (DateTimeException | NumberFormatException e) {
      return new Claim.Failed(
          AwsFailures.unusable(PUT, "what the ledger holds makes no sense: " + e.getMessage()));
    }
  }

  @Override
  public Optional<Failure> confirm(Announcement announcement, LedgerEntry entry) {
    return calls.make(
        UPDATE,
        () ->
            client()
                .updateItem(request ->
                    request
                        .tableName(table)
                        .key(LedgerItem.key(announcement.key()))
                        .updateExpression(
                            "SET #toldOn = :on, #firstToldOn = :first, #expires = :expires"
                                + " REMOVE #until")
                        .expressionAttributeNames(
                            LedgerItem.names("#toldOn", "#firstToldOn", "#expires", "#until"))
                        .expressionAttributeValues(LedgerItem.confirmation(announcement, entry))));
  }

  @Override
  public Optional<Failure> release(Announcement announcement, String owner) {
    return calls.make(
        UPDATE,
        () -> {
          try {
            client()
                .updateItem(request ->
                    request
                        .tableName(table)
                        .key(LedgerItem.key(announcement.key()))
                        .updateExpression("SET #until = :never")
                        .conditionExpression(UNANNOUNCED_AND_MINE)
                        .expressionAttributeNames(LedgerItem.names("#until", "#toldOn", "#owner"))
                        .expressionAttributeValues(
                            Map.of(
                                ":never", LedgerItem.RELEASED, ":owner", LedgerItem.text(owner))));
          } catch (ConditionalCheckFailedException e) {
            // Another run has taken the claim over: there is nothing to release.
            return;
          }
        });
  }

  @Override
  public Outcome<Map<Place, Outages>> outages(Collection<Place> wholes) {
    Map<String, Place> byKey =
        wholes.stream().distinct().collect(Collectors.toMap(LedgerItem::key, Function.identity()));
    return new LedgerBatches(client(), table, calls)
        .get(
            byKey.keySet(),
            items -> {
              Map<Place, Outages> outages = new HashMap<>();
              items.forEach((key, item) -> {
                Place whole = requireNonNull(byKey.get(key), key);
                outages.put(whole, LedgerItem.outages(whole, item));
              });
              return outages;
            });
  }

  @Override
  public Outcome<Boolean> replace(Outages outages) {
    return calls.ask(
        PUT,
        () ->
            new Outcome.Found<>(
                isReplaced(LedgerItem.outages(outages, clock.instant()), outages.version())));
  }

  /// @return false if another run has changed the item meanwhile
  private boolean isReplaced(Map<String, AttributeValue> item, long version) {
    try {
      client()
          .putItem(request -> {
            request
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#entry) OR #version = :before")
                .expressionAttributeNames(LedgerItem.names("#entry", "#version"))
                .expressionAttributeValues(Map.of(":before", LedgerItem.number(version - 1)));
          });
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public Outcome<Map<String, Acknowledged>> acknowledgements(Collection<String> keys) {
    return new LedgerBatches(client(), table, calls)
        .get(
            keys.stream().map(AcknowledgementItem::key).collect(Collectors.toSet()),
            items ->
                items.values().stream()
                    .map(AcknowledgementItem::read)
                    .collect(
                        Collectors.toMap(item -> item.commitment().key(), Function.identity())));
  }

  @Override
  public Outcome<Optional<KnownAccounts>> knownAccounts(String topic) {
    return new LedgerBatches(client(), table, calls)
        .get(
            List.of(KnownAccountsItem.key(topic)),
            items ->
                items.values().stream()
                    .map(item -> KnownAccountsItem.read(topic, item))
                    .findFirst());
  }

  @Override
  public Outcome<Boolean> replace(KnownAccounts accounts) {
    return calls.ask(
        PUT,
        () ->
            new Outcome.Found<>(isReplaced(KnownAccountsItem.write(accounts), accounts.version())));
  }

  @Override
  public Outcome<Optional<WholeSweep>> wholeSweep(AccountId payer) {
    return new LedgerBatches(client(), table, calls)
        .get(
            List.of(WholeSweepItem.key(payer)),
            items ->
                items.values().stream().map(item -> WholeSweepItem.read(payer, item)).findFirst());
  }

  @Override
  public Optional<Failure> record(WholeSweep sweep) {
    return calls.make(
        PUT,
        () ->
            client()
                .putItem(request -> request.tableName(table).item(WholeSweepItem.write(sweep))));
  }

  private DynamoDbClient client() {
    return clients.client(DynamoDbClient.class, clients.home(), DynamoDbClient::builder);
  }
}
