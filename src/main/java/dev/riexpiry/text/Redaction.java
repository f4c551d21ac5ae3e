package dev.riexpiry.text;

import java.util.regex.Pattern;

/// Takes credentials out of text that comes from AWS or the SDK.
///
/// AWS echoes what it was sent in some refusals: the answer to a bad signature quotes the canonical
/// request with the session token in it, on the lines after the first.
public final class Redaction {
  private static final int MAX_LENGTH = 400;
  private static final Pattern ACCESS_KEY_ID = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{12,}");

  /// Matches Base64, also as it stands in a query string: behind an equals sign and
  /// percent-encoded.
  private static final Pattern LONG_SECRET =
      Pattern.compile("(?<![A-Za-z0-9/+%])[A-Za-z0-9/+%]{40,}={0,2}(?![A-Za-z0-9/+%=])");

  private Redaction() {}

  /// Cuts text to its first line, in at most 400 characters, without access key ids and without
  /// anything as long as a secret key or a token.
  public static String of(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    String redacted = ACCESS_KEY_ID.matcher(line).replaceAll("[access key]");
    redacted = LONG_SECRET.matcher(redacted).replaceAll("[redacted]");
    redacted = PlainText.of(redacted);
    return redacted.length() <= MAX_LENGTH ? redacted : redacted.substring(0, end(redacted)) + "…";
  }

  /// The index to cut at, which is never inside a surrogate pair.
  private static int end(String text) {
    int end = MAX_LENGTH - 1;
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
