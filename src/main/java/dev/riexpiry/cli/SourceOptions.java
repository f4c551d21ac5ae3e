package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every command has: whose accounts, and as whom.
final class SourceOptions {
  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      defaultValue = "accounts.json",
      description = "The accounts to read. Default: ${DEFAULT-VALUE}")
  private Path accounts = Path.of("accounts.json");

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The AWS profile to start from. Default: the SDK's own search")
  private @Nullable String profile;

  /// Reads the accounts file.
  ///
  /// @throws dev.riexpiry.input.InvalidInputException naming every place in it that is wrong
  AccountsFile accounts() {
    return AccountsFile.read(accounts);
  }

  Optional<String> profile() {
    return Optional.ofNullable(profile);
  }
}
