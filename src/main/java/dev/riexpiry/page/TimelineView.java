package dev.riexpiry.page;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.text.PlainText;
import io.jstach.jstache.JStache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The commitments as bars from start to end, by account, with today and the milestones that are
/// still to come; its layout is `timeline.mustache`.
///
/// @param top where the first group begins
/// @param head from a group's name to its first bar
/// @param gap from the last bar of a group to the next name
/// @param row the height of a bar
@JStache(path = "dev/riexpiry/page/timeline.mustache")
record TimelineView(
    int height,
    int today,
    String title,
    int top,
    int head,
    int gap,
    int row,
    List<Year> years,
    List<Group> groups) {
  /// The most bars; the list has all commitments.
  static final int MOST = 500;

  private static final int TOP = 44;
  private static final int HEAD = 7;
  private static final int GAP = 26;
  private static final int ROW = 19;
  private static final int LONGEST_TEXT = 50;

  static TimelineView of(Inventory inventory) {
    List<Commitment> shown = inventory.commitments().stream().limit(MOST).toList();
    Axis axis = Axis.of(shown, inventory.summary().checkDate());
    Map<AccountLabel, List<Commitment>> byAccount =
        shown.stream()
            .collect(
                Collectors.groupingBy(inventory::account, LinkedHashMap::new, Collectors.toList()));
    List<Group> groups = new ArrayList<>();
    int y = TOP;
    for (Map.Entry<AccountLabel, List<Commitment>> entry : byAccount.entrySet()) {
      int top = y + HEAD;
      List<Commitment> members = entry.getValue();
      groups.add(
          new Group(
              y,
              PlainText.of(entry.getKey().toString()),
              IntStream.range(0, members.size())
                  .mapToObj(row -> bar(members.get(row), top + ROW * row, axis, inventory))
                  .toList()));
      y = top + ROW * members.size() + GAP;
    }
    return new TimelineView(
        y - GAP + HEAD,
        axis.x(axis.today()),
        "Each commitment from its start to its end, with a line for today",
        TOP,
        HEAD,
        GAP,
        ROW,
        axis.years().stream()
            .map(year -> new Year(axis.x(year), String.valueOf(year.getYear())))
            .toList(),
        groups);
  }

  /// Renders the picture.
  String text() {
    return TimelineViewRenderer.of().execute(this);
  }

  private static Bar bar(Commitment commitment, int y, Axis axis, Inventory inventory) {
    CheckSummary summary = inventory.summary();
    LocalDate first = summary.checkDate().firstDay(commitment.start());
    LocalDate last = summary.checkDate().lastDay(commitment.end());
    int x = axis.x(first);
    String what = PlainText.of(commitment.covered().amount() + ", " + commitment.id());
    String marks =
        summary.terms().milestones().days().stream()
            .map(last::minusDays)
            .filter(day -> !day.isBefore(axis.today()))
            .map(day -> "M" + axis.x(day) + " 4v11")
            .collect(Collectors.joining());
    return new Bar(
        what + ": " + first + " to " + last,
        y,
        commitment.service().label(),
        shortened(what),
        inventory.standing(commitment) == Standing.RENEWED
            ? "renewed"
            : inventory.daysLeft(commitment) <= summary.terms().milestones().largest()
                ? "ends"
                : "stays",
        x,
        Math.max(2, axis.x(last.plusDays(1)) - x),
        marks.isEmpty() ? Optional.empty() : Optional.of(marks));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }

  record Year(int x, String text) {}

  record Group(int y, String name, List<Bar> bars) {}

  /// @param y the height of its row
  /// @param tone a class of the style sheet
  /// @param marks the path of its milestones
  record Bar(
      String title,
      int y,
      String service,
      String text,
      String tone,
      int x,
      int width,
      Optional<String> marks) {}
}
