package dev.riexpiry.cli;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.SignedIn;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.notifier.Notifier;
import dev.riexpiry.sweep.Identity;

/// The clients of one command, until it is closed.
///
/// @param surroundings where the command runs
/// @param access how it comes to AWS
/// @param clients ask AWS
record Connection(Surroundings surroundings, Access access, AwsClients clients)
    implements AutoCloseable {
  Notifier notifier() {
    return new Notifier(clients, surroundings.clock());
  }

  /// Signs the caller in, and says as whom, and which region is used where nobody has named one.
  ///
  /// @return whose the caller's credentials are, or why that could not be learnt
  /// @throws SignInException if there are none: every account would fail for the same reason
  Outcome<Identity> signIn() {
    return switch (notifier().signIn(new CodePrompt(surroundings.terminal(), access.code()))) {
      case Outcome.Failed<SignedIn>(Failure failure) -> throw new SignInException(failure);
      case Outcome.Found<SignedIn>(SignedIn(Outcome<Identity> caller, String by)) -> {
        if (!access.quiet()) {
          say(caller, by);
        }
        yield caller;
      }
    };
  }

  private void say(Outcome<Identity> caller, String by) {
    Terminal terminal = surroundings.terminal();
    AwsClients.regionNotice(access.profile()).ifPresent(terminal.err()::println);
    if (caller instanceof Outcome.Found<Identity>(Identity identity)) {
      terminal.err().printf("as %s (account %s), by %s%n", identity.arn(), identity.account(), by);
    }
  }

  @Override
  public void close() {
    clients.close();
  }
}
