package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

/// A text that is not what its place asks for; whoever knows the place makes a [Fault] of it.
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

  /// What is wrong, quoting the value.
  public String problem() {
    return problem;
  }

  /// What to write instead.
  public String remedy() {
    return remedy;
  }
}
