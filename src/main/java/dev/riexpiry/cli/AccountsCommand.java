package dev.riexpiry.cli;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsDocument;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.notifier.Notifier;
import dev.riexpiry.signin.MfaCode;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.text.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

final class AccountsCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InstantSource clock;
  private final Function<Optional<String>, AwsClients> clients;
  private final CommandSpec spec =
      Syntax.command(
          "accounts",
          "Lists the accounts that would be read, and as whom. Reads no commitments.",
          this);
  private final SourceOptions source = new SourceOptions(spec);
  private final NarrowingOptions narrowing = new NarrowingOptions();
  private final FormatOption<AccountsFormat> output =
      new FormatOption<>(
          "--output", AccountsFormat.TABLE, "table, or json: an accounts file of its own.");

  AccountsCommand(
      Terminal terminal, InstantSource clock, Function<Optional<String>, AwsClients> clients) {
    this.terminal = terminal;
    this.clock = clock;
    this.clients = clients;
    narrowing.addAccountTo(spec);
    output.addTo(spec);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    AccountsFormat format = output.read(faults);
    Duration timeout = source.timeout(faults);
    Optional<MfaCode> code = source.mfaCode(faults);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(Syntax.COMMAND_LINE, faults);
    }
    AccountsFile file = source.accounts(terminal.in());
    Roster roster;
    try (AwsClients aws = clients.apply(source.profile())) {
      Notifier notifier = new Notifier(aws, clock);
      Outcome<Identity> caller =
          Runner.signIn(terminal, notifier, source.profile(), code, source.quiet());
      roster = notifier.roster(file, caller, Stop.after(timeout));
    }
    roster = roster.narrowed(narrowing.of(roster));
    switch (format) {
      case TABLE -> terminal.out().print(table(roster));
      case JSON ->
          terminal
              .out()
              .println(
                  Json.indented(
                      AccountsDocument.of(roster.accounts(), roster.payer(), roster.ignores())));
    }
    terminal.err().print(TableOutput.closed(roster.closed()));
    terminal.err().print(TableOutput.unread(roster.unlisted(), new AccountLabels(Map.of())));
    return (roster.unlisted().isEmpty() ? ExitStatus.ALL_READ : ExitStatus.INCOMPLETE).code();
  }

  private static String table(Roster roster) {
    TextTable table = new TextTable(List.of("ACCOUNT", "NAME", "UNIT", "READ AS", "REGIONS"));
    for (Account account : roster.accounts()) {
      table.add(
          Urgency.NONE,
          List.of(
              account.id().value(),
              account.name(),
              account.organizationalUnit().filter(unit -> !unit.isEmpty()).orElse("—"),
              account.role().map(RemoteRole::pathAndName).orElse("the caller"),
              switch (account.regions()) {
                case RegionChoice.AllEnabled() -> "all enabled";
                case RegionChoice.EnabledAmong(List<String> names) -> String.join(", ", names);
                case RegionChoice.Listed(List<String> names) -> String.join(", ", names);
              }));
    }
    roster
        .payer()
        .ifPresent(payer ->
            table.add(
                Urgency.NONE,
                List.of(
                    payer.id().map(AccountId::value).orElse("its own"),
                    "the payer",
                    "—",
                    payer.role().map(RemoteRole::pathAndName).orElse("the caller"),
                    "its Cost Explorer")));
    return table.render(false);
  }
}
