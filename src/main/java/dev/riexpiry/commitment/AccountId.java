package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/// An AWS account id: exactly twelve digits, kept as text because it may start with a zero.
///
/// @param value twelve ASCII digits
public record AccountId(String value) implements Comparable<AccountId> {
  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

  /// @throws IllegalArgumentException if `value` is not twelve digits
  public AccountId {
    requireNonNull(value, "value is null");
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an account id of twelve digits: " + value);
    }
  }

  /// Tells whether `text` is twelve digits.
  public static boolean isValid(String text) {
    return TWELVE_DIGITS.matcher(text).matches();
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
