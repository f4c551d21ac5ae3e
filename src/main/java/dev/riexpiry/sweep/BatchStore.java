package dev.riexpiry.sweep;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.util.Optional;

/// Keeps the pieces of a run that is spread over several functions.
public interface BatchStore {
  /// Writes a text; one of the same name is replaced.
  ///
  /// @return why it could not be written; empty if it was
  Optional<Failure> put(String name, String text);

  /// Reads a text.
  ///
  /// @return the text, empty if there is none of that name, or why it could not be read
  Outcome<Optional<String>> get(String name);
}
