package dev.riexpiry.payer;

import dev.riexpiry.commitment.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One reservation or Savings Plan as Cost Explorer lists it. The names of attributes are read in
/// either case: recorded answers have `accountId` for reservations and `AccountId` for plans, and
/// AWS's reference has `AccountId` for both. One of its samples has an account id without a name.
///
/// @param members all attributes and figures, by name
public record Row(SortedMap<String, String> members) {
  private static final int ACCOUNT_DIGITS = 12;
  private static final int MOST_DIGITS = 50;

  public Row {
    SortedMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(members);
    members = Collections.unmodifiableSortedMap(sorted);
  }

  /// Makes a row of members in any order.
  public static Row of(Map<String, String> members) {
    return new Row(new TreeMap<>(members));
  }

  /// A text; empty if it is missing or blank.
  Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name)).filter(text -> !text.isBlank());
  }

  /// A number; empty if it is missing, no number, or one of more digits than any amount has.
  Optional<BigDecimal> number(String name) {
    try {
      return text(name)
          .map(BigDecimal::new)
          .filter(number ->
              Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// A number that is more than zero.
  Optional<BigDecimal> positive(String name) {
    return number(name).filter(number -> number.signum() > 0);
  }

  /// A time; empty if it is missing or no time.
  Optional<Instant> time(String name) {
    try {
      return text(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// The account that owns it; one that was taken for a number has lost its leading zeros.
  Optional<AccountId> account() {
    return text("accountId")
        .or(() -> text(""))
        .filter(digits -> digits.matches("[0-9]{1,12}"))
        .map(digits -> new AccountId("0".repeat(ACCOUNT_DIGITS - digits.length()) + digits));
  }
}
