package dev.riexpiry.cli;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.log.Warnings;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/// The entry point of the command line.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit status.
  public static void main(String[] args) {
    Thread.ofPlatform().daemon().name("trust-store").start(Main::readTrustStore);
    Terminal terminal = Terminal.ofProcess();
    Warnings.listen(Warnings.once(terminal.err()::println));
    InstantSource clock = InstantSource.system();
    int status =
        new App(new Surroundings(terminal, clock, profile -> AwsClients.forCaller(profile, clock)))
            .run(args);
    CtrlC.printed();
    System.exit(status);
  }

  /// Reads the JDK's certificates while options are parsed: otherwise this takes 40 milliseconds
  /// before the first call to AWS. The JDK keeps them for the HTTP client.
  private static void readTrustStore() {
    try {
      SSLContext.getDefault();
    } catch (NoSuchAlgorithmException _) {
      // The first connection fails for the same reason, and names its host.
    }
  }
}
