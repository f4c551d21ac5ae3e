package dev.riexpiry.log;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.text.Redaction;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Passes on the warnings of libraries, and those of this program outside a check.
///
/// - default: standard error
public final class Warnings {
  private static final AtomicReference<Consumer<String>> LISTENER =
      new AtomicReference<>(System.err::println);

  private Warnings() {}

  /// Sends all later warnings to `listener`.
  public static void listen(Consumer<String> listener) {
    LISTENER.set(requireNonNull(listener, "listener is null"));
  }

  /// A listener that passes on each warning once: the SDK says one of a profile each time that it
  /// reads the file, and reads it for each client.
  public static Consumer<String> once(Consumer<String> listener) {
    Set<String> said = ConcurrentHashMap.newKeySet();
    return warning -> {
      if (said.add(warning)) {
        listener.accept(warning);
      }
    };
  }

  /// Passes a warning on to the listener.
  public static void report(String message) {
    LISTENER.get().accept(Redaction.of(message));
  }

  static void report(String level, String logger, String message) {
    LISTENER.get().accept(level + " " + logger + ": " + Redaction.of(message));
  }
}
