package dev.riexpiry.page;

import dev.riexpiry.alert.Wording;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.text.PlainText;
import io.jstach.jstache.JStache;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The cliff as a picture; its layout is `cliff.mustache`. A month that is pointed at, or reached
/// by the keyboard, names what ends in it.
///
/// @param style the style sheet, where the picture is a file of its own
@JStache(path = "dev/riexpiry/page/cliff.mustache")
record CliffView(int height, Optional<String> style, List<Chart> charts) {
  private static final int CHART_HEIGHT = 470;
  private static final int TOP = 56;
  private static final int BOTTOM = 284;
  private static final int LEFT = 68;
  private static final int STEP = 24;
  private static final int FIRST_LINE = 350;
  private static final int LINE = 16;
  private static final int MOST_NAMES = 6;
  private static final int LONGEST_NAME = 120;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter SHORT_MONTH =
      DateTimeFormatter.ofPattern("MMM uu", Locale.ENGLISH);

  static CliffView of(List<Cliff> cliffs, Inventory inventory, Optional<String> style) {
    return new CliffView(
        CHART_HEIGHT * cliffs.size(),
        style,
        IntStream.range(0, cliffs.size())
            .mapToObj(index -> chart(cliffs.get(index), index * CHART_HEIGHT, inventory))
            .toList());
  }

  /// Renders the picture.
  String text() {
    return CliffViewRenderer.of().execute(this);
  }

  /// Writes a month, such as `May 2026`.
  static String month(Cliff.Month month) {
    return MONTH.format(month.month());
  }

  /// Writes an amount of money an hour.
  static String amount(BigDecimal amount, String currency) {
    return PlainText.of(String.format(Locale.ENGLISH, "%,.2f %s", amount, currency).strip());
  }

  /// Names a commitment in a line.
  static String name(Commitment commitment, Inventory inventory) {
    return PlainText.of(
        "%s, %s, %s"
            .formatted(
                inventory.account(commitment).name(),
                commitment.covered().amount(),
                commitment.id()));
  }

  private static Chart chart(Cliff cliff, int top, Inventory inventory) {
    BigDecimal most =
        cliff.months().stream()
            .map(Cliff.Month::committed)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    boolean unpriced = cliff.months().stream().anyMatch(month -> month.unpriced() > 0);
    String title =
        most.signum() == 0
            ? "No price is known of what is committed"
            : "Committed money an hour, %s; upfront payments spread over their terms"
                .formatted(cliff.currency().isEmpty() ? "of no known currency" : cliff.currency());
    return new Chart(
        top,
        PlainText.of(title),
        grid(most),
        unpriced ? Optional.of("") : Optional.empty(),
        IntStream.range(0, cliff.months().size())
            .mapToObj(index -> step(index, cliff, most, unpriced, inventory))
            .toList());
  }

  private static List<GridLine> grid(BigDecimal most) {
    if (most.signum() == 0) {
      return List.of(new GridLine(BOTTOM, BOTTOM + 4, "0"));
    }
    return Stream.of(0, 1, 2)
        .map(half -> {
          BigDecimal amount =
              most.multiply(BigDecimal.valueOf(half)).divide(BigDecimal.TWO, MathContext.DECIMAL32);
          int y = BOTTOM - height(amount, most);
          return new GridLine(y, y + 4, label(amount));
        })
        .toList();
  }

  private static String label(BigDecimal amount) {
    int decimals = amount.signum() == 0 || amount.compareTo(BigDecimal.valueOf(100)) >= 0 ? 0 : 2;
    return String.format(
        Locale.ENGLISH, "%,." + decimals + "f", amount.setScale(decimals, RoundingMode.HALF_UP));
  }

  private static int height(BigDecimal amount, BigDecimal most) {
    return most.signum() <= 0
        ? 0
        : amount
            .multiply(BigDecimal.valueOf(BOTTOM - TOP))
            .divide(most, 0, RoundingMode.HALF_UP)
            .max(BigDecimal.ZERO)
            .intValue();
  }

  private static Step step(
      int index, Cliff cliff, BigDecimal most, boolean unpriced, Inventory inventory) {
    Cliff.Month month = cliff.months().get(index);
    int renewedTop = height(month.renewed(), most);
    int endsTop = height(month.ending(), most);
    int all = height(month.committed(), most);
    List<String> names =
        month.ends().stream().limit(MOST_NAMES).map(item -> name(item, inventory)).toList();
    String said = said(month, cliff.currency());
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(FIRST_LINE, said));
    names.forEach(name -> lines.add(new Line(FIRST_LINE + LINE * lines.size(), shortened(name))));
    String more =
        month.ends().size() > MOST_NAMES
            ? "and %s more, which the table names"
                .formatted(Wording.number(month.ends().size() - MOST_NAMES))
            : "";
    if (!more.isEmpty()) {
      lines.add(new Line(FIRST_LINE + LINE * lines.size(), more));
    }
    return new Step(
        LEFT + STEP * index,
        String.join(
            "; ",
            Stream.of(List.of(said), names, List.of(more))
                .flatMap(List::stream)
                .filter(text -> !text.isEmpty())
                .toList()),
        bar(BOTTOM - all + endsTop, all - endsTop),
        bar(BOTTOM - all + endsTop - renewedTop, renewedTop),
        bar(BOTTOM - all, endsTop - renewedTop),
        index == 0 || (index > 2 && month.month().getMonthValue() % 3 == 1)
            ? Optional.of(SHORT_MONTH.format(month.month()))
            : Optional.empty(),
        unpriced ? Optional.of(String.valueOf(month.unpriced())) : Optional.empty(),
        lines);
  }

  private static String said(Cliff.Month month, String currency) {
    String unpriced =
        month.unpriced() == 0
            ? ""
            : ", and %s without a known price".formatted(Wording.number(month.unpriced()));
    String renewed =
        month.renewed().signum() == 0
            ? ""
            : ", of which %s is renewed".formatted(amount(month.renewed(), currency));
    return "%s: %s an hour committed%s; %s"
        .formatted(
            month(month),
            amount(month.committed(), currency),
            unpriced,
            month.ends().isEmpty()
                ? "nothing ends"
                : "%s %s, %s an hour%s"
                    .formatted(
                        Wording.count(month.ends().size(), "commitment"),
                        month.ends().size() == 1 ? "ends" : "end",
                        amount(month.ending(), currency),
                        renewed));
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  private static Optional<Bar> bar(int y, int height) {
    return height <= 0 ? Optional.empty() : Optional.of(new Bar(y, height));
  }

  /// @param unpriced there if a commitment without a price is
  record Chart(
      int top, String title, List<GridLine> grid, Optional<String> unpriced, List<Step> steps) {}

  /// @param label the height of its text
  record GridLine(int y, int label, String text) {}

  /// A month.
  ///
  /// @param stays the part that goes on
  /// @param renewed the part that ends and is taken over
  /// @param ends the part that ends
  /// @param unpriced how many commitments without a price there are
  record Step(
      int x,
      String label,
      Optional<Bar> stays,
      Optional<Bar> renewed,
      Optional<Bar> ends,
      Optional<String> month,
      Optional<String> unpriced,
      List<Line> lines) {}

  record Bar(int y, int height) {}

  record Line(int y, String text) {}
}
