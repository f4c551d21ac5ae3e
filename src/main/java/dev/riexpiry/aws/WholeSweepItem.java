package dev.riexpiry.aws;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.WholeSweep;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The form of the ledger's item of a whole sweep. DynamoDB knows no empty set: such is left out.
final class WholeSweepItem {
  private static final String PREFIX = "whole#";

  /// The days for which it is kept, some time after it proves nothing any more.
  private static final int KEPT_DAYS = 30;

  private WholeSweepItem() {}

  static String key(AccountId payer) {
    return PREFIX + payer.value();
  }

  static Map<String, AttributeValue> write(WholeSweep sweep) {
    Map<String, AttributeValue> item = new HashMap<>(LedgerItem.key(key(sweep.payer())));
    item.put("on", LedgerItem.text(sweep.on().toString()));
    put(item, "services", sweep.services().stream().map(Service::id));
    put(item, "accounts", sweep.accounts().stream().map(AccountId::value));
    put(item, "regions", sweep.regions().stream());
    put(item, "places", sweep.places().stream().map(Place::key));
    item.put(
        "expires",
        LedgerItem.number(
            sweep.on().plusDays(KEPT_DAYS).atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
    return item;
  }

  private static void put(Map<String, AttributeValue> item, String name, Stream<String> values) {
    List<String> sorted = values.sorted().toList();
    if (!sorted.isEmpty()) {
      item.put(name, AttributeValue.fromSs(sorted));
    }
  }

  /// @throws RuntimeException if the item is not of this program's making
  static WholeSweep read(AccountId payer, Map<String, AttributeValue> item) {
    return new WholeSweep(
        payer,
        LocalDate.parse(LedgerItem.text(item, "on").orElse("")),
        set(item, "services", Service::of),
        set(item, "accounts", AccountId::new),
        set(item, "regions", region -> region),
        set(item, "places", Place::parse));
  }

  private static <T> Set<T> set(
      Map<String, AttributeValue> item, String name, Function<String, T> reader) {
    return item.containsKey(name)
        ? item.get(name).ss().stream().map(reader).collect(Collectors.toSet())
        : Set.of();
  }
}
