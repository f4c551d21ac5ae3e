package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.S3ObjectName;
import java.nio.file.Path;

/// Where an accounts file is.
public sealed interface AccountsSource {
  /// Reads the name of a file, or `s3://bucket/key`.
  ///
  /// @throws InvalidValueException if it begins like the latter and is none
  /// @throws java.nio.file.InvalidPathException if it is no name of a file
  static AccountsSource parse(String text) {
    if (text.startsWith("s3:")) {
      return S3ObjectName.parse(text)
          .map(InBucket::new)
          .orElseThrow(() ->
              new InvalidValueException(
                  "'" + text + "' is not an object in a bucket", S3ObjectName.REMEDY));
    }
    return new OnDisk(Path.of(text));
  }

  /// A file of the machine, or of the function's package.
  ///
  /// @param path where it is
  record OnDisk(Path path) implements AccountsSource {
    public OnDisk {
      requireNonNull(path, "path is null");
    }
  }

  /// An object in a bucket, which is read anew by each run.
  ///
  /// @param object its name
  record InBucket(S3ObjectName object) implements AccountsSource {
    public InBucket {
      requireNonNull(object, "object is null");
    }
  }
}
