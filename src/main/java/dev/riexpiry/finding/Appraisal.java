package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What is known of a commitment beside what its own service says of it.
///
/// @param source who listed it
/// @param usage how much of it was used, if the payer says so
/// @param worth what it costs and saves, as far as that is known
public record Appraisal(Source source, Optional<Usage> usage, Optional<Worth> worth) {
  public Appraisal {
    requireNonNull(source, "source is null");
    requireNonNull(usage, "usage is null");
    requireNonNull(worth, "worth is null");
  }
}
