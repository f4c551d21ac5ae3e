package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// A period in which a place could not be read, distinguished from earlier ones at the same place
/// by its beginning.
///
/// @param since the check date on which it was first announced
/// @param nth its number among the outages of that day, from 0: a place may be restored and break
///   again between two runs of one day
public record Outage(LocalDate since, int nth) {
  /// The largest number: more outages than a place has on one day. It also stands for an outage of
  /// which it is not known which one of the day it is.
  private static final int MOST = 3;

  /// @throws IllegalArgumentException if `nth` is not from 0 to 3
  public Outage {
    requireNonNull(since, "since is null");
    if (nth < 0 || nth > MOST) {
      throw new IllegalArgumentException("nth is not from 0 to " + MOST + ": " + nth);
    }
  }

  /// The first outage of a day.
  public static Outage since(LocalDate date) {
    return new Outage(date, 0);
  }

  /// The outages of one day, in their order, without the last.
  public static List<Outage> of(LocalDate date) {
    return IntStream.range(0, MOST).mapToObj(nth -> new Outage(date, nth)).toList();
  }

  /// The last outage of a day.
  public static Outage lastOf(LocalDate date) {
    return new Outage(date, MOST);
  }

  /// Names it in the ledger: `2026-05-04`, or `2026-05-04.1` for the second one of a day.
  public String key() {
    return nth == 0 ? since.toString() : since + "." + nth;
  }

  /// Reads a key.
  ///
  /// @throws IllegalArgumentException if it has no such number
  /// @throws java.time.DateTimeException if it has no such date
  public static Outage parse(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? since(LocalDate.parse(key))
        : new Outage(
            LocalDate.parse(key.substring(0, dot)), Integer.parseInt(key.substring(dot + 1)));
  }
}
