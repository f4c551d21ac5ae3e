package dev.riexpiry.signin;

import dev.riexpiry.input.InvalidValueException;
import java.util.regex.Pattern;

/// A code of an MFA device: six digits, of which the first may be 0. AWS takes each once.
///
/// @param digits the digits
public record MfaCode(String digits) {
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  /// @throws IllegalArgumentException if it is not six digits
  public MfaCode {
    if (!isCode(digits)) {
      throw new IllegalArgumentException("an MFA code is not six digits");
    }
  }

  /// Reads the value of an option. A fault does not repeat the text: it may be most of a code.
  public static MfaCode parse(String text) {
    String digits = text.strip();
    if (!isCode(digits)) {
      throw new InvalidValueException(
          "that is no code of an MFA device", "write its six digits, such as 012345");
    }
    return new MfaCode(digits);
  }

  /// Tells whether a text is a code.
  public static boolean isCode(String text) {
    return SIX_DIGITS.matcher(text).matches();
  }

  /// Leaves out the digits.
  @Override
  public String toString() {
    return "MfaCode";
  }
}
