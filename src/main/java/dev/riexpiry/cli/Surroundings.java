package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Identity;
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
  Roster roster(Access access, NamedAccounts named) {
    try (Connection connection = connect(access)) {
      Outcome<Identity> caller = connection.signIn();
      Stop stop = Stop.after(access.timeout());
      return connection.notifier().roster(connection.accounts(named, stop), caller, stop);
    }
  }
}
