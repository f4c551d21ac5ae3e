package dev.riexpiry.page;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The commitments that the files of a report are about, and what the report says of each.
///
/// @param summary what the run knows
/// @param commitments the report's inventory; without one, what is expiring or ignored
/// @param expiring what is said of those that have a milestone
/// @param ignored those that the accounts file ignores
record Inventory(
    CheckSummary summary,
    List<Commitment> commitments,
    Map<Commitment, Expiring> expiring,
    Set<Commitment> ignored) {
  Inventory {
    requireNonNull(summary, "summary is null");
    commitments = List.copyOf(commitments);
    expiring = Map.copyOf(expiring);
    ignored = Set.copyOf(ignored);
  }

  static Inventory of(CheckReport report) {
    List<Expiring> expiring = report.findings(Expiring.class);
    List<Commitment> ignored = report.ignored().stream().map(Ignored::commitment).toList();
    return new Inventory(
        report.summary(),
        report
            .inventory()
            .orElseGet(() ->
                Stream.concat(expiring.stream().map(Expiring::commitment), ignored.stream())
                    .toList()),
        expiring.stream()
            .collect(
                Collectors.toMap(Expiring::commitment, Function.identity(), (first, _) -> first)),
        Set.copyOf(ignored));
  }

  Optional<Expiring> expiring(Commitment commitment) {
    return Optional.ofNullable(expiring.get(commitment));
  }

  Standing standing(Commitment commitment) {
    if (ignored.contains(commitment)) {
      return Standing.IGNORED;
    }
    return expiring(commitment)
        .map(found ->
            found.renewed()
                ? Standing.RENEWED
                : summary.history().isDue(found) ? Standing.DUE : Standing.TOLD)
        .orElse(Standing.LATER);
  }

  /// The calendar days to its last day, in the zone of the check.
  long daysLeft(Commitment commitment) {
    return summary.checkDate().daysLeft(commitment.end());
  }

  AccountLabel account(Commitment commitment) {
    return summary.accounts().of(commitment.accountId());
  }
}
