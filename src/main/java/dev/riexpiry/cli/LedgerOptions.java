package dev.riexpiry.cli;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.notifier.SettingValues;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options of the commands that ask a ledger only: its table, the account that is meant, and
/// the zone in which days end.
final class LedgerOptions {
  private final OptionSpec table =
      Syntax.text("--ledger-table", "NAME", "The DynamoDB table that remembers what was told.")
          .build();
  private final OptionSpec account =
      Syntax.text("--account", "ID", "Only a commitment of this account.").build();
  private final OptionSpec zone =
      Syntax.text(
              "--time-zone",
              "ZONE",
              "IANA name of the zone in which days begin and end. Default: ${DEFAULT-VALUE}")
          .defaultValue("UTC")
          .build();

  LedgerOptions(CommandSpec command) {
    command.addOption(table).addOption(account).addOption(zone);
  }

  /// The name of the table.
  ///
  /// @param faults takes it that none is named
  String table(List<Fault> faults) {
    String name = Optional.<String>ofNullable(table.getValue()).orElse("").strip();
    if (name.isEmpty()) {
      faults.add(
          new Fault(
              table.longestName(),
              "no ledger is named",
              "add --ledger-table NAME; the output LedgerTableName of the stack has it"));
    }
    return name;
  }

  Optional<AccountId> account(List<Fault> faults) {
    return parser(account, faults).optional(account.longestName(), SettingValues::accountId);
  }

  /// Today, in the zone.
  CheckDate today(InstantSource clock, List<Fault> faults) {
    ZoneId known =
        parser(zone, faults).value(zone.longestName(), SettingValues::timeZone, ZoneId.of("UTC"));
    return new CheckDate(LocalDate.ofInstant(clock.instant(), known), known);
  }

  static SettingParser parser(OptionSpec option, List<Fault> faults) {
    return new SettingParser(_ -> Optional.ofNullable(option.getValue()), faults);
  }
}
