package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.text.PlainText;
import java.util.List;
import java.util.stream.Collectors;

/// Reports everything that is wrong with one file, event or set of options. Carries no stack trace:
/// the fault is in the input, and its message names the place.
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

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
            .map(fault -> "\n  " + PlainText.of(fault.toString()))
            .collect(Collectors.joining());
  }
}
