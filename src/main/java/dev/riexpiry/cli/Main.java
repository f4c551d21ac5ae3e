package dev.riexpiry.cli;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.log.Warnings;
import java.time.InstantSource;
import java.util.Optional;

/// Where the command line starts.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit status.
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    Warnings.listen(terminal.err()::println);
    int status = new App(terminal, InstantSource.system(), Main::clients).run(args);
    Interruption.printed();
    System.exit(status);
  }

  private static AwsClients clients(Optional<String> profile) {
    return profile.map(AwsClients::forProfile).orElseGet(AwsClients::create);
  }
}
