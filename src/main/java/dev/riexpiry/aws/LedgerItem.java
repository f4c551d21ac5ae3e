package dev.riexpiry.aws;



import dev.riexpiry.ledger.Announcement;
import dev.riexpiry.ledger.GapPlace;
import dev.riexpiry.ledger.GapStart;
import dev.riexpiry.ledger.Lease;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.ledger.OpenGaps;
import dev.riexpiry.ledger.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How the ledger's items are written: instants as milliseconds and dates as text, except for
/// `expires`, which DynamoDB's time to live wants in seconds.
final class LedgerItem {
  static final String KEY = "entry";

  /// What `until` says of a claim that was given back.
  static final AttributeValue GIVEN_BACK = number(0);

  private static final String GAPS_PREFIX = "gaps#";

  private LedgerItem() {}

  static Map<String, AttributeValue> key(String key) {
    return Map.of(KEY, text(key));
  }

  /// The key of what is remembered of an account's gaps.
  static String key(GapPlace holder) {
    return GAPS_PREFIX + holder.key();
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
        expires(announcement.forgettable()));
  }

  static Map<String, AttributeValue> confirmation(Announcement announcement, Told told) {
    return Map.of(
        ":on", text(told.on().toString()),
        ":first", text(told.first().toString()),
        ":expires", expires(announcement.forgettable()));
  }

  /// That an announcement was made; empty if the item is a claim.
  ///
  /// @throws java.time.DateTimeException if the item is not of this program's making
  static Optional<Told> told(Map<String, AttributeValue> item) {
    return text(item, "toldOn")
        .map(LocalDate::parse)
        .map(on -> new Told(on, text(item, "firstToldOn").map(LocalDate::parse).orElse(on)));
  }

  /// Tells whether an announcement was claimed, not given back, and not confirmed.
  static boolean isBegun(Map<String, AttributeValue> item) {
    return told(item).isEmpty() && !GIVEN_BACK.equals(item.get("until"));
  }

  /// Until when an announcement is claimed.
  ///
  /// @throws NumberFormatException if the item is not of this program's making
  static Instant until(Map<String, AttributeValue> item) {
    return Instant.ofEpochMilli(number(item, "until"));
  }

  static Map<String, AttributeValue> gaps(OpenGaps gaps, Instant now) {
    Map<String, AttributeValue> places = new HashMap<>();
    gaps.gaps()
        .forEach((place, gap) ->
            places.put(
                place.key(),
                AttributeValue.fromM(
                    Map.of("since", text(gap.start().key()), "code", text(gap.code())))));
    return Map.of(
        KEY,
        text(key(gaps.holder())),
        "version",
        number(gaps.version()),
        "places",
        AttributeValue.fromM(places),
        "expires",
        expires(now.plus(Announcement.KEPT)));
  }

  /// @throws IllegalArgumentException if the item is not of this program's making
  static OpenGaps gaps(GapPlace holder, Map<String, AttributeValue> item) {
    Map<GapPlace, OpenGap> gaps = new HashMap<>();
    Optional.ofNullable(item.get("places"))
        .ifPresent(places ->
            places
                .m()
                .forEach((key, value) -> {
                  GapPlace place = GapPlace.parse(key);
                  gaps.put(
                      place,
                      new OpenGap(
                          place,
                          GapStart.parse(text(value.m(), "since").orElse("")),
                          text(value.m(), "code").orElse("")));
                }));
    return new OpenGaps(holder, number(item, "version"), gaps);
  }

  /// Attribute names behind their placeholders: some are words that DynamoDB keeps for itself.
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

  private static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return Long.parseLong(value == null || value.n() == null ? "0" : value.n());
  }

  private static AttributeValue expires(Instant instant) {
    return number(instant.getEpochSecond());
  }
}
