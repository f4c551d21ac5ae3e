package dev.riexpiry.page;

import dev.riexpiry.alert.Stakes;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.cost.CostSums;
import dev.riexpiry.page.CostPicture.Chart;
import dev.riexpiry.page.CostPicture.Day;
import dev.riexpiry.page.CostPicture.GridLine;
import dev.riexpiry.page.CostPicture.Legend;
import dev.riexpiry.page.CostPicture.Series;
import dev.riexpiry.page.CostPicture.Value;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The bars of one currency: what is above zero stands on the axis, what is below it hangs there,
/// each in the order of the lines. On top stands what would be added, and above that, as unknown,
/// what could not be read, because it is not nothing.
final class CostChart {
  /// The most series, and so the most colours.
  static final int MOST = 12;

  static final int TOP = 62;
  static final int PLOT = 240;
  private static final int LEFT = 72;
  private static final int RIGHT = 952;
  private static final int BETWEEN = 12;
  private static final int GRID_LINES = 4;
  private static final int TEXT = 4;
  private static final int ROOM_FOR_TEXT = 13;
  private static final int UNREAD_HEIGHT = 14;
  private static final int DAYS = TOP + PLOT + 18;
  private static final int ESTIMATED = DAYS + 13;
  private static final int LEGEND = DAYS + 46;
  private static final int LEGEND_COLUMNS = 3;
  private static final int LEGEND_WIDTH = 312;
  private static final int LEGEND_LINE = 18;
  private static final int SWATCH = 12;
  private static final int LONGEST_NAME = 48;
  private static final BigDecimal WHOLE_FROM = BigDecimal.valueOf(100);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final CostSums sums;
  private final CostReading reading;
  private final Rise rise;
  private final BigDecimal more;
  private final int unread;
  private final int step;
  private final BigDecimal most;
  private final BigDecimal least;

  CostChart(CostSums all, CostReading reading, Rise rise) {
    this.sums = all.within(MOST);
    this.reading = reading;
    this.rise = rise;
    this.more = rise.in(sums.currency());
    this.unread = reading.unreadAccounts().size();
    this.step = (RIGHT - LEFT) / sums.days().size();
    this.most =
        days().mapToObj(day -> above(day).add(more)).reduce(BigDecimal.ZERO, BigDecimal::max);
    this.least =
        days()
            .mapToObj(day -> stacked(day, sums.lines().size(), -1))
            .reduce(BigDecimal.ZERO, BigDecimal::min);
  }

  /// Writes a day, such as `3 May`.
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// @param top where in the picture it begins
  /// @param by what the costs are added up by, in words
  Chart at(int top, String by) {
    List<Series> series = new ArrayList<>();
    for (int line = 0; line < sums.lines().size(); line++) {
      int at = line;
      series.add(
          new Series("s" + at, false, PlainText.of(sums.lines().get(at).name()), strokes(at)));
    }
    if (more.signum() > 0) {
      series.add(
          new Series(
              "more",
              false,
              "would be added by what ends until %s: %s"
                  .formatted(day(rise.until()), Stakes.amount(more)),
              boxes(this::added)));
    }
    if (unread > 0) {
      series.add(
          new Series(
              "unread",
              true,
              "not read: "
                  + (unread == 1
                      ? PlainText.of(reading.unreadAccounts().getFirst().name())
                      : unread + " accounts"),
              boxes(this::unknown)));
    }
    List<Legend> legend =
        IntStream.range(0, series.size()).mapToObj(at -> legend(at, series.get(at))).toList();
    return new Chart(
        top,
        LEGEND + (legend.size() + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS * LEGEND_LINE + 8,
        PlainText.of(
            "%s a day by %s, %s"
                .formatted(
                    sums.currency().isEmpty() ? "Costs" : sums.currency(),
                    by,
                    reading.metric().id())),
        grid(),
        width(),
        series,
        days().mapToObj(this::labels).toList(),
        legend);
  }

  private IntStream days() {
    return IntStream.range(0, sums.days().size());
  }

  /// The sum of the first lines of a day that are above zero, or of those below.
  private BigDecimal stacked(int day, int lines, int sign) {
    return sums.lines().stream()
        .limit(lines)
        .map(line -> line.amounts().get(day))
        .filter(amount -> amount.signum() == sign)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal above(int day) {
    return stacked(day, sums.lines().size(), 1);
  }

  private int y(BigDecimal amount) {
    BigDecimal span = most.subtract(least);
    return span.signum() == 0
        ? TOP + PLOT
        : TOP
            + most.subtract(amount)
                .multiply(BigDecimal.valueOf(PLOT))
                .divide(span, 0, RoundingMode.HALF_UP)
                .intValue();
  }

  /// The part of a day's bar for one line.
  private Part part(int day, int at) {
    BigDecimal amount = sums.lines().get(at).amounts().get(day);
    BigDecimal before = stacked(day, at, amount.signum());
    int one = y(before);
    int other = y(before.add(amount));
    return new Part(false, Math.min(one, other), Math.abs(one - other), amount(amount));
  }

  private Part added(int day) {
    int top = y(above(day).add(more));
    return new Part(
        true, top, more.signum() == 0 ? 0 : Math.max(1, y(above(day)) - top), amount(more));
  }

  private Part unknown(int day) {
    int height = unread == 0 ? 0 : UNREAD_HEIGHT;
    return new Part(true, added(day).y() - height, height, "?");
  }

  /// The parts of one line in all bars: each a stroke as wide as a bar, with a gap to the next
  /// part, which takes a third of the bytes of a box.
  private String strokes(int at) {
    return days()
        .mapToObj(day -> {
          Part part = part(day, at);
          return part.height() == 0
              ? ""
              : "M%d %dv%d"
                  .formatted(
                      middle(day), part.y(), part.height() > 2 ? part.height() - 1 : part.height());
        })
        .collect(Collectors.joining());
  }

  private String boxes(IntFunction<Part> parts) {
    return days()
        .mapToObj(day ->
            box(
                middle(day) - width() / 2,
                parts.apply(day).y(),
                width(),
                parts.apply(day).height()))
        .collect(Collectors.joining());
  }

  private static String box(int x, int y, int width, int height) {
    return "M%d %dh%dv%dh-%dz".formatted(x, y, width, height, width);
  }

  private int middle(int day) {
    return LEFT + day * step + step / 2;
  }

  private int width() {
    return step - BETWEEN;
  }

  private Day labels(int day) {
    LocalDate date = sums.days().get(day);
    return new Day(
        middle(day),
        Stream.concat(
                IntStream.range(0, sums.lines().size()).mapToObj(at -> part(day, at)),
                Stream.of(added(day), unknown(day)))
            .flatMap(part -> part.value().stream())
            .toList(),
        unknown(day).y() - TEXT - 1,
        amount(sums.total().amounts().get(day)) + (unread == 0 ? "" : " + ?"),
        DAYS,
        day(date),
        reading.estimated().contains(date) ? Optional.of(ESTIMATED) : Optional.empty());
  }

  /// Lines at the multiples of a round amount, some five of them.
  private List<GridLine> grid() {
    BigDecimal raw =
        most.subtract(least).divide(BigDecimal.valueOf(GRID_LINES), MathContext.DECIMAL32);
    if (raw.signum() == 0) {
      return List.of(new GridLine(TOP + PLOT, TOP + PLOT + TEXT, "0"));
    }
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
    BigDecimal apart =
        Stream.of(1, 2, 5)
            .map(times -> power.multiply(BigDecimal.valueOf(times)))
            .filter(each -> each.compareTo(raw) >= 0)
            .findFirst()
            .orElse(power.multiply(BigDecimal.TEN));
    int decimals = Math.max(0, apart.stripTrailingZeros().scale());
    return IntStream.rangeClosed(
            least.divide(apart, 0, RoundingMode.CEILING).intValue(),
            most.divide(apart, 0, RoundingMode.FLOOR).intValue())
        .mapToObj(times -> apart.multiply(BigDecimal.valueOf(times)))
        .map(amount ->
            new GridLine(
                y(amount),
                y(amount) + TEXT,
                String.format(Locale.ENGLISH, "%,." + decimals + "f", amount)))
        .toList();
  }

  private static Legend legend(int at, Series series) {
    int x = 8 + at % LEGEND_COLUMNS * LEGEND_WIDTH;
    int y = LEGEND + at / LEGEND_COLUMNS * LEGEND_LINE;
    return new Legend(
        series.kind(),
        series.hatched(),
        series.kind().startsWith("s")
            ? "M%d %dv%d".formatted(x + SWATCH / 2, y, SWATCH)
            : box(x, y, SWATCH, SWATCH),
        x + 18,
        y + 10,
        shortened(series.title()));
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  /// Writes an amount as short as its size allows.
  private static String amount(BigDecimal amount) {
    BigDecimal size = amount.abs();
    return size.compareTo(MILLION) >= 0
        ? String.format(Locale.ENGLISH, "%,.2fM", amount.divide(MILLION, MathContext.DECIMAL32))
        : size.compareTo(WHOLE_FROM) >= 0
            ? String.format(Locale.ENGLISH, "%,.0f", amount)
            : Stakes.amount(amount);
  }

  /// A part of a bar; of height 0 if it is not there.
  ///
  /// @param over whether it has no colour of its own
  private record Part(boolean over, int y, int height, String text) {
    Optional<Value> value() {
      return height < ROOM_FOR_TEXT
          ? Optional.empty()
          : Optional.of(new Value(over, y + height / 2 + TEXT, text));
    }
  }
}
