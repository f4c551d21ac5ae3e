package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import java.util.List;

/// What a check has found, and what other runs have announced of it.
///
/// @param findings in their order
/// @param history which of them were announced before
/// @param ignored how many commitments are not announced because a rule ignores them
/// @param totals counts of the findings
public record Found(List<Finding> findings, History history, int ignored, Totals totals) {
  public Found {
    findings = List.copyOf(findings);
    requireNonNull(history, "history is null");
    requireNonNull(totals, "totals is null");
  }

  /// Counts the findings.
  public Found(List<Finding> findings, History history, int ignored) {
    this(findings, history, ignored, Totals.of(findings, history));
  }

  /// The same with more known of other runs.
  Found with(History other) {
    return new Found(findings, other, ignored);
  }
}
