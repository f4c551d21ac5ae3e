package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.News;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Finding;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Chooses what a run has time to tell before anything of it is claimed: message by message, the
/// one with the most urgent finding first. Something is always chosen.
///
/// @param groups the news of each message, or of several that one message is too small for
/// @param time the time for all of them
record SendingPlan(List<News> groups, Duration time) {
  private static final Comparator<News> MOST_URGENT_FIRST =
      Comparator.comparing(group -> group.findings().getFirst(), Finding::compare);

  SendingPlan {
    groups = List.copyOf(groups);
    requireNonNull(time, "time is null");
  }

  /// The announcements that there is no time for.
  Set<Announcement> untold() {
    Set<Announcement> chosen = new HashSet<>();
    Set<Announcement> untold = new HashSet<>();
    int messages = 0;
    for (News group :
        groups.stream()
            .filter(news -> !news.findings().isEmpty())
            .sorted(MOST_URGENT_FIRST)
            .toList()) {
      int inGroup = 0;
      for (Finding finding : group.findings()) {
        boolean opensMessage = inGroup % Telling.FINDINGS_A_MESSAGE == 0;
        Telling next = new Telling(messages + (opensMessage ? 1 : 0), chosen.size() + 1);
        if (untold.isEmpty() && (chosen.isEmpty() || next.time().compareTo(time) <= 0)) {
          messages = next.messages();
          inGroup += takesRoom(finding) || inGroup == 0 ? 1 : 0;
          chosen.add(finding.announcement());
        } else {
          untold.add(finding.announcement());
        }
      }
    }
    untold.removeAll(chosen);
    return untold;
  }

  /// Tells whether a finding is shown in each message that announces it. Beyond some examples,
  /// places are only counted.
  private static boolean takesRoom(Finding finding) {
    return finding instanceof Finding.OfCommitment;
  }
}
