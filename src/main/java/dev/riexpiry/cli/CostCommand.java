package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.cost.CostDays;
import dev.riexpiry.cost.CostGrouping;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.cost.CostRow;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.notifier.SettingValues;
import dev.riexpiry.page.CostCsv;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class CostCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final CommandSpec spec =
      Syntax.command(
          "cost",
          "Reads what the accounts cost a day, and adds it up. Each request costs 0.01 USD.",
          this);
  private final SourceOptions source = new SourceOptions(spec);
  private final OptionSpec by =
      Syntax.text(
              "--by",
              "WHAT",
              "What the table adds up by: account, ou (organizational unit) or service. Default:"
                  + " ${DEFAULT-VALUE}")
          .completionCandidates(CostGrouping.ids())
          .defaultValue(CostGrouping.ACCOUNT.id())
          .build();
  private final OptionSpec days =
      Syntax.text(
              "--days",
              "DAYS",
              "How many days, the last of them yesterday (UTC), 1 to %d. Default: ${DEFAULT-VALUE}"
                  .formatted(CostDays.MOST))
          .defaultValue(String.valueOf(CostDays.USUAL))
          .build();
  private final CostMetricOption metric = new CostMetricOption();
  private final FormatOption<OutputFormat> output =
      new FormatOption<>(
          "--output",
          OutputFormat.TABLE,
          "table; or json or csv, which have each day, account and service.");
  private final OptionSpec wide =
      Syntax.flag("Let the table be wider than the terminal.", "--wide").build();

  CostCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    spec.addOption(by).addOption(days);
    metric.addTo(spec);
    output.addTo(spec);
    spec.addOption(wide);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    Access access = source.access(faults);
    CostGrouping grouping =
        parser(by, faults)
            .value(by.longestName(), SettingValues::costGrouping, CostGrouping.ACCOUNT);
    int count = parser(days, faults).value(days.longestName(), SettingValues::costDays, 1);
    CostMetric counted = metric.read(faults);
    OutputFormat format = output.read(faults);
    Syntax.refuse(faults);
    CostReading reading =
        read(access, CostDays.before(surroundings.clock().instant(), count), counted);
    print(reading, format, grouping);
    return (reading.complete() ? ExitStatus.ALL_READ : ExitStatus.INCOMPLETE).code();
  }

  private static SettingParser parser(OptionSpec option, List<Fault> faults) {
    return new SettingParser(_ -> Optional.ofNullable(option.getValue()), faults);
  }

  private CostReading read(Access access, CostDays asked, CostMetric counted) {
    Optional<NamedAccounts> named =
        source.hasAccounts() ? Optional.of(source.accounts(terminal.in())) : Optional.empty();
    try (Connection connection = surroundings.connect(access)) {
      Outcome<Identity> caller = connection.signIn();
      Stop stop = Stop.after(access.timeout());
      AccountsFile file =
          named
              .map(accounts -> connection.accounts(accounts, stop.halfway()))
              .orElseGet(() -> new Runner(surroundings).ownAccount(caller));
      Roster roster = connection.notifier().roster(file, caller, stop.halfway());
      if (!access.quiet()) {
        terminal
            .err()
            .printf(
                "Reading the costs of %s to %s (UTC), %s%n",
                asked.from(), asked.to(), counted.id());
      }
      try (CtrlC _ = new CtrlC(stop)) {
        return connection.notifier().costs().read(roster, asked, counted, stop);
      }
    }
  }

  private void print(CostReading reading, OutputFormat format, CostGrouping grouping) {
    String unread =
        UnreadText.of(
            "Could not be read; no sum has its costs:", reading.unread(), reading.accounts());
    switch (format) {
      case TABLE -> {
        terminal
            .out()
            .print(
                CostOutput.of(
                    reading,
                    grouping,
                    wide.<Boolean>getValue() ? OptionalInt.empty() : terminal.columns().get()));
        terminal.out().print(unread);
      }
      case JSON -> terminal.out().println(Json.indented(CostRow.of(reading)));
      case CSV -> terminal.out().print(CostCsv.of(reading));
    }
    if (format != OutputFormat.TABLE) {
      terminal.err().print(unread);
    }
  }
}
