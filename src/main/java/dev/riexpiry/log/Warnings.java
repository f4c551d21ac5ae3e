package dev.riexpiry.log;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.text.Redaction;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The one place that hears the warnings of libraries, and ours outside a check.
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

  /// Tells the listener.
  public static void tell(String message) {
    LISTENER.get().accept(Redaction.of(message));
  }

  static void tell(String level, String logger, String message) {
    LISTENER.get().accept(level + " " + logger + ": " + Redaction.of(message));
  }
}
