package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Identity;

/// A caller that has credentials.
///
/// @param caller whose they are, or why that could not be learnt
/// @param by where they come from, in words: `profile finops`
public record SignedIn(Outcome<Identity> caller, String by) {
  public SignedIn {
    requireNonNull(caller, "caller is null");
    requireNonNull(by, "by is null");
  }
}
