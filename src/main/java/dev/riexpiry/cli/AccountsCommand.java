package dev.riexpiry.cli;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsDocument;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.input.Fault;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class AccountsCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;
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

  AccountsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
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
    Access access = source.access(faults);
    Syntax.refuse(faults);
    Roster roster = surroundings.roster(access, source.accounts(terminal.in()));
    roster = roster.narrowed(narrowing.of(roster));
    switch (format) {
      case TABLE -> terminal.out().print(table(roster));
      case JSON ->
          terminal
              .out()
              .println(
                  Json.indented(
                      AccountsDocument.of(
                          roster.accounts(),
                          roster.payer(),
                          roster.ignores(),
                          roster.owners(),
                          roster.routing().routes())));
    }
    if (format == AccountsFormat.JSON && !roster.routing().units().isEmpty()) {
      terminal
          .err()
          .println(
              "Warning: the routes of organizational units are left out: a file that names every"
                  + " account does not know their units.");
    }
    terminal.err().print(UnreadText.closed(roster.closed()));
    terminal.err().print(UnreadText.of(roster.unlisted(), new AccountLabels(Map.of())));
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
