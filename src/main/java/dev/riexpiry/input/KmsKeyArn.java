package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/// The ARN of a KMS key. An alias is none: no policy can allow the use of one.
///
/// @param value such as `arn:aws:kms:us-east-1:111122223333:key/1234abcd-…`
public record KmsKeyArn(String value) {
  /// The remedy for a text that is none.
  public static final String REMEDY =
      "write the ARN of the key itself, not of an alias, like"
          + " arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/(?:mrk-[0-9a-f]{32}|[0-9a-f-]{36})");

  /// @throws IllegalArgumentException if it is not the ARN of a key
  public KmsKeyArn {
    requireNonNull(value, "value is null");
    if (!ARN.matcher(value).matches()) {
      throw new IllegalArgumentException("not the ARN of a KMS key: " + value);
    }
  }

  /// Reads an ARN. Empty if `text` is not that of a key.
  public static Optional<KmsKeyArn> parse(String text) {
    return ARN.matcher(text).matches() ? Optional.of(new KmsKeyArn(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
