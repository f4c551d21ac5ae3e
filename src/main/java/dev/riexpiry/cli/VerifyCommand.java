package dev.riexpiry.cli;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.MixedTopics;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.notifier.Notifier;
import dev.riexpiry.notifier.SettingValues;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.text.Json;
import dev.riexpiry.verify.Trial;
import dev.riexpiry.verify.TrialDocument;
import dev.riexpiry.verify.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final CommandSpec spec =
      Syntax.command(
          "verify",
          "Tries everything once that a check would do, and says what does not work. Sends nothing"
              + " unless told to.",
          this);
  private final SourceOptions source = new SourceOptions(spec);
  private final NarrowingOptions narrowing = new NarrowingOptions();
  private final OptionSpec topic =
      Syntax.text("--topic-arn", "ARN", "The SNS topic that alerts go to.").build();
  private final ChannelOptions channels = new ChannelOptions(spec);
  private final OptionSpec ledger =
      Syntax.text("--ledger-table", "NAME", "The DynamoDB table that remembers what was told.")
          .build();
  private final OptionSpec concurrency =
      Syntax.text(
              "--concurrency",
              "CALLS",
              "How many calls to AWS at once, 1 to 256. Default: ${DEFAULT-VALUE}")
          .defaultValue(String.valueOf(Sweep.DEFAULT_CONCURRENCY))
          .build();
  private final OptionSpec location =
      Syntax.text(
              "--report-location",
              "FOLDER",
              "s3://BUCKET/FOLDER/ that the function writes its page to.")
          .build();
  private final ReportPlaceOptions report;
  private final FormatOption<TrialFormat> output =
      new FormatOption<>("--output", TrialFormat.TABLE, "table or json.");
  private final OptionSpec testAlert =
      Syntax.flag(
              "Send one message to --topic-arn, one to --chat-topic-arn, and an event to --event-bus,"
                  + " that say that they are a test.",
              "--test-alert")
          .build();

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    narrowing.addAccountTo(spec);
    spec.addOption(topic);
    channels.add();
    spec.addOption(ledger).addOption(concurrency).addOption(location);
    this.report = new ReportPlaceOptions(spec, location.longestName());
    output.addTo(spec);
    spec.addOption(testAlert);
    Map<String, String> statuses = new LinkedHashMap<>();
    statuses.put("0", "nothing that was tried failed");
    statuses.put("1", "something failed");
    statuses.put("2", ExitStatus.USAGE.meaning());
    Syntax.addExitStatuses(spec, statuses);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    TrialFormat format = output.read(faults);
    Access access = source.access(faults);
    SettingParser parser = new SettingParser(this::text, faults);
    Optional<TopicArn> alerts = parser.optional("--topic-arn", SettingValues::topic);
    ChannelTargets targets = channels.read(parser, alerts, faults);
    int calls =
        parser.value("--concurrency", SettingValues::concurrency, Sweep.DEFAULT_CONCURRENCY);
    boolean sending = testAlert.<Boolean>getValue();
    if (sending && text("--topic-arn").isEmpty() && !channels.isNamed()) {
      faults.add(new Fault("--test-alert", "there is no topic to send to", "add --topic-arn ARN"));
    }
    Optional<ReportPlace> place = report.read(_ -> true, faults);
    Syntax.refuse(faults);
    NamedAccounts named = source.accounts(terminal.in());
    named.known().ifPresent(file -> MixedTopics.refuse(file, alerts, targets));
    List<Trial> trials;
    try (Connection connection = surroundings.connect(access)) {
      Notifier notifier = connection.notifier();
      Outcome<Identity> caller = connection.signIn();
      Stop stop = Stop.after(access.timeout());
      AccountsFile file = connection.accounts(named, stop.halfway());
      MixedTopics.refuse(file, alerts, targets);
      Roster all = notifier.roster(file, caller, stop.halfway());
      Roster roster = all.narrowed(narrowing.of(all));
      try (ProgressLine progress =
              new ProgressLine(
                  terminal,
                  "Trying "
                      + ProgressLine.accounts(roster.accounts().size())
                      + ", each in one region",
                  access.quiet());
          CtrlC _ = new CtrlC(stop)) {
        trials =
            signedIn(
                notifier
                    .verification(
                        calls,
                        progress,
                        text("--ledger-table").map(String::strip).filter(name -> !name.isEmpty()),
                        Optional.empty(),
                        place)
                    .run(
                        new Verification.Subject(
                            roster, file.organization().map(_ -> all), alerts, targets, sending),
                        stop));
      }
    }
    switch (format) {
      case TABLE -> terminal.out().print(TrialTable.of(trials, Marks.of(terminal)));
      case JSON ->
          terminal.out().println(Json.indented(trials.stream().map(TrialDocument::of).toList()));
    }
    return (trials.stream().anyMatch(Trial::failed) ? ExitStatus.FAILED : ExitStatus.ALL_READ)
        .code();
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(spec.findOption(name).getValue());
  }

  private static List<Trial> signedIn(Outcome<List<Trial>> trials) {
    return switch (trials) {
      case Outcome.Found<List<Trial>>(List<Trial> made) -> made;
      case Outcome.Failed<List<Trial>>(Failure failure) -> throw new SignInException(failure);
    };
  }
}
