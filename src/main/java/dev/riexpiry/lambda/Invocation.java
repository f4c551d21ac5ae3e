package dev.riexpiry.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.alert.PageLink;
import dev.riexpiry.alert.Sender;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.check.Concluded;
import dev.riexpiry.check.ReportCut;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.check.SpreadCheck;
import dev.riexpiry.cost.CostDays;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.MixedTopics;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.ReportDelivery;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportReceipt;
import dev.riexpiry.delivery.SendingTime;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.notifier.Notifier;
import dev.riexpiry.page.ReportFiles;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import dev.riexpiry.text.Json;
import dev.riexpiry.verify.Trial;
import dev.riexpiry.verify.Verification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers one event of the function.
///
/// @param clients the SDK clients
/// @param settings those of the environment
/// @param clock the time
/// @param context Lambda's context of the invocation
record Invocation(
    AwsClients clients, FunctionSettings settings, InstantSource clock, Context context) {
  /// The most bytes of an answer: Lambda counts one of over 6 MB as a failure of the function.
  private static final int MAX_RESPONSE_BYTES = 5 * 1024 * 1024;

  private static final String ENVIRONMENT = "the function's environment";

  /// The most reasons that the error of a failed invocation names; the log has all of them.
  private static final int MAX_REASONS = 5;

  /// The time kept back after reading: enough to send 160 alerts, and to write the report. What
  /// there is more to tell is kept back while it is found.
  private static final Duration KEPT_BACK = Duration.ofSeconds(45);

  /// The time kept back after writing.
  private static final Duration FOR_THE_END = Duration.ofSeconds(5);

  /// The time kept back after sending, of [#KEPT_BACK]: enough for the last answers of SNS and the
  /// ledger, and to write the report.
  private static final Duration AFTER_SENDING = Duration.ofSeconds(20);

  /// Runs a check, or a step of one, and gives its result as JSON.
  String answer(CheckEvent event) {
    Stop stop = Stop.after(forReading(remaining()));
    return switch (event) {
      case CheckEvent.Scheduled scheduled -> whole(scheduled, stop);
      case CheckEvent.ByHand byHand -> whole(byHand, stop);
      case CheckEvent.Step(SpreadStep.OfRun step, CheckEvent.OfCheck cause) ->
          step(step, cause, stop);
      case CheckEvent.Verify verify -> verify(verify, stop);
    };
  }

  private String whole(CheckEvent.OfCheck event, Stop stop) {
    CheckRequest request = request(event, stop.halfway());
    return answer(
        concluded(new Concluded(check(event).run(request, stop), request.roster()), event));
  }

  private String verify(CheckEvent.Verify event, Stop stop) {
    if (event.testAlert() && settings.topicArn().isEmpty() && settings.channels().isEmpty()) {
      throw new InvalidInputException(
          ENVIRONMENT,
          List.of(
              new Fault(
                  "TOPIC_ARN", "it is not set", "set it to the topic that the test goes to")));
    }
    AccountsFile file = accounts(stop);
    Roster all = notifier().roster(file, stop.halfway());
    List<Trial> trials =
        kept(
            notifier()
                .verification(
                    Sweep.DEFAULT_CONCURRENCY,
                    Progress.NONE,
                    settings.ledgerTable(),
                    settings.runBucket(),
                    settings.report())
                .run(
                    new Verification.Subject(
                        FunctionRequest.narrowed(event, all),
                        file.organization().map(_ -> all),
                        settings.topicArn(),
                        settings.channels(),
                        event.testAlert()),
                    stop));
    new FunctionLog(context.getLogger()).write(trials);
    return VerifyAnswer.of(trials, MAX_RESPONSE_BYTES);
  }

  /// The time for reading. Of a short time only a quarter is kept back, so that something is read
  /// at all.
  static Duration forReading(Duration remaining) {
    return remaining.minus(keptBack(remaining));
  }

  private static Duration keptBack(Duration remaining) {
    Duration quarter = remaining.dividedBy(4);
    return quarter.compareTo(KEPT_BACK) < 0 ? quarter : KEPT_BACK;
  }

  /// The time for reading and sending, which leaves some for the report.
  static Duration forSending(Duration remaining) {
    return remaining.minus(
        keptBack(remaining)
            .multipliedBy(AFTER_SENDING.toSeconds())
            .dividedBy(KEPT_BACK.toSeconds()));
  }

  private Duration remaining() {
    return Duration.ofMillis(context.getRemainingTimeInMillis());
  }

  /// The time for writing the files of a report. What is kept back is enough for metrics and
  /// answer.
  static Duration forWriting(Duration remaining) {
    Duration quarter = remaining.dividedBy(4);
    return remaining.minus(quarter.compareTo(FOR_THE_END) < 0 ? quarter : FOR_THE_END);
  }

  private String answer(CheckReport report) {
    ReportCut cut = ReportCut.of(ReportDocument.of(report.withoutInventory()), MAX_RESPONSE_BYTES);
    new FunctionLog(context.getLogger()).write(cut);
    return cut.document();
  }

  private String step(SpreadStep.OfRun of, CheckEvent.OfCheck cause, Stop stop) {
    SpreadCheck spread = notifier().spread(check(cause), runBucket(), of.run());
    return Json.compact(
        switch (of.step()) {
          case SpreadStep.ListAccounts() ->
              StepAnswer.batches(kept(spread.list(request(cause, stop).roster())));
          case SpreadStep.SweepBatch(int batch) ->
              StepAnswer.batch(
                  kept(spread.sweep(batch, FunctionRequest.of(cause, settings, clock), stop)));
          case SpreadStep.Conclude(int batches) ->
              StepAnswer.conclusion(
                  concluded(
                      kept(
                          spread.conclude(
                              batches, FunctionRequest.of(cause, settings, clock), stop)),
                      cause));
        });
  }

  private Notifier notifier() {
    return new Notifier(clients, clock);
  }

  private Check check(CheckEvent.OfCheck event) {
    Duration afterSending = remaining().minus(forSending(remaining()));
    return notifier()
        .check(
            Sweep.DEFAULT_CONCURRENCY,
            Progress.NONE,
            settings
                .ledgerTable()
                .map(table ->
                    new Notifier.Records(
                        table, UUID.randomUUID().toString(), new RemainingTimeWaiter(context))))
        .sendingWithin(new SendingTime(() -> Optional.of(remaining().minus(afterSending))))
        .sentBy(
            new Sender.Function(
                known(context.getFunctionName()),
                known(context.getInvokedFunctionArn()),
                known(context.getLogGroupName()),
                page(event)));
  }

  /// The page that will be written of a check.
  private Optional<PageLink> page(CheckEvent.OfCheck event) {
    CheckRequest request = FunctionRequest.of(event, settings, clock);
    return settings
        .report()
        .filter(_ ->
            FunctionRequest.isReported(event, request.delivery() instanceof DeliveryMode.DryRun))
        .map(place ->
            new PageLink(
                ReportDelivery.folder(place.location(), request.checkDate().date()),
                place.role().map(role -> role.account().value()),
                notifier().region()));
  }

  /// What the runtime does not say must not end a check for the sake of a mail's last line.
  private static String known(@Nullable String text) {
    return Objects.requireNonNullElse(text, "(unknown)");
  }

  private CheckRequest request(CheckEvent.OfCheck event, Stop stop) {
    CheckRequest withoutAccounts = FunctionRequest.of(event, settings, clock);
    Roster roster = notifier().roster(accounts(stop), stop);
    return withoutAccounts.of(FunctionRequest.narrowed(event, roster));
  }

  private AccountsFile accounts(Stop stop) {
    AccountsFile file = notifier().accounts(settings.accountsFile(), stop);
    MixedTopics.refuse(file, settings.topicArn(), settings.channels());
    return file;
  }

  private String runBucket() {
    return settings
        .runBucket()
        .orElseThrow(() ->
            new InvalidInputException(
                ENVIRONMENT,
                List.of(
                    new Fault(
                        "RUN_BUCKET",
                        "it is not set",
                        "deploy the template with FanOut switched on"))));
  }

  private static <T> T kept(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Found<T>(T value) -> value;
      case Outcome.Failed<T>(Failure failure) -> throw new CheckFailedException(failure.sentence());
    };
  }

  /// Writes the log and the metrics of a report, and fails the invocation if it must. The metrics
  /// do not go through the logger, which would wrap their line in JSON of its own.
  private CheckReport concluded(Concluded checked, CheckEvent.OfCheck event) {
    FunctionLog log = new FunctionLog(context.getLogger());
    CheckReport sent =
        FunctionRequest.withheld(event, clock)
            .map(checked.report()::warned)
            .orElse(checked.report());
    log.write(sent);
    CheckReport report = delivered(sent, checked.roster(), event);
    report.delivery().ifPresent(log::write);
    failIfItMust(report);
    count(report, event);
    failIfSomethingIsUntold(report);
    failIfNotDelivered(report);
    return report;
  }

  private void count(CheckReport report, CheckEvent.OfCheck event) {
    System.out.println(
        RunMetrics.line(
            context.getFunctionName(),
            context.getFunctionVersion(),
            report,
            FunctionRequest.isWhole(event),
            clock.instant()));
  }

  /// Writes the files of a report, after its alerts, which must not wait for them.
  private CheckReport delivered(CheckReport report, Roster roster, CheckEvent.OfCheck event) {
    return settings
        .report()
        .map(place ->
            report.delivered(
                FunctionRequest.isReported(event, report.dryRun())
                    ? delivery(report, roster, place)
                    : new ReportReceipt(place.location(), new ReportReceipt.Result.Skipped())))
        .orElse(report);
  }

  private ReportReceipt delivery(CheckReport report, Roster roster, ReportPlace place) {
    Stop stop = Stop.after(forWriting(remaining()));
    return notifier()
        .delivery(place, report.reach().caller(), stop)
        .deliver(
            () -> ReportFiles.of(report, costs(roster, stop.halfway()), clock.instant()),
            report.summary().checkDate().date());
  }

  /// Reads what the accounts cost. Without a payer that is a request in each account, each of which
  /// costs something, so that somebody has to have asked for it.
  private Optional<CostReading> costs(Roster roster, Stop stop) {
    return settings
        .costMetric()
        .or(() -> roster.payer().map(_ -> CostMetric.AMORTIZED))
        .map(metric ->
            notifier()
                .costs()
                .read(roster, CostDays.before(clock.instant(), CostDays.USUAL), metric, stop));
  }

  private static void failIfNotDelivered(CheckReport report) {
    report
        .delivery()
        .flatMap(ReportReceipt::failure)
        .ifPresent(failure -> {
          throw new CheckFailedException(
              "the alerts were sent, but the report could not be written: " + failure.sentence());
        });
  }

  private static Optional<String> part(int count, CheckReport report, String what) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "%s of %s %s %s"
                .formatted(
                    count,
                    report.sendings().all().count(),
                    report.sendings().all().allMatch(Receipt.class::isInstance)
                        ? "alerts"
                        : "messages",
                    what));
  }

  private static void failIfItMust(CheckReport report) {
    if (!report.unsent().isEmpty()) {
      int refused = report.refusals().size();
      throw new CheckFailedException(
          Stream.of(
                      part(refused, report, "could not be sent"),
                      part(report.unsent().size() - refused, report, "may have been sent"))
                  .flatMap(Optional::stream)
                  .collect(Collectors.joining(", "))
              + ": "
              + sentences(report.unsent()));
    }
    if (report.ledger().left() > 0) {
      throw new CheckFailedException(
          "another run had claimed %s announcements and not made them when this one had to end"
              .formatted(report.ledger().left()));
    }
    if (report.nothingRead()) {
      throw new CheckFailedException(
          "nothing at all could be read: "
              + sentences(report.findings(Unread.class).stream().map(Unread::failure).toList()));
    }
  }

  /// Fails a run that had no time to tell everything, once it is counted, so that its retry tells
  /// the rest.
  private static void failIfSomethingIsUntold(CheckReport report) {
    int untold = report.summary().untold().size();
    if (untold > 0) {
      throw new CheckFailedException(
          "there was no time to tell %s findings that are due; what was told is %s"
              .formatted(
                  untold,
                  report.summary().history().recorded()
                      ? "recorded, and the next run tells the rest"
                      : "not recorded, and the next run tells it again"));
    }
  }

  /// The first five reasons, and how many more there are.
  private static String sentences(List<Failure> failures) {
    List<String> reasons = failures.stream().map(Failure::sentence).distinct().toList();
    return reasons.stream().limit(MAX_REASONS).collect(Collectors.joining("; "))
        + (reasons.size() > MAX_REASONS ? "; and " + (reasons.size() - MAX_REASONS) + " more" : "");
  }
}
