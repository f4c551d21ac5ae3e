package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.EventsDocument;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.page.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Runner runner;
  private final CommandSpec spec =
      Syntax.command(
          "check",
          "Reads the accounts and lists what is about to end. Sends nothing unless told to.",
          this);
  private final CheckOptions options = new CheckOptions(spec);
  private final FormatOption<OutputFormat> output =
      new FormatOption<>("--output", OutputFormat.TABLE, "table, json or csv.");
  private final OptionSpec publish =
      Syntax.flag("Send the alerts to --topic-arn.", "--publish").build();

  private final OptionSpec sort =
      Syntax.text(
              "--sort",
              "ORDER",
              "end, account or service: of table and CSV. Default: ${DEFAULT-VALUE}")
          .completionCandidates(List.of("end", "account", "service"))
          .defaultValue("end")
          .build();
  private final OptionSpec wide =
      Syntax.flag("Let the table be wider than the terminal.", "--wide").build();
  private final OptionSpec all =
      Syntax.flag("List every active commitment, however far its end is.", "--all").build();

  CheckCommand(Surroundings surroundings) {
    this.terminal = surroundings.terminal();
    this.runner = new Runner(surroundings);
    output.addTo(spec);
    spec.addOption(sort).addOption(wide).addOption(all).addOption(publish);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    OutputFormat format = output.read(faults);
    RowOrder order =
        new SettingParser(_ -> Optional.ofNullable(sort.getValue()), faults)
            .value(sort.longestName(), RowOrder::of, RowOrder.END);
    boolean publishing = publish.<Boolean>getValue();
    CheckReport report = runner.run(options, publishing, all.<Boolean>getValue(), faults);
    format.print(report, terminal, order, wide.<Boolean>getValue());
    if (publishing && !options.quiet() && report.sendings().all().findAny().isEmpty()) {
      terminal.err().println(Runner.noAlert(report));
    }
    report
        .receipts()
        .forEach(receipt ->
            say(
                receipt.topic().map(TopicArn::value).orElse(""),
                receipt.alert().subject(),
                receipt.result()));
    report
        .chat()
        .forEach(
            receipt -> say(receipt.topic().value(), receipt.message().title(), receipt.result()));
    EventsDocument.of(report.events()).ifPresent(this::say);
    return ExitStatus.of(report, options.failOnExpiring()).code();
  }

  private void say(EventsDocument events) {
    if (!options.quiet()) {
      if (events.sent() > 0) {
        terminal.err().printf("Put on %s: %s%n", events.bus(), count(events.sent()));
      }
      if (events.dry() > 0) {
        terminal
            .err()
            .printf("Would be put on %s with --publish: %s%n", events.bus(), count(events.dry()));
      }
    }
    if (events.refused() > 0) {
      terminal.err().printf("NOT PUT on %s: %s%n", events.bus(), count(events.refused()));
    }
    if (events.unknown() > 0) {
      terminal.err().printf("MAY HAVE BEEN PUT on %s: %s%n", events.bus(), count(events.unknown()));
    }
    events
        .failures()
        .forEach(reason ->
            terminal
                .err()
                .printf(
                    "  %s: %s: %s%n  To mend it: %s%n",
                    count(reason.events()),
                    reason.failure().code(),
                    reason.failure().message(),
                    reason.failure().remedy()));
  }

  private static String count(int events) {
    return events == 1 ? "1 event" : events + " events";
  }

  private void say(String topic, String subject, Receipt.Result result) {
    switch (result) {
      case Receipt.Result.Sent(String messageId) -> {
        if (!options.quiet()) {
          terminal.err().printf("Sent to %s: %s (message %s)%n", topic, subject, messageId);
        }
      }
      case Receipt.Result.Refused(Failure failure) ->
          terminal
              .err()
              .printf(
                  "NOT SENT to %s: %s%n  %s%n  To mend it: %s%n",
                  topic, subject, failure.reason(), failure.remedy());
      case Receipt.Result.Unknown(Failure failure) ->
          terminal
              .err()
              .printf(
                  "MAY HAVE BEEN SENT to %s: %s%n  %s%n  To mend it: %s%n",
                  topic, subject, failure.reason(), failure.remedy());
      case Receipt.Result.NotSent() -> {
        if (!topic.isEmpty() && !options.quiet()) {
          terminal.err().printf("Would be sent to %s with --publish: %s%n", topic, subject);
        }
      }
    }
  }
}
