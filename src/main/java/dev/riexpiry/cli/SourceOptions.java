package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsSource;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.S3ObjectName;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/// The options of every command that reads accounts: their file, and how it comes to AWS.
final class SourceOptions {
  private static final AccountsSource STANDARD_INPUT = new AccountsSource.OnDisk(Path.of("-"));
  private static final Path USUAL_FILE = Path.of("accounts.json");

  private final OptionSpec accounts =
      Syntax.text(
              "--accounts",
              "FILE",
              "The accounts to read; s3://BUCKET/KEY for an object, - for standard input. Default:"
                  + " ACCOUNTS_FILE, or accounts.json here")
          .type(AccountsSource.class)
          .converters(SourceOptions::source)
          .build();
  private final AccessOptions access;

  SourceOptions(CommandSpec command) {
    command.addOption(accounts);
    this.access = new AccessOptions(command);
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
    return access.read(faults);
  }

  boolean quiet() {
    return access.quiet();
  }
}
