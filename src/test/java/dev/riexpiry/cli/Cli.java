package dev.riexpiry.cli;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.ProfileFiles;
import dev.riexpiry.aws.QuickClients;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/// The result of one run of the command line, in this process.
///
/// @param status the exit status
/// @param out what went to standard output
/// @param err what went to standard error, with the time that a run took left out
public record Cli(int status, String out, String err) {
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");

  /// Runs with both outputs piped elsewhere, on the morning of 4 May 2026.
  public static Cli run(String... args) {
    return run(NOW, false, args);
  }

  /// Runs as [#run(String...)] does, with clients that wait less long for AWS.
  ///
  /// @param patience how long an answer may take
  static Cli runImpatiently(Duration patience, String... args) {
    return run(NOW, false, () -> QuickClients.impatient(patience), args);
  }

  /// Runs as [#run(String...)] does, as a caller without credentials.
  ///
  /// @param words what the SDK says of it
  static Cli runWithoutCredentials(String words, String... args) {
    return run(NOW, false, () -> QuickClients.withoutCredentials(words), args);
  }

  /// Runs as a caller that has these profiles and no keys in the environment, with nobody at the
  /// keyboard.
  static Cli runWith(ProfileFiles files, String... args) {
    InstantSource clock = InstantSource.fixed(NOW);
    return run(
        InputStream.nullInputStream(),
        NOW,
        false,
        OptionalInt.empty(),
        profile -> QuickClients.forCaller(profile, clock, files),
        args);
  }

  /// Runs with both outputs piped elsewhere, at another time.
  public static Cli runAt(Instant now, String... args) {
    return run(now, false, args);
  }

  /// Runs with both outputs on a terminal with colours.
  static Cli runOnTerminal(String... args) {
    return run(NOW, true, args);
  }

  private static Cli run(Instant now, boolean terminal, String... args) {
    return run(now, terminal, QuickClients::create, args);
  }

  /// Runs as [#run(String...)] does, with this on standard input.
  static Cli runWithInput(InputStream in, String... args) {
    return run(in, NOW, false, OptionalInt.empty(), QuickClients::create, args);
  }

  /// Runs as [#run(String...)] does, with results on a terminal that is so many cells wide.
  static Cli runOnTerminalOf(int columns, String... args) {
    return run(
        InputStream.nullInputStream(),
        NOW,
        false,
        OptionalInt.of(columns),
        QuickClients::create,
        args);
  }

  private static Cli run(
      Instant now, boolean terminal, Supplier<AwsClients> clients, String... args) {
    return run(InputStream.nullInputStream(), now, terminal, OptionalInt.empty(), clients, args);
  }

  private static Cli run(
      InputStream in,
      Instant now,
      boolean terminal,
      OptionalInt columns,
      Supplier<AwsClients> clients,
      String... args) {
    return run(
        in,
        now,
        terminal,
        columns,
        profile ->
            profile.isPresent()
                ? AwsClients.forCaller(profile, InstantSource.system())
                : clients.get(),
        args);
  }

  private static Cli run(
      InputStream in,
      Instant now,
      boolean terminal,
      OptionalInt columns,
      Function<Optional<String>, AwsClients> clients,
      String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new App(
                new Surroundings(
                    new Terminal(
                        in,
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal,
                        terminal,
                        _ -> Optional.empty(),
                        () -> columns),
                    InstantSource.fixed(now),
                    clients))
            .run(args);
    return new Cli(
        status,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8).replaceAll(" in [0-9]+\\.[0-9] s", ""));
  }
}
