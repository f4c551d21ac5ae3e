package dev.riexpiry.alert;



import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.text.PlainText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What could not be read for one and the same reason. Answers that make no sense stay apart by
/// their messages, for each names a reservation of its own.
///
/// @param action what was asked
/// @param code what AWS answered
/// @param remedy what mends it
/// @param unreadable by place, at least one
public record Cause(String action, String code, String remedy, List<Unreadable> unreadable) {
  public Cause {
    unreadable = List.copyOf(unreadable);
    if (unreadable.isEmpty()) {
      throw new IllegalArgumentException("a cause without effect");
    }
  }

  /// Groups by cause, in the order in which the causes turn up.
  public static List<Cause> group(Collection<Unreadable> unreadable) {
    Map<Cause.Key, List<Unreadable>> byKey =
        unreadable.stream()
            .collect(
                Collectors.groupingBy(
                    item -> Key.of(item.failure()), LinkedHashMap::new, Collectors.toList()));
    return byKey.entrySet().stream()
        .map(entry ->
            new Cause(
                entry.getKey().action(),
                entry.getKey().code(),
                entry.getKey().remedy(),
                entry.getValue()))
        .toList();
  }

  /// One line an account, so that a refusal in seventeen regions does not fill a screen: its name
  /// and id, then the targets in it.
  public List<String> places() {
    return unreadable.stream()
        .collect(
            Collectors.groupingBy(
                item -> PlainText.of(item.owner()),
                LinkedHashMap::new,
                Collectors.mapping(Unreadable::part, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + ", " + entry.getValue())
        .toList();
  }

  /// What AWS said the first time.
  public String message() {
    return unreadable.getFirst().failure().message();
  }

  private record Key(String action, String code, String remedy, String detail) {
    static Key of(Failure failure) {
      return new Key(
          failure.action(),
          failure.code(),
          failure.remedy(),
          failure.code().equals(Failure.UNUSABLE_ANSWER) ? failure.message() : "");
    }
  }
}
