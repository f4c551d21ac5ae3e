package dev.riexpiry.cli;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.Fault;
import dev.riexpiry.ledger.Acknowledgements;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class AcksCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final CommandSpec spec =
      Syntax.command(
          "acks",
          "Lists the commitments that are acknowledged, until when, why and by whom.",
          this);
  private final LedgerOptions ledger = new LedgerOptions(spec);
  private final FormatOption<OutputFormat> output =
      new FormatOption<>("--output", OutputFormat.TABLE, "table, json or csv.");
  private final AccessOptions access;

  AcksCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    output.addTo(spec);
    this.access = new AccessOptions(spec);
    Syntax.addExitStatuses(spec, AckCommand.statuses());
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    String table = ledger.table(faults);
    Optional<AccountId> account = ledger.account(faults);
    CheckDate today = ledger.today(surroundings.clock(), faults);
    OutputFormat format = output.read(faults);
    Access how = access.read(faults);
    Syntax.refuse(faults);
    AckList list;
    try (Connection connection = surroundings.connect(how)) {
      Outcome<Identity> _ = connection.signIn();
      Stop stop = Stop.after(how.timeout());
      Acknowledgements.Book book =
          LedgerAnswers.found(
              connection.notifier().acknowledgements(table).read(stop::isRequested));
      list =
          new AckList(
              book.acknowledged().stream()
                  .filter(item -> item.silences(item.commitment().end(), today.date()))
                  .filter(item -> today.daysLeft(item.commitment().end()) >= 0)
                  .filter(item -> account.map(item.commitment().account()::equals).orElse(true))
                  .toList(),
              today);
    }
    terminal
        .out()
        .print(
            switch (format) {
              case TABLE -> list.table();
              case JSON -> list.json() + "\n";
              case CSV -> list.csv();
            });
    return ExitStatus.ALL_READ.code();
  }
}
