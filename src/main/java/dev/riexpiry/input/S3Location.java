package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A folder in a bucket.
///
/// @param bucket the bucket's name
/// @param prefix what the keys of its objects begin with: empty, or ends with a slash; at most 512
///   characters, of those that a policy, a link and a shell take as they are
public record S3Location(String bucket, String prefix) {
  /// The remedy for a text that is none.
  public static final String REMEDY =
      "write one like s3://my-bucket/reports/, with the bucket's name as S3 has it and letters,"
          + " digits, ., _, = and - in the folders";

  /// Amazon S3 User Guide, "General purpose bucket naming rules".
  static final String BUCKET =
      "(?!xn--|[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$)[a-z0-9](?:[a-z0-9-]|\\.(?!\\.)){1,61}[a-z0-9]";

  private static final String FOLDERS = "(?:(?!\\.{1,2}/)[A-Za-z0-9._=-]+/)*";
  private static final int LONGEST_PREFIX = 512;
  private static final Pattern TEXT =
      Pattern.compile("s3://(?<bucket>[^/]*)(?:/(?<prefix>.*))?", Pattern.DOTALL);

  /// @throws IllegalArgumentException if no bucket or no folder can be called that
  public S3Location {
    requireNonNull(bucket, "bucket is null");
    requireNonNull(prefix, "prefix is null");
    if (!isValid(bucket, prefix)) {
      throw new IllegalArgumentException("not a folder in a bucket: s3://" + bucket + "/" + prefix);
    }
  }

  /// Reads `s3://bucket/prefix/`; the last slash may be missing. Empty if it is something else.
  public static Optional<S3Location> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String named = Optional.ofNullable(matcher.group("prefix")).orElse("");
    String prefix = named.isEmpty() || named.endsWith("/") ? named : named + "/";
    String bucket = matcher.group("bucket");
    return isValid(bucket, prefix) ? Optional.of(new S3Location(bucket, prefix)) : Optional.empty();
  }

  private static boolean isValid(String bucket, String prefix) {
    return bucket.matches(BUCKET) && prefix.matches(FOLDERS) && prefix.length() <= LONGEST_PREFIX;
  }

  /// A folder within this one.
  ///
  /// @param path such as `2026/05/04/`
  public S3Location in(String path) {
    return new S3Location(bucket, prefix + path);
  }

  /// The key of an object in it.
  ///
  /// @param name the object's own name, such as `index.html`
  public String key(String name) {
    return prefix + name;
  }

  /// Writes it as `s3://bucket/prefix/`.
  @Override
  public String toString() {
    return "s3://" + bucket + "/" + prefix;
  }
}
