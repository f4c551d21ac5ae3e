package dev.riexpiry.cli;

import dev.riexpiry.alert.ChatComposer;
import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.delivery.ChatReceipt;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.input.Fault;
import dev.riexpiry.page.Calendar;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class RenderCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InstantSource clock;
  private final Runner runner;
  private final CommandSpec spec =
      Syntax.command(
          "render",
          "Reads the accounts and prints the very alerts that would be sent. Sends nothing.",
          this);
  private final CheckOptions options = new CheckOptions(spec);
  private final FormatOption<Format> format =
      new FormatOption<>(
          "--format",
          Format.EMAIL,
          "email: what people get; json: what programs get, one document a line; chat: what a chat"
              + " channel gets; calendar: a day for each end and each milestone.");

  RenderCommand(Surroundings surroundings) {
    this.terminal = surroundings.terminal();
    this.clock = surroundings.clock();
    this.runner = new Runner(surroundings);
    format.addTo(spec);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    Format chosen = format.read(faults);
    CheckReport report = runner.run(options, false, chosen == Format.CALENDAR, faults);
    switch (chosen) {
      case EMAIL, JSON -> alerts(report, chosen == Format.JSON);
      case CHAT -> chat(report);
      case CALENDAR -> terminal.out().print(Calendar.of(report, clock.instant()));
    }
    return ExitStatus.of(report, options.failOnExpiring()).code();
  }

  private void alerts(CheckReport report, boolean json) {
    if (report.receipts().isEmpty()) {
      sayThatThereIsNone(report);
    }
    boolean first = true;
    for (Receipt receipt : report.receipts()) {
      if (json) {
        terminal.out().println(receipt.alert().json());
      } else {
        terminal
            .out()
            .printf(
                "%sSubject: %s%n%n%s",
                first ? "" : "\n", receipt.alert().subject(), receipt.alert().mail());
        first = false;
      }
    }
  }

  /// Prints what the chat channel would get; without its topic, what one would get that is told the
  /// same as the topic of alerts.
  private void chat(CheckReport report) {
    List<ChatMessage> messages =
        options.namesChat()
            ? report.chat().stream().map(ChatReceipt::message).toList()
            : new ChatComposer(Optional.empty()).compose(report.summary()).stream().toList();
    if (messages.isEmpty()) {
      sayThatThereIsNone(report);
    }
    messages.forEach(message -> terminal.out().println(message.json()));
  }

  private void sayThatThereIsNone(CheckReport report) {
    if (!options.quiet()) {
      terminal.err().println(Runner.noAlert(report));
    }
  }

  private enum Format {
    EMAIL,
    JSON,
    CHAT,
    CALENDAR
  }
}
