package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of one object in a bucket.
///
/// @param bucket the bucket's name
/// @param key at most 512 characters, of those that a policy, a link and a shell take as they are
public record S3ObjectName(String bucket, String key) {
  private static final String SCHEME = "s3://";

  /// The remedy for a text that is none.
  public static final String REMEDY =
      "write one like s3://my-bucket/ri-expiry/accounts.json, with the bucket's name as S3 has it and"
          + " letters, digits, ., _, = and - in the rest";

  private static final String KEY =
      "(?:(?!\\.{1,2}/)[A-Za-z0-9._=-]+/)*(?!\\.{1,2}$)[A-Za-z0-9._=-]+";
  private static final int LONGEST_KEY = 512;
  private static final Pattern TEXT =
      Pattern.compile(SCHEME + "(?<bucket>[^/]*)/(?<key>.*)", Pattern.DOTALL);

  /// @throws IllegalArgumentException if no bucket or no object can be called that
  public S3ObjectName {
    requireNonNull(bucket, "bucket is null");
    requireNonNull(key, "key is null");
    if (!isValid(bucket, key)) {
      throw new IllegalArgumentException(
          "not an object in a bucket: " + SCHEME + bucket + "/" + key);
    }
  }

  /// Reads `s3://bucket/key`. Empty if it is something else, a folder included.
  public static Optional<S3ObjectName> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches() && isValid(matcher.group("bucket"), matcher.group("key"))
        ? Optional.of(new S3ObjectName(matcher.group("bucket"), matcher.group("key")))
        : Optional.empty();
  }

  private static boolean isValid(String bucket, String key) {
    return bucket.matches(S3Location.BUCKET) && key.matches(KEY) && key.length() <= LONGEST_KEY;
  }

  /// Writes it as `s3://bucket/key`.
  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
