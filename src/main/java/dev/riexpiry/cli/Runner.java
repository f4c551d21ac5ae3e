package dev.riexpiry.cli;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.alert.Sender;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.cost.CostDays;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.Fault;
import dev.riexpiry.ledger.RecordKeeping.Waiter;
import dev.riexpiry.notifier.Notifier;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Runs a check for a command, with progress and warnings on standard error.
///
/// @param surroundings where the command runs
record Runner(Surroundings surroundings) {
  /// The reason why a report has no alert.
  static String noAlert(CheckReport report) {
    if (!report.complete() || report.findings().stream().anyMatch(Finding::needsAction)) {
      return report.findings(Expiring.class).stream().anyMatch(Expiring::silenced)
          ? "No alert: what is expiring or could not be read was told before or acknowledged."
          : "No alert: what is expiring or could not be read was told before.";
    }
    return report.findings(Expiring.class).isEmpty()
        ? "No alert: nothing is expiring, and %s was read.".formatted(all(report))
        : "No alert: what is expiring is renewed already, and %s was read.".formatted(all(report));
  }

  private static String all(CheckReport report) {
    return report.summary().terms().narrowing().isNone() ? "everything" : "all that was asked for";
  }

  /// The account of the caller's own credentials, which is read where nobody names another.
  AccountsFile ownAccount(Outcome<Identity> caller) {
    return switch (caller) {
      case Outcome.Failed<Identity>(Failure failure) -> throw new SignInException(failure);
      case Outcome.Found<Identity>(Identity identity) -> {
        terminal()
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
    return run(options, publish, inventory, Optional.empty(), faults).report();
  }

  /// Runs a check that lists every active commitment, and reads what the accounts cost. Of a part
  /// of them no costs are read.
  Ran runWithCosts(CheckOptions options, CostMetric metric, List<Fault> faults) {
    return run(options, false, true, Optional.of(metric), faults);
  }

  private Ran run(
      CheckOptions options,
      boolean publish,
      boolean inventory,
      Optional<CostMetric> metric,
      List<Fault> faults) {
    CheckOptions.Parsed parsed =
        options.parse(publish, surroundings.clock(), terminal().in(), faults);
    CheckReport report;
    Optional<CostReading> costs;
    parsed.accounts().flatMap(NamedAccounts::known).ifPresent(parsed::refuseMixedTopics);
    try (Connection connection = surroundings.connect(parsed.access())) {
      Notifier notifier = connection.notifier();
      // What is mistyped costs neither a call nor a code.
      parsed
          .accounts()
          .flatMap(NamedAccounts::known)
          .filter(file -> file.organization().isEmpty())
          .ifPresent(file -> {
            Narrowing _ =
                options
                    .narrowing()
                    .of(notifier.roster(file, Stop.after(parsed.access().timeout())));
          });
      Outcome<Identity> caller = connection.signIn();
      // Nobody's time for typing a code is taken from the accounts.
      Stop stop = Stop.after(parsed.access().timeout());
      AccountsFile file =
          parsed
              .accounts()
              .map(named -> connection.accounts(named, stop.halfway()))
              .orElseGet(() -> ownAccount(caller));
      parsed.refuseMixedTopics(file);
      Roster roster = notifier.roster(file, caller, stop.halfway());
      Narrowing narrowing = options.narrowing().of(roster);
      CheckRequest part = parsed.request().narrowed(narrowing).of(roster.narrowed(narrowing));
      CheckRequest request = inventory ? part.withInventory() : part;
      try (ProgressLine progress = new ProgressLine(terminal(), request, options.quiet());
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
        costs =
            metric
                .filter(_ -> narrowing.isNone())
                .map(counted ->
                    notifier
                        .costs()
                        .read(
                            roster,
                            CostDays.before(surroundings.clock().instant(), CostDays.USUAL),
                            counted,
                            stop));
      }
    }
    if (report.nothingRead()
        && report.complete()
        && !report.summary().terms().narrowing().isNone()) {
      options.narrowing().refuseNothing(report.summary().terms().narrowing());
    }
    report.warnings().forEach(warning -> terminal().err().println("Warning: " + warning));
    warnOfDeadline(report);
    costs
        .map(reading ->
            UnreadText.of("Costs could not be read:", reading.unread(), reading.accounts()))
        .ifPresent(terminal().err()::print);
    return new Ran(report, costs);
  }

  /// @param costs what the accounts cost, if that was asked
  record Ran(CheckReport report, Optional<CostReading> costs) {}

  private void warnOfDeadline(CheckReport report) {
    long unread =
        report.findings(Unread.class).stream()
            .filter(item -> item.failure().code().equals(Failure.DEADLINE_EXCEEDED))
            .count();
    if (unread > 0) {
      terminal()
          .err()
          .printf(
              "Warning: the time ran out, and %s not read; --timeout gives it more%n",
              unread == 1 ? "one place was" : unread + " places were");
    }
  }

  private Terminal terminal() {
    return surroundings.terminal();
  }
}
