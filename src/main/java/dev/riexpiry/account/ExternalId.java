package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/// The secret that an account's owner asks for when the role there is assumed. Its text never
/// appears in a message: it may bring a reader one step nearer to that role.
///
/// @param value 2 to 1224 characters, as `sts:AssumeRole` allows them
public record ExternalId(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

  /// @throws IllegalArgumentException if STS would refuse `value`
  public ExternalId {
    requireNonNull(value, "value is null");
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an external id that STS takes");
    }
  }

  /// Tells whether STS takes `text` as an external id.
  public static boolean isValid(String text) {
    return ALLOWED.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "ExternalId[hidden]";
  }
}
