package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsSource;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.SignedIn;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.notifier.Notifier;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;

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

  /// Reads the accounts file, where it was not read yet, and says which one it is.
  ///
  /// @throws dev.riexpiry.input.InvalidInputException if it cannot be read, or holds any fault
  AccountsFile accounts(NamedAccounts named, Stop stop) {
    return switch (named) {
      case NamedAccounts.Known(AccountsFile file) -> file;
      case NamedAccounts.InBucket(AccountsSource.InBucket source) -> {
        AccountsFile file = notifier().accounts(source, stop);
        if (!access.quiet()) {
          file.version()
              .ifPresent(version -> surroundings.terminal().err().println("Accounts: " + version));
        }
        yield file;
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
