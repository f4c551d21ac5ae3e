package dev.riexpiry.cli;

import dev.riexpiry.notifier.Rehearsal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/// Shows the help, and runs `check` as people and as programs would, against answers within the
/// process, and prints nothing. The launcher starts it to make the start-up cache, which then holds
/// the classes it loaded.
final class RehearseCommand implements Callable<Integer> {
  private static final String ACCOUNTS =
      """
      {"regions": ["us-east-1"], "accounts": [
        {"accountName": "rehearsal", "accountId": "000000000000", "remoteRole": "rehearsal"}]}
      """;

  private final Function<Terminal, App> app;

  /// @param app the whole command line at another terminal
  RehearseCommand(Function<Terminal, App> app) {
    this.app = app;
  }

  CommandSpec spec() {
    CommandSpec spec = Syntax.command("rehearse", "Loads what a check needs.", this);
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Path accounts = Files.createTempFile("rehearsal", ".json");
    try {
      Files.writeString(accounts, ACCOUNTS);
      Rehearsal.speakTls();
      return Rehearsal.at(address -> check(accounts, address));
    } finally {
      Files.delete(accounts);
    }
  }

  /// Points the SDK to `address` by the properties that it reads anyway: this process does nothing
  /// else.
  private int check(Path accounts, URI address) {
    System.setProperty("aws.endpointUrl", address.toString());
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "rehearsal");
    System.setProperty("aws.secretAccessKey", "rehearsal");
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      App silent = app.apply(new Terminal(nowhere, nowhere, true, true));
      return IntStream.concat(
              IntStream.of(silent.run("--help"), silent.run("check", "--help")),
              Stream.of("table", "json").mapToInt(output -> check(silent, accounts, output)))
          .max()
          .orElseThrow();
    }
  }

  private static int check(App app, Path accounts, String output) {
    return app.run(
        "check",
        "--accounts",
        accounts.toString(),
        "--check-date",
        "1970-01-01",
        "--output",
        output);
  }
}
