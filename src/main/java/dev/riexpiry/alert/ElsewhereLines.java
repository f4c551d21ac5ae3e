package dev.riexpiry.alert;



import dev.riexpiry.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the digest says of other topics: how much they are told, and of whom.
final class ElsewhereLines {
  private static final int MAX_LINES = 60;
  private static final int MAX_NAMES = 5;

  private ElsewhereLines() {}

  /// One line a topic; none if there is no other.
  static List<String> of(List<Elsewhere> elsewhere, CheckSummary summary) {
    if (elsewhere.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("TOLD TO OTHER TOPICS - only counted here");
    lines.add("");
    elsewhere.stream()
        .limit(MAX_LINES)
        .forEach(other ->
            lines.add(
                "  %s: %s; to %s".formatted(names(other, summary), counts(other), other.topic())));
    if (elsewhere.size() > MAX_LINES) {
      lines.add(
          "  and %s; the report of this run names each."
              .formatted(Wording.count(elsewhere.size() - MAX_LINES, "more topic")));
    }
    return lines;
  }

  private static String names(Elsewhere other, CheckSummary summary) {
    int hidden = other.accountIds().size() - MAX_NAMES;
    return other.accountIds().stream()
            .limit(MAX_NAMES)
            .map(account -> PlainText.of(summary.nameOf(account)))
            .collect(Collectors.joining(", "))
        + (hidden > 0 ? " +" + Wording.number(hidden) : "");
  }

  private static String counts(Elsewhere other) {
    News news = other.news();
    int expiring = news.expiring().size();
    return Stream.of(
            news.lapsed().isEmpty() ? "" : Wording.number(news.lapsed().size()) + " LAPSED",
            expiring == 0
                ? ""
                : Wording.number(expiring)
                    + (expiring == 1 ? " ends " : " end, the first ")
                    + Wording.daysLeft(news.expiring().getFirst().daysLeft()),
            news.troubles().isEmpty() ? "" : Wording.number(news.troubles().size()) + " not paid",
            other.notRead().total() == 0 ? "" : "INCOMPLETE, " + other.notRead() + " not read",
            news.recovered().isEmpty()
                ? ""
                : Wording.number(news.recovered().size()) + " read again")
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
