package dev.riexpiry.aws;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.ledger.Lease;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.Outages;
import dev.riexpiry.ledger.Outages.OpenOutage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The form of the ledger's items: instants as milliseconds and dates as text, except for
/// `expires`, which DynamoDB's time to live wants in seconds.
final class LedgerItem {
  static final String KEY = "entry";

  /// The `until` of a claim that was released.
  static final AttributeValue RELEASED = number(0);

  private static final String OUTAGES_PREFIX = "gaps#";

  private LedgerItem() {}

  static Map<String, AttributeValue> key(String key) {
    return Map.of(KEY, text(key));
  }

  /// The key of the outages of an account or of the organization.
  static String key(Place whole) {
    return OUTAGES_PREFIX + whole.key();
  }

  static Map<String, AttributeValue> claim(Announcement announcement, Lease lease) {
    return Map.of(
        KEY,
        text(announcement.key()),
        "owner",
        text(lease.owner()),
        "until",
        number(lease.until().toEpochMilli()),
        "expires",
        expires(announcement.expires()));
  }

  static Map<String, AttributeValue> confirmation(Announcement announcement, LedgerEntry entry) {
    return Map.of(
        ":on", text(entry.on().toString()),
        ":first", text(entry.first().toString()),
        ":expires", expires(announcement.expires()));
  }

  /// The record that an announcement was made; empty if the item is a claim.
  ///
  /// @throws java.time.DateTimeException if the item is not of this program's making
  static Optional<LedgerEntry> entry(Map<String, AttributeValue> item) {
    return text(item, "toldOn")
        .map(LocalDate::parse)
        .map(on -> new LedgerEntry(on, text(item, "firstToldOn").map(LocalDate::parse).orElse(on)));
  }

  /// Tells whether an announcement was claimed, not released, and not confirmed.
  static boolean isClaimed(Map<String, AttributeValue> item) {
    return entry(item).isEmpty() && !RELEASED.equals(item.get("until"));
  }

  /// The end of a claim.
  ///
  /// @throws NumberFormatException if the item is not of this program's making
  static Instant until(Map<String, AttributeValue> item) {
    return Instant.ofEpochMilli(number(item, "until"));
  }

  static Map<String, AttributeValue> outages(Outages outages, Instant now) {
    Map<String, AttributeValue> places = new HashMap<>();
    outages
        .open()
        .forEach((place, outage) ->
            places.put(
                place.key(),
                AttributeValue.fromM(
                    Map.of("since", text(outage.outage().key()), "code", text(outage.code())))));
    return Map.of(
        KEY,
        text(key(outages.whole())),
        "version",
        number(outages.version()),
        "places",
        AttributeValue.fromM(places),
        "expires",
        expires(now.plus(Announcement.KEPT)));
  }

  /// @throws IllegalArgumentException if the item is not of this program's making
  static Outages outages(Place whole, Map<String, AttributeValue> item) {
    Map<Place, OpenOutage> open = new HashMap<>();
    Optional.ofNullable(item.get("places"))
        .ifPresent(places ->
            places
                .m()
                .forEach((key, value) -> {
                  Place place = Place.parse(key);
                  open.put(
                      place,
                      new OpenOutage(
                          place,
                          Outage.parse(text(value.m(), "since").orElse("")),
                          text(value.m(), "code").orElse("")));
                }));
    return new Outages(whole, number(item, "version"), open);
  }

  /// Attribute names behind their placeholders: some are reserved words of DynamoDB.
  static Map<String, String> names(String... placeholders) {
    return Arrays.stream(placeholders)
        .collect(Collectors.toMap(name -> name, name -> name.substring(1)));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(String.valueOf(value));
  }

  static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).flatMap(value -> Optional.ofNullable(value.s()));
  }

  static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return Long.parseLong(value == null || value.n() == null ? "0" : value.n());
  }

  private static AttributeValue expires(Instant instant) {
    return number(instant.getEpochSecond());
  }
}
