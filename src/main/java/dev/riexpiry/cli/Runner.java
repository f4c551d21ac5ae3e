package dev.riexpiry.cli;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.alert.Sender;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.SignedIn;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.Fault;
import dev.riexpiry.ledger.RecordKeeping.Waiter;
import dev.riexpiry.notifier.Notifier;
import dev.riexpiry.signin.MfaCode;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Runs a check for a command, with progress and warnings on standard error.
///
/// @param terminal takes the output
/// @param clock the time
/// @param clients makes the SDK clients for a profile, or for none
record Runner(
    Terminal terminal, InstantSource clock, Function<Optional<String>, AwsClients> clients) {
  /// The reason why a report has no alert.
  static String noAlert(CheckReport report) {
    if (!report.complete() || report.findings().stream().anyMatch(Finding::needsAction)) {
      return "No alert: what is expiring or could not be read was told before.";
    }
    return report.findings(Expiring.class).isEmpty()
        ? "No alert: nothing is expiring, and %s was read.".formatted(all(report))
        : "No alert: what is expiring is renewed already, and %s was read.".formatted(all(report));
  }

  private static String all(CheckReport report) {
    return report.summary().narrowing().isNone() ? "everything" : "all that was asked for";
  }

  /// Signs the caller in, and says as whom, and which region is used where nobody has named one.
  ///
  /// @param profile the profile that the caller named
  /// @param code the code of an MFA device, if one was given
  /// @param quiet whether it is not said
  /// @return whose the caller's credentials are, or why that could not be learnt
  /// @throws SignInException if there are none: every account would fail for the same reason
  static Outcome<Identity> signIn(
      Terminal terminal,
      Notifier notifier,
      Optional<String> profile,
      Optional<MfaCode> code,
      boolean quiet) {
    return switch (notifier.signIn(new CodePrompt(terminal, code))) {
      case Outcome.Failed<SignedIn>(Failure failure) -> throw new SignInException(failure);
      case Outcome.Found<SignedIn>(SignedIn(Outcome<Identity> caller, String by)) -> {
        if (!quiet) {
          AwsClients.regionNotice(profile).ifPresent(terminal.err()::println);
        }
        if (!quiet && caller instanceof Outcome.Found<Identity>(Identity identity)) {
          terminal
              .err()
              .printf("as %s (account %s), by %s%n", identity.arn(), identity.account(), by);
        }
        yield caller;
      }
    };
  }

  /// The account of the caller's own credentials, which is read where nobody names another.
  private AccountsFile ownAccount(Outcome<Identity> caller) {
    return switch (caller) {
      case Outcome.Failed<Identity>(Failure failure) -> throw new SignInException(failure);
      case Outcome.Found<Identity>(Identity identity) -> {
        terminal
            .err()
            .printf(
                "There is no accounts file: only the account of these credentials is read, %s, in"
                    + " all its regions. The command init writes a file for more.%n",
                identity.account());
        yield new AccountsFile(List.of(Account.own(identity.account())), Optional.empty());
      }
    };
  }

  /// @param inventory whether every active commitment is to be listed
  /// @param faults those of the command's own options; named together with the others
  CheckReport run(CheckOptions options, boolean publish, boolean inventory, List<Fault> faults) {
    CheckOptions.Parsed parsed = options.parse(publish, clock, terminal.in(), faults);
    CheckReport report;
    try (AwsClients aws = clients.apply(options.profile())) {
      Notifier notifier = new Notifier(aws, clock);
      // What is mistyped costs neither a call nor a code.
      parsed
          .accounts()
          .filter(file -> file.organization().isEmpty())
          .ifPresent(file -> {
            Narrowing _ =
                options.narrowing().of(notifier.roster(file, Stop.after(parsed.timeout())));
          });
      Outcome<Identity> caller =
          signIn(terminal, notifier, options.profile(), parsed.mfaCode(), options.quiet());
      // Nobody's time for typing a code is taken from the accounts.
      Stop stop = Stop.after(parsed.timeout());
      AccountsFile file = parsed.accounts().orElseGet(() -> ownAccount(caller));
      Roster roster = notifier.roster(file, caller, stop.halfway());
      Narrowing narrowing = options.narrowing().of(roster);
      CheckRequest part = parsed.request().narrowed(narrowing).of(roster.narrowed(narrowing));
      CheckRequest request = inventory ? part.withInventory() : part;
      try (ProgressLine progress = new ProgressLine(terminal, request, options.quiet());
          CtrlC _ = new CtrlC(stop)) {
        report =
            notifier
                .check(
                    parsed.concurrency(),
                    progress,
                    parsed
                        .ledgerTable()
                        .map(table ->
                            new Notifier.Records(
                                table,
                                UUID.randomUUID().toString(),
                                time -> !stop.isRequested() && Waiter.sleep(time))))
                .sentBy(new Sender.CommandLine())
                .run(request, stop);
      }
    }
    if (report.nothingRead() && report.complete() && !report.summary().narrowing().isNone()) {
      options.narrowing().refuseNothing(report.summary().narrowing());
    }
    report.warnings().forEach(warning -> terminal.err().println("Warning: " + warning));
    warnOfDeadline(report);
    return report;
  }

  private void warnOfDeadline(CheckReport report) {
    long unread =
        report.findings(Unread.class).stream()
            .filter(item -> item.failure().code().equals(Failure.DEADLINE_EXCEEDED))
            .count();
    if (unread > 0) {
      terminal
          .err()
          .printf(
              "Warning: the time ran out, and %s not read; --timeout gives it more%n",
              unread == 1 ? "one place was" : unread + " places were");
    }
  }
}
