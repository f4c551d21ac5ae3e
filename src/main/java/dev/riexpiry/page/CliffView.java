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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The cliff as a picture; its layout is `cliff.mustache`. A month that is pointed at, or reached
/// by the keyboard, names what ends in it.
///
/// @param style the style sheet, where the picture is a file of its own
@JStache(path = "dev/riexpiry/page/cliff.mustache")
record CliffView(int height, Optional<String> style, List<Chart> charts) {
  private static final int CHART_HEIGHT = 332;
  private static final int TOP = 66;
  private static final int BOTTOM = 272;
  private static final int LEFT = 68;
  private static final int STEP = 24;
  private static final int BAR = 20;
  private static final int TIP_LEFT = 72;
  private static final int TIP_RIGHT = 508;
  private static final int TIP_TOP = 52;
  private static final int LINE = 16;
  private static final int MOST_NAMES = 8;
  private static final int LONGEST_LINE = 66;

  /// The least part of the highest bar that has its amount written over it.
  private static final BigDecimal WRITTEN = new BigDecimal("0.06");

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
    String title =
        most.signum() == 0
            ? "No price is known of what is committed"
            : "Committed money an hour, %s; upfront payments spread over their terms"
                .formatted(cliff.currency().isEmpty() ? "of no known currency" : cliff.currency());
    return new Chart(
        top,
        PlainText.of(title),
        grid(most),
        cliff.months().stream().anyMatch(month -> month.unpriced() > 0),
        steps(cliff, most, inventory));
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

  private static List<Step> steps(Cliff cliff, BigDecimal most, Inventory inventory) {
    Set<Integer> written = written(cliff, most);
    return IntStream.range(0, cliff.months().size())
        .mapToObj(index -> step(index, cliff, most, written.contains(index), inventory))
        .toList();
  }

  /// The months that have what ends in them written over their bars: the largest amounts, none
  /// beside another.
  private static Set<Integer> written(Cliff cliff, BigDecimal most) {
    BigDecimal least = most.multiply(WRITTEN);
    Set<Integer> written = new HashSet<>();
    IntStream.range(0, cliff.months().size())
        .boxed()
        .filter(index -> cliff.months().get(index).ending().compareTo(least) > 0)
        .sorted(
            Comparator.comparing((Integer index) -> cliff.months().get(index).ending()).reversed())
        .filter(index -> !written.contains(index - 1) && !written.contains(index + 1))
        .forEachOrdered(written::add);
    return written;
  }

  private static Step step(
      int index, Cliff cliff, BigDecimal most, boolean written, Inventory inventory) {
    Cliff.Month month = cliff.months().get(index);
    int x = LEFT + STEP * index;
    int renewedTop = height(month.renewed(), most);
    int endsTop = height(month.ending(), most);
    int all = height(month.committed(), most);
    return new Step(
        x,
        x - (STEP - BAR) / 2,
        x + BAR / 2,
        String.join("; ", said(month, cliff.currency(), inventory, Integer.MAX_VALUE)),
        bar(BOTTOM - all + endsTop, all - endsTop),
        bar(BOTTOM - all + endsTop - renewedTop, renewedTop),
        bar(BOTTOM - all, endsTop - renewedTop),
        written
            ? Optional.of(new Value(BOTTOM - all - 5, "−" + label(month.ending())))
            : Optional.empty(),
        index == 0 || (index > 2 && month.month().getMonthValue() % 3 == 1)
            ? Optional.of(SHORT_MONTH.format(month.month()))
            : Optional.empty(),
        month.unpriced() == 0 ? Optional.empty() : Optional.of(Wording.number(month.unpriced())),
        tip(
            index < cliff.months().size() / 2 ? TIP_RIGHT : TIP_LEFT,
            said(month, cliff.currency(), inventory, LONGEST_LINE)));
  }

  private static Tip tip(int x, List<String> said) {
    return new Tip(
        x,
        x + 12,
        LINE * said.size() + 14,
        IntStream.range(0, said.size())
            .mapToObj(line ->
                new Line(line == 0 ? "strong" : "", TIP_TOP + 20 + LINE * line, said.get(line)))
            .toList());
  }

  /// Says of a month how much is committed, how much of it ends, and what that is.
  ///
  /// @param longest the most characters of a line
  private static List<String> said(
      Cliff.Month month, String currency, Inventory inventory, int longest) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s an hour committed".formatted(month(month), amount(month.committed(), currency)));
    if (month.unpriced() > 0) {
      lines.add("and %s without a known price".formatted(Wording.number(month.unpriced())));
    }
    lines.add(
        month.ends().isEmpty()
            ? "nothing ends"
            : "%s %s, %s an hour%s"
                .formatted(
                    Wording.count(month.ends().size(), "commitment"),
                    month.ends().size() == 1 ? "ends" : "end",
                    amount(month.ending(), currency),
                    month.renewed().signum() == 0
                        ? ""
                        : ", of which %s is renewed".formatted(amount(month.renewed(), currency))));
    month.ends().stream()
        .limit(MOST_NAMES)
        .map(item -> shortened(name(item, inventory), longest))
        .forEach(lines::add);
    if (month.ends().size() > MOST_NAMES) {
      lines.add(
          "and %s more, which the table names"
              .formatted(Wording.number(month.ends().size() - MOST_NAMES)));
    }
    return List.copyOf(lines);
  }

  private static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }

  private static Optional<Bar> bar(int y, int height) {
    return height <= 0 ? Optional.empty() : Optional.of(new Bar(y, height));
  }

  /// @param unpriced whether there is any commitment without a price
  record Chart(int top, String title, List<GridLine> grid, boolean unpriced, List<Step> steps) {}

  /// @param label the height of its text
  record GridLine(int y, int label, String text) {}

  /// A month.
  ///
  /// @param x the left edge of its bar
  /// @param left the left edge of what can be pointed at
  /// @param middle the middle of its bar
  /// @param stays the part that goes on
  /// @param renewed the part that ends and is taken over
  /// @param ends the part that ends
  /// @param value what ends, where there is room for it
  /// @param unknown how many commitments without a price there are
  record Step(
      int x,
      int left,
      int middle,
      String label,
      Optional<Bar> stays,
      Optional<Bar> renewed,
      Optional<Bar> ends,
      Optional<Value> value,
      Optional<String> month,
      Optional<String> unknown,
      Tip tip) {}

  record Bar(int y, int height) {}

  record Value(int y, String text) {}

  /// What is said of a month that is pointed at.
  ///
  /// @param text the left edge of its text
  record Tip(int left, int text, int height, List<Line> lines) {}

  /// @param kind a class of the style sheet
  record Line(String kind, int y, String said) {}
}
