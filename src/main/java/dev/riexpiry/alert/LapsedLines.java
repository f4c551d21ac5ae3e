package dev.riexpiry.alert;



import dev.riexpiry.finding.Lapsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a mail says of commitments that have lapsed.
final class LapsedLines {
  private LapsedLines() {}

  /// The first sentences; none if nothing has lapsed.
  static List<String> opening(List<Lapsed> lapsed) {
    if (lapsed.isEmpty()) {
      return List.of();
    }
    boolean one = lapsed.size() == 1;
    int last = lapsed.getFirst().daysAgo();
    return List.of(
        "%s %s LAPSED, %s%s, with nothing in %s place."
            .formatted(
                Wording.count(
                    lapsed.size(), Noun.of(lapsed.stream().map(Lapsed::commitment)).ofAws()),
                one ? "has" : "have",
                last == lapsed.getLast().daysAgo() ? "" : "the last ",
                Wording.daysAgo(last),
                one ? "its" : "their"),
        "What %s covered is billed at the on-demand price since.".formatted(one ? "it" : "they"));
  }

  /// One paragraph a commitment, under the day on which it ended.
  static List<String> of(List<Lapsed> lapsed, CheckSummary summary) {
    List<String> lines = new ArrayList<>();
    int day = 0;
    for (Lapsed item : lapsed) {
      if (item.daysAgo() != day) {
        day = item.daysAgo();
        lines.add("");
        lines.add(
            "LAPSED %s - last day %s (%s)"
                .formatted(
                    Wording.daysAgo(day).toUpperCase(Locale.ENGLISH),
                    Wording.day(summary.checkDate().lastDay(item.commitment().end())),
                    summary.checkDate().zone().getId()));
      }
      lines.add("");
      lines.addAll(CommitmentLines.of(item.commitment(), summary, "ended", "cost"));
      ConsoleLink.of(item.commitment()).ifPresent(link -> lines.add("  " + link));
    }
    return lines;
  }
}
