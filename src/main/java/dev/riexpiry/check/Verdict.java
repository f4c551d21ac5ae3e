package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.News;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.policy.Ignored;
import dev.riexpiry.policy.Renewals;
import java.util.List;

/// What there is to say of the commitments that were read.
///
/// @param expiring soonest end first, without those that are ignored
/// @param renewals what renews them
/// @param lapsed latest end first, without those that are renewed or ignored
/// @param troubles purchases that are not paid, the worst first, without those that are ignored
/// @param ignored what would be in one of these lists, had people not decided to ignore it
/// @param warnings what somebody should look at
record Verdict(
    List<Expiring> expiring,
    Renewals renewals,
    List<Lapsed> lapsed,
    List<Unpaid> troubles,
    List<Ignored> ignored,
    List<String> warnings) {
  Verdict {
    expiring = List.copyOf(expiring);
    requireNonNull(renewals, "renewals is null");
    lapsed = List.copyOf(lapsed);
    troubles = List.copyOf(troubles);
    ignored = List.copyOf(ignored);
    warnings = List.copyOf(warnings);
  }

  /// What is to be told of them, and of what could not be read.
  News news(List<Unreadable> unreadable) {
    return new News(
        lapsed,
        expiring.stream().filter(item -> !renewals.isSettled(item)).toList(),
        expiring.stream().filter(renewals::isSettled).toList(),
        troubles,
        unreadable,
        List.of(),
        List.of());
  }
}
