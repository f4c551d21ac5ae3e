package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.text.PlainText;
import java.util.List;
import java.util.stream.Collectors;

/// Reports what is wrong with one file, event or set of options: its first fifty faults, and how
/// many more there are. Carries no stack trace: the fault is in the input, and its message names
/// the place.
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The most faults that a message names: more are not read, and a log takes no megabytes.
  private static final int MAX_NAMED = 50;

  /// @param source the input as a whole, such as a file's name
  /// @param faults at least one
  public InvalidInputException(String source, List<Fault> faults) {
    super(message(source, faults), null, false, false);
  }

  private static String message(String source, List<Fault> faults) {
    requireNonNull(source, "source is null");
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("no fault is given");
    }
    String count = faults.size() == 1 ? "one fault" : faults.size() + " faults";
    return PlainText.of(source)
        + " has "
        + count
        + ":"
        + faults.stream()
            .limit(MAX_NAMED)
            .map(fault -> "\n  " + PlainText.of(fault.toString()))
            .collect(Collectors.joining())
        + (faults.size() > MAX_NAMED ? "\n  and " + (faults.size() - MAX_NAMED) + " more" : "");
  }
}
