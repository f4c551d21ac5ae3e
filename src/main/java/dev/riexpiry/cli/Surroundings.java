package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// What a command finds where it runs.
///
/// @param terminal takes its output, and gives its input
/// @param clock the time
/// @param clients makes the SDK clients for a profile, or for none
record Surroundings(
    Terminal terminal, InstantSource clock, Function<Optional<String>, AwsClients> clients) {
  Surroundings {
    requireNonNull(terminal, "terminal is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(clients, "clients is null");
  }

  /// Makes the clients to ask AWS with. Nothing is asked yet.
  Connection connect(Access access) {
    return new Connection(this, access, clients.apply(access.profile()));
  }

  /// Signs in, and lists the accounts that a file means.
  Roster roster(Access access, AccountsFile file) {
    try (Connection connection = connect(access)) {
      return connection.notifier().roster(file, connection.signIn(), Stop.after(access.timeout()));
    }
  }
}
