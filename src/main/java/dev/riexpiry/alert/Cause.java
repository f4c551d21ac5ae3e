package dev.riexpiry.alert;

import dev.riexpiry.sweep.Failure;
import dev.riexpiry.sweep.Unreadable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What could not be read for one and the same reason.
///
/// @param action what was asked
/// @param code what AWS answered
/// @param remedy what mends it
/// @param unreadable by place, at least one
record Cause(String action, String code, String remedy, List<Unreadable> unreadable) {
  Cause {
    unreadable = List.copyOf(unreadable);
    if (unreadable.isEmpty()) {
      throw new IllegalArgumentException("a cause without effect");
    }
  }

  /// Groups by cause, in the order in which the causes turn up.
  static List<Cause> group(Collection<Unreadable> unreadable) {
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

  private record Key(String action, String code, String remedy) {
    static Key of(Failure failure) {
      return new Key(failure.action(), failure.code(), failure.remedy());
    }
  }
}
