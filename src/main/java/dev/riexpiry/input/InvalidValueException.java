package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

/// Reports a text that is not valid in its place; the caller, which knows the place, makes a
/// [Fault] of it.
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;

  /// @param problem what is wrong, quoting the value
  /// @param remedy what to write instead
  public InvalidValueException(String problem, String remedy) {
    super(problem + "; " + remedy);
    this.problem = requireNonNull(problem, "problem is null");
    this.remedy = requireNonNull(remedy, "remedy is null");
  }

  /// The problem, quoting the value.
  public String problem() {
    return problem;
  }

  /// The remedy: the text to write instead.
  public String remedy() {
    return remedy;
  }
}
