package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.text.PlainText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A reason why several places could not be read, which is shown once for all of them.
///
/// @param failure the failure of the first place
/// @param places at least one
public record Cause(Failure failure, List<Place> places) {
  public Cause {
    requireNonNull(failure, "failure is null");
    places = List.copyOf(places);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a cause without effect");
    }
  }

  /// Groups by cause, in the order in which the causes occur.
  public static List<Cause> group(Collection<PlaceFailure> failures) {
    Map<Key, List<PlaceFailure>> byKey =
        failures.stream()
            .collect(
                Collectors.groupingBy(
                    item -> Key.of(item.failure()), LinkedHashMap::new, Collectors.toList()));
    return byKey.values().stream()
        .map(alike ->
            new Cause(alike.getFirst().failure(), alike.stream().map(PlaceFailure::place).toList()))
        .toList();
  }

  /// Writes one line for each account, so that a refusal in seventeen regions does not fill a
  /// screen: its name and id, then the targets in it. Safe to print.
  public List<String> lines(AccountLabels accounts) {
    return places.stream()
        .collect(
            Collectors.groupingBy(
                place -> PlainText.of(accounts.labelOf(place)),
                LinkedHashMap::new,
                Collectors.mapping(Place::part, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + ", " + entry.getValue())
        .toList();
  }

  /// The key that distinguishes causes. Unusable answers stay apart by their messages, because each
  /// names a commitment of its own.
  record Key(String action, String code, String remedy, String detail) {
    static Key of(Failure failure) {
      return new Key(
          failure.action(),
          failure.code(),
          failure.remedy(),
          failure.code().equals(Failure.UNUSABLE_ANSWER) ? failure.message() : "");
    }
  }
}
