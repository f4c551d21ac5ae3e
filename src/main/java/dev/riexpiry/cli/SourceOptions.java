package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsSource;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.S3ObjectName;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.notifier.SettingValues;
import dev.riexpiry.signin.MfaCode;
import java.io.InputStream;
import java.nio.file.Files;
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
  private static final AccountsSource STANDARD_INPUT = new AccountsSource.OnDisk(Path.of("-"));
  private static final Path USUAL_FILE = Path.of("accounts.json");
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(15);

  private final OptionSpec accounts =
      Syntax.text(
              "--accounts",
              "FILE",
              "The accounts to read; s3://BUCKET/KEY for an object, - for standard input. Default:"
                  + " ACCOUNTS_FILE, or accounts.json here")
          .type(AccountsSource.class)
          .converters(SourceOptions::source)
          .build();
  private final OptionSpec profile =
      Syntax.text(
              "--profile", "NAME", "The AWS profile to start from. Default: the SDK's own search")
          .names("-p", "--profile")
          .build();

  private final OptionSpec mfaCode =
      Syntax.text(
              "--mfa-code",
              "CODE",
              "The six digits of the MFA device that the profile names. Default: asked for on the"
                  + " terminal, where they are needed")
          .build();

  private final OptionSpec timeout =
      Syntax.text(
              "--timeout",
              "TIME",
              "End after so long, such as 90s, 10m or 2h, with what was read. Default:"
                  + " ${DEFAULT-VALUE}")
          .defaultValue(USUAL_TIMEOUT.toMinutes() + "m")
          .build();
  private final OptionSpec quiet =
      Syntax.flag("No progress and no notices; what could not be read is still said.", "--quiet")
          .build();

  SourceOptions(CommandSpec command) {
    command
        .addOption(accounts)
        .addOption(profile)
        .addOption(mfaCode)
        .addOption(timeout)
        .addOption(quiet)
        .addOption(DebugLines.option());
  }

  /// Reads a name. In a locale of ASCII the JVM has no bytes for any other letter, and has lost
  /// those that the shell gave it.
  private static AccountsSource source(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the file's name is empty");
    }
    try {
      return AccountsSource.parse(text);
    } catch (InvalidValueException e) {
      throw new TypeConversionException(e.getMessage());
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "the file's name has letters that Java cannot read in this locale (%s); set LC_ALL=C.UTF-8"
              .formatted(System.getProperty("sun.jnu.encoding")));
    }
  }

  /// Reads the accounts file, unless it is in a bucket.
  ///
  /// @param standardInput is read in its place where the name is `-`
  /// @throws dev.riexpiry.input.InvalidInputException naming every place in it that is wrong
  NamedAccounts accounts(InputStream standardInput) {
    return switch (source()) {
      case AccountsSource.InBucket object -> new NamedAccounts.InBucket(object);
      case AccountsSource.OnDisk file ->
          new NamedAccounts.Known(
              file.equals(STANDARD_INPUT)
                  ? AccountsFile.read(standardInput)
                  : AccountsFile.read(file.path()));
    };
  }

  /// Tells whether there is an accounts file: somebody named one, or the usual one is here.
  boolean hasAccounts() {
    return named().isPresent() || Files.exists(USUAL_FILE);
  }

  private AccountsSource source() {
    return named().orElse(new AccountsSource.OnDisk(USUAL_FILE));
  }

  private Optional<AccountsSource> named() {
    return Optional.<AccountsSource>ofNullable(accounts.getValue())
        .or(() ->
            Optional.ofNullable(System.getenv("ACCOUNTS_FILE"))
                .filter(name -> !name.isBlank())
                .map(SourceOptions::source));
  }

  /// The name of the accounts file, for a command that writes it.
  ///
  /// @throws InvalidInputException if it is standard input, or in a bucket
  Path file() {
    return switch (source()) {
      case AccountsSource.InBucket(S3ObjectName object) ->
          throw unwritable(
              object.toString(),
              "this command writes no object",
              "name a file, look at it, and upload it: aws s3 cp FILE " + object);
      case AccountsSource.OnDisk file when file.equals(STANDARD_INPUT) ->
          throw unwritable("-", "standard input cannot be written", "name a file");
      case AccountsSource.OnDisk(Path path) -> path;
    };
  }

  private static InvalidInputException unwritable(String name, String problem, String remedy) {
    return new InvalidInputException(
        Syntax.COMMAND_LINE, List.of(new Fault("--accounts " + name, problem, remedy)));
  }

  /// How the command comes to AWS.
  ///
  /// @param faults takes what is wrong in it
  Access access(List<Fault> faults) {
    return new Access(
        profile(),
        parser(mfaCode, faults).optional(mfaCode.longestName(), MfaCode::parse),
        parser(timeout, faults)
            .value(timeout.longestName(), SettingValues::duration, USUAL_TIMEOUT),
        quiet());
  }

  private static SettingParser parser(OptionSpec option, List<Fault> faults) {
    return new SettingParser(_ -> Optional.ofNullable(option.getValue()), faults);
  }

  boolean quiet() {
    return quiet.<Boolean>getValue();
  }

  private Optional<String> profile() {
    return Optional.ofNullable(profile.getValue());
  }
}
