package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.notifier.SettingValues;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/// The options that every command has: the accounts file, the profile to start from, and the time
/// that it may take.
final class SourceOptions {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(15);

  private final OptionSpec accounts =
      Syntax.text("--accounts", "FILE", "The accounts to read. Default: ${DEFAULT-VALUE}")
          .type(Path.class)
          .converters(SourceOptions::path)
          .defaultValue("accounts.json")
          .build();
  private final OptionSpec profile =
      Syntax.text(
              "--profile", "NAME", "The AWS profile to start from. Default: the SDK's own search")
          .build();

  private final OptionSpec timeout =
      Syntax.text(
              "--timeout",
              "TIME",
              "End after so long, such as 90s, 10m or 2h, with what was read. Default:"
                  + " ${DEFAULT-VALUE}")
          .defaultValue(USUAL_TIMEOUT.toMinutes() + "m")
          .build();

  SourceOptions(CommandSpec command) {
    command.addOption(accounts).addOption(profile).addOption(timeout);
  }

  /// Reads a path. In a locale of ASCII the JVM has no bytes for any other letter, and has lost
  /// those that the shell gave it.
  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "the file's name has letters that Java cannot read in this locale (%s); set LC_ALL=C.UTF-8"
              .formatted(System.getProperty("sun.jnu.encoding")));
    }
  }

  /// Reads the accounts file.
  ///
  /// @throws dev.riexpiry.input.InvalidInputException naming every place in it that is wrong
  AccountsFile accounts() {
    return AccountsFile.read(accounts.<Path>getValue());
  }

  /// The time after which the command ends with what was read.
  ///
  /// @param faults takes a fault if it is no time
  Duration timeout(List<Fault> faults) {
    return new SettingParser(_ -> Optional.ofNullable(timeout.getValue()), faults)
        .value(timeout.longestName(), SettingValues::duration, USUAL_TIMEOUT);
  }

  Optional<String> profile() {
    return Optional.ofNullable(profile.getValue());
  }
}
