package dev.riexpiry.page;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The active commitments of which a report says nothing but that they are there.
public final class OtherCommitments {
  private OtherCommitments() {}

  /// Lists them, soonest end first; none where the report has no inventory.
  public static List<Commitment> of(CheckReport report) {
    Set<Commitment> told =
        Stream.concat(
                report.findings(Expiring.class).stream().map(Expiring::commitment),
                report.ignored().stream().map(Ignored::commitment))
            .collect(Collectors.toSet());
    return report.inventory().stream()
        .flatMap(List::stream)
        .filter(item -> !told.contains(item))
        .toList();
  }
}
