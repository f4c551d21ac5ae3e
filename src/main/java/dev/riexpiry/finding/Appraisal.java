package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What is known of a commitment beside what its own service says of it.
///
/// @param source who listed it
/// @param usage how much of it was used, if the payer says so
/// @param worth what it costs and saves, as far as that is known
/// @param advice what to do about it, if it was judged
public record Appraisal(
    Source source, Optional<Usage> usage, Optional<Worth> worth, Optional<Advice> advice) {
  public Appraisal {
    requireNonNull(source, "source is null");
    requireNonNull(usage, "usage is null");
    requireNonNull(worth, "worth is null");
    requireNonNull(advice, "advice is null");
  }

  /// The appraisal of a commitment that was not judged.
  public Appraisal(Source source, Optional<Usage> usage, Optional<Worth> worth) {
    this(source, usage, worth, Optional.empty());
  }

  /// The same with an advice.
  public Appraisal with(Advice given) {
    return new Appraisal(source, usage, worth, Optional.of(given));
  }
}
