package dev.riexpiry.cli;

import java.util.Optional;

/// Takes what a person types.
@FunctionalInterface
interface Keyboard {
  /// Asks for a line.
  ///
  /// @param question is shown before it, without a line break
  /// @return empty if there is no terminal, or its input has ended
  Optional<String> line(String question);
}
