package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// When a gap was first told of: what tells it from an earlier one at the same place.
///
/// @param date the check date
/// @param nth which one of that day, from 0: a place may be mended and break again between two runs
///   of one day
public record GapStart(LocalDate date, int nth) {
  /// Nobody breaks a place more often on one day. One more is also what stands for a gap of which
  /// nobody knows which one it is.
  private static final int MOST = 3;

  /// @throws IllegalArgumentException if `nth` is not from 0 to 3
  public GapStart {
    requireNonNull(date, "date is null");
    if (nth < 0 || nth > MOST) {
      throw new IllegalArgumentException("nth is not from 0 to " + MOST + ": " + nth);
    }
  }

  /// Those of one day, in their order, but for the last.
  static List<GapStart> of(LocalDate date) {
    return IntStream.range(0, MOST).mapToObj(nth -> new GapStart(date, nth)).toList();
  }

  /// The last one of a day.
  static GapStart lastOf(LocalDate date) {
    return new GapStart(date, MOST);
  }

  /// Such as `2026-05-04`, or `2026-05-04.1` for the second one of a day.
  public String key() {
    return nth == 0 ? date.toString() : date + "." + nth;
  }

  /// Reads what [#key] wrote.
  ///
  /// @throws IllegalArgumentException if it has no such number
  /// @throws java.time.DateTimeException if it has no such date
  public static GapStart parse(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? new GapStart(LocalDate.parse(key), 0)
        : new GapStart(
            LocalDate.parse(key.substring(0, dot)), Integer.parseInt(key.substring(dot + 1)));
  }
}
