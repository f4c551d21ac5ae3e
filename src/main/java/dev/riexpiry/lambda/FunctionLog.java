package dev.riexpiry.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.EventsDocument;
import dev.riexpiry.check.ReportCut;
import dev.riexpiry.check.Tool;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.delivery.Audience;
import dev.riexpiry.delivery.ChatReceipt;
import dev.riexpiry.delivery.EventReceipt;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.ReportReceipt;
import dev.riexpiry.finding.DroppedAccount;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.S3Location;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.text.PlainText;
import dev.riexpiry.verify.Trial;
import dev.riexpiry.verify.Verdict;
import java.util.List;
import java.util.Optional;

/// Writes a report into the function's log, one line for each thing that people may look for:
/// CloudWatch cuts an event at 256 KiB, and a search should hit the commitment and not the whole
/// run.
final class FunctionLog {
  /// The most characters in a line: four bytes each at the most, and quoted once more in JSON.
  private static final int MAX_CHARACTERS = 30_000;

  private final LambdaLogger logger;

  FunctionLog(LambdaLogger logger) {
    this.logger = logger;
  }

  void write(CheckReport report) {
    for (Finding finding : report.findings()) {
      boolean untold = report.summary().history().isUntold(finding);
      log(
          untold ? LogLevel.WARN : level(finding),
          (untold ? "NOT TOLD for lack of time: " : "") + line(finding, report.summary()));
    }
    for (Ignored item : report.ignored()) {
      log(LogLevel.INFO, ignored(item, report.summary()));
    }
    for (ClosedAccount account : report.reach().closed()) {
      log(
          LogLevel.INFO,
          "not open, and not read: %s (%s), %s"
              .formatted(account.name(), account.id(), account.state()));
    }
    for (Unread item : report.reach().notOffered()) {
      log(LogLevel.INFO, "not offered: " + line(item, report.summary()));
    }
    for (DroppedAccount account : report.reach().dropped()) {
      log(
          LogLevel.WARN,
          "not read any more: %s (%s)%s"
              .formatted(
                  account.name(), account.id(), account.state().map(", "::concat).orElse("")));
    }
    report.reach().file().ifPresent(file -> log(LogLevel.INFO, "accounts file: " + file));
    report.warnings().forEach(warning -> log(LogLevel.WARN, warning));
    for (Receipt receipt : report.receipts()) {
      log(
          LogLevel.INFO,
          sent(
              "alert",
              receipt.alert().subject(),
              receipt.topic().map(TopicArn::value).orElse("no topic"),
              receipt.result()));
    }
    for (ChatReceipt receipt : report.chat()) {
      log(
          LogLevel.INFO,
          sent(
              "chat message",
              receipt.message().title(),
              receipt.topic().value(),
              receipt.result()));
    }
    events(report);
    for (Audience.Unasked item : report.audience().unasked()) {
      log(
          LogLevel.INFO,
          "could not be asked who is subscribed: %s: %s"
              .formatted(item.topic(), item.failure().sentence()));
    }
    log(report.complete() ? LogLevel.INFO : LogLevel.WARN, summary(report));
  }

  /// Writes how many events were put, and of each that was not, or may have been, why.
  private void events(CheckReport report) {
    EventsDocument.of(report.events())
        .ifPresent(events ->
            log(
                LogLevel.INFO,
                "events on %s: %d put, %d refused, %d may have been put, %d not put, dry run"
                    .formatted(
                        events.bus(),
                        events.sent(),
                        events.refused(),
                        events.unknown(),
                        events.dry())));
    for (EventReceipt receipt : report.events()) {
      if (!receipt.accepted()) {
        log(
            LogLevel.WARN,
            sent("event", receipt.event().title(), receipt.bus().value(), receipt.result()));
      }
    }
  }

  /// Writes what became of the files of a report.
  void write(ReportReceipt receipt) {
    switch (receipt.result()) {
      case ReportReceipt.Result.Written(S3Location folder, S3Location latest, int files) ->
          log(
              LogLevel.INFO,
              "report written: %s files to %s, and to %s".formatted(files, folder, latest));
      case ReportReceipt.Result.Failed(Optional<String> object, Failure failure) ->
          log(
              LogLevel.ERROR,
              "REPORT NOT WRITTEN: %s: %s"
                  .formatted(object.orElse(receipt.location().toString()), failure.sentence()));
      case ReportReceipt.Result.Skipped _ ->
          log(
              LogLevel.INFO,
              "report not written to %s: a dry run, or about a part of the accounts"
                  .formatted(receipt.location()));
    }
  }

  /// Writes the entries that were cut from a report, one a line, so that none is lost.
  void write(ReportCut cut) {
    cut.missing()
        .forEach((list, entries) ->
            entries.forEach(entry -> log(LogLevel.INFO, "report, " + list + ": " + entry)));
  }

  /// Writes what does not work and what was not tried, a line each, and counts all.
  void write(List<Trial> trials) {
    int works = 0;
    for (Trial trial : trials) {
      String what = trial.kind().id() + " " + trial.place();
      switch (trial.verdict()) {
        case Verdict.Works _ -> works++;
        case Verdict.Failed(String message, String remedy) ->
            log(LogLevel.WARN, "failed: %s: %s; to mend it: %s".formatted(what, message, remedy));
        case Verdict.Untried(String message, String how) ->
            log(LogLevel.INFO, "not tried: %s: %s; to try it: %s".formatted(what, message, how));
      }
    }
    log(LogLevel.INFO, "trials: %d of %d work".formatted(works, trials.size()));
  }

  private static LogLevel level(Finding finding) {
    return switch (finding) {
      case Lapsed _, Unpaid _, Unread _ -> LogLevel.WARN;
      case Expiring _, Restored _ -> LogLevel.INFO;
    };
  }

  private static String line(Finding finding, CheckSummary summary) {
    return switch (finding) {
      case Expiring expiring ->
          "expiring in %s days%s: %s"
              .formatted(
                  expiring.daysLeft(),
                  (expiring.renewed() ? ", renewed" : "")
                      + (expiring.isTold() ? announcedBefore(expiring, summary) : ""),
                  commitment(expiring.commitment(), summary, "ends"));
      case Lapsed lapsed ->
          "%s%s%s: %s"
              .formatted(
                  lapsed.endedEarly() ? "ended early" : "lapsed",
                  lapsed.daysAgo().isPresent()
                      ? " %s days ago".formatted(lapsed.daysAgo().getAsInt())
                      : "",
                  announcedBefore(lapsed, summary),
                  commitment(
                      lapsed.commitment(),
                      summary,
                      lapsed.daysAgo().isPresent() ? "ended" : "was to end"));
      case Unpaid unpaid ->
          "not paid: %s %s, %s, %s: %s; to mend it: %s"
              .formatted(
                  unpaid.commitment().service().label(),
                  unpaid.commitment().id(),
                  summary.accounts().labelOf(unpaid.place()),
                  unpaid.commitment().region(),
                  unpaid.since(),
                  unpaid.remedy());
      case Unread unread ->
          "unreadable: %s, %s: %s"
              .formatted(
                  summary.accounts().labelOf(unread.place()),
                  unread.place().part(),
                  unread.failure().sentence());
      case Restored restored ->
          "can be read again: %s, unreadable since %s"
              .formatted(restored.place().key(), restored.outage().since());
    };
  }

  private static String announcedBefore(Finding finding, CheckSummary summary) {
    return summary.history().isDue(finding) ? "" : ", told before";
  }

  private static String ignored(Ignored item, CheckSummary summary) {
    return "ignored until %s (%s): %s"
        .formatted(
            item.because().until(),
            item.because().reason(),
            commitment(item.commitment(), summary, "end"));
  }

  private static String commitment(Commitment commitment, CheckSummary summary, String ends) {
    return "%s %s, %s, %s, %s %s"
        .formatted(
            commitment.service().label(),
            commitment.id(),
            summary.accounts().of(commitment.accountId()),
            commitment.region(),
            ends,
            commitment.end());
  }

  private static String sent(String what, String title, String topic, Receipt.Result result) {
    String how =
        switch (result) {
          case Receipt.Result.Sent(String messageId) -> "sent as " + messageId;
          case Receipt.Result.NotSent() -> "not sent, dry run";
          case Receipt.Result.Refused(Failure failure) ->
              "REFUSED: " + failure.code() + ", " + failure.message();
          case Receipt.Result.Unknown(Failure failure) ->
              "MAY HAVE BEEN SENT: " + failure.code() + ", " + failure.message();
        };
    return "%s \"%s\" to %s: %s".formatted(what, title, topic, how);
  }

  private static String summary(CheckReport report) {
    CheckSummary summary = report.summary();
    return "checked as of %s (%s): %s of %s accounts, %s targets read, %s unreadable, %s not asked, %s active, %s expiring; by %s"
        .formatted(
            summary.checkDate().date(),
            summary.checkDate().zone().getId(),
            summary.counts().accountsRead(),
            summary.counts().accountsConfigured(),
            summary.counts().targetsRead(),
            summary.counts().targetsUnreadable(),
            summary.counts().notAsked(),
            summary.counts().active(),
            summary.expiring(),
            Tool.current());
  }

  private void log(LogLevel level, String line) {
    String plain = PlainText.of(line);
    int pieces = Math.max(1, Math.ceilDiv(plain.length(), MAX_CHARACTERS));
    for (int piece = 0; piece < pieces; piece++) {
      String text =
          plain.substring(
              piece * MAX_CHARACTERS, Math.min(plain.length(), (piece + 1) * MAX_CHARACTERS));
      logger.log(pieces == 1 ? text : "(%s/%s) %s".formatted(piece + 1, pieces, text), level);
    }
  }
}
