package dev.riexpiry.page;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.text.PlainText;
import io.jstach.jstache.JStache;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The commitments as bars from start to end, by account, with today and the milestones that are
/// still to come; its layout is `timeline.mustache`. It shows three years before today and after
/// it.
@JStache(path = "dev/riexpiry/page/timeline.mustache")
record TimelineView(
    int height, int bottom, int today, String title, List<Year> years, List<Group> groups) {
  /// The most bars; the list has all commitments.
  static final int MOST = 500;

  private static final int LEFT = 400;
  private static final int RIGHT = 1190;
  private static final int YEARS = 3;
  private static final int ROW = 16;
  private static final int LONGEST_TEXT = 58;

  static TimelineView of(Inventory inventory) {
    CheckSummary summary = inventory.summary();
    Map<AccountLabel, List<Commitment>> byAccount =
        inventory.commitments().stream()
            .limit(MOST)
            .collect(
                Collectors.groupingBy(inventory::account, LinkedHashMap::new, Collectors.toList()));
    List<Group> groups = new ArrayList<>();
    int y = 40;
    for (Map.Entry<AccountLabel, List<Commitment>> entry : byAccount.entrySet()) {
      int top = y;
      groups.add(
          new Group(
              top,
              PlainText.of(entry.getKey().toString()),
              IntStream.range(0, entry.getValue().size())
                  .mapToObj(row -> bar(entry.getValue().get(row), top + ROW * (row + 1), inventory))
                  .toList()));
      y = top + ROW * (entry.getValue().size() + 2);
    }
    LocalDate date = summary.checkDate().date();
    int height = y;
    return new TimelineView(
        height,
        height,
        x(date, date),
        "Each commitment from its start to its end, with a line for today",
        IntStream.rangeClosed(date.getYear() - YEARS + 1, date.getYear() + YEARS)
            .mapToObj(year -> new Year(x(LocalDate.of(year, 1, 1), date), String.valueOf(year)))
            .toList(),
        groups);
  }

  /// Renders the picture.
  String text() {
    return TimelineViewRenderer.of().execute(this);
  }

  private static Bar bar(Commitment commitment, int y, Inventory inventory) {
    CheckSummary summary = inventory.summary();
    LocalDate date = summary.checkDate().date();
    LocalDate first = summary.checkDate().firstDay(commitment.start());
    LocalDate last = summary.checkDate().lastDay(commitment.end());
    int x = x(first, date);
    String what = PlainText.of(commitment.covered().amount() + ", " + commitment.id());
    String marks =
        summary.terms().milestones().days().stream()
            .map(last::minusDays)
            .filter(day -> !day.isBefore(date))
            .map(day -> "M" + x(day, date) + " " + (y - 9) + "v9")
            .collect(Collectors.joining());
    long left = inventory.daysLeft(commitment);
    return new Bar(
        what + ": " + first + " to " + last,
        y,
        shortened(what),
        inventory.status(commitment) == Status.RENEWED
            ? "renewed"
            : left <= summary.terms().milestones().largest() ? "ends" : "stays",
        x,
        y - 9,
        Math.max(2, x(last.plusDays(1), date) - x),
        marks.isEmpty() ? "M0 0" : marks);
  }

  private static int x(LocalDate day, LocalDate today) {
    long span = ChronoUnit.DAYS.between(today.minusYears(YEARS), today.plusYears(YEARS));
    long at = ChronoUnit.DAYS.between(today.minusYears(YEARS), day);
    return Math.clamp(LEFT + at * (RIGHT - LEFT) / span, LEFT, RIGHT);
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }

  record Year(int x, String text) {}

  record Group(int y, String name, List<Bar> bars) {}

  /// @param label the height of its text
  /// @param tone a class of the style sheet
  /// @param marks the path of its milestones
  record Bar(
      String title, int label, String text, String tone, int x, int y, int width, String marks) {}
}
