package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;

/// A commitment that people would be told of, had they not decided to ignore it.
///
/// @param commitment the commitment
/// @param because the decision
public record Ignored(Commitment commitment, IgnoreRule because) {
  /// @throws IllegalArgumentException if the decision is about others
  public Ignored {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(because, "because is null");
    if (!because.matches(commitment)) {
      throw new IllegalArgumentException(because.subject() + " is not " + commitment.id());
    }
  }
}
