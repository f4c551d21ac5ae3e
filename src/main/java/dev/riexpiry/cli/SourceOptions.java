package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/// The options that every command has: the accounts file, and the profile to start from.
final class SourceOptions {
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

  SourceOptions(CommandSpec command) {
    command.addOption(accounts).addOption(profile);
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

  Optional<String> profile() {
    return Optional.ofNullable(profile.getValue());
  }
}
