package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that every command has: the accounts file, and the profile to start from.
final class SourceOptions {
  private final OptionSpec accounts =
      Syntax.text("--accounts", "FILE", "The accounts to read. Default: ${DEFAULT-VALUE}")
          .type(Path.class)
          .defaultValue("accounts.json")
          .build();
  private final OptionSpec profile =
      Syntax.text(
              "--profile", "NAME", "The AWS profile to start from. Default: the SDK's own search")
          .build();

  SourceOptions(CommandSpec command) {
    command.addOption(accounts).addOption(profile);
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
