package dev.riexpiry.aws;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.signin.Profiles;
import dev.riexpiry.text.Redaction;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/// The AWS configuration of this user: `~/.aws/config` and `~/.aws/credentials`, or the files that
/// the variables name.
final class Configuration {
  private Configuration() {}

  /// The files as the SDK reads them.
  ///
  /// @throws InvalidInputException if they cannot be read
  static ProfileFile files() {
    try {
      return ProfileFile.defaultProfileFile();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new InvalidInputException(
          Profiles.CONFIGURATION,
          List.of(
              new Fault(
                  "its files",
                  Redaction.of(String.valueOf(e.getMessage())),
                  "mend it in ~/.aws/config or ~/.aws/credentials")));
    }
  }

  /// The profiles in them.
  ///
  /// @throws InvalidInputException if they cannot be read
  static Profiles profiles() {
    return Profiles.of(
        files().profiles().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> settings(entry.getValue()))));
  }

  private static Map<String, String> settings(Profile profile) {
    return profile.properties();
  }
}
