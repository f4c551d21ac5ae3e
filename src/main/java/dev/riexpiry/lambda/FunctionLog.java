package dev.riexpiry.lambda;



import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.NotPaid;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Receipt;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.policy.Ignored;
import dev.riexpiry.text.PlainText;

/// Writes a report into the function's log, one line for each thing somebody may look for:
/// CloudWatch cuts an event at 256 KiB, and a search should hit the reservation and not the whole
/// run.
final class FunctionLog {
  private final LambdaLogger logger;

  FunctionLog(LambdaLogger logger) {
    this.logger = logger;
  }

  void write(CheckReport report) {
    for (Lapsed item : report.lapsed()) {
      log(LogLevel.WARN, lapsed(item, report.summary()));
    }
    for (Ignored item : report.ignored()) {
      log(LogLevel.INFO, ignored(item, report.summary()));
    }
    for (Expiring item : report.expiring()) {
      log(LogLevel.INFO, expiring(item, report.summary()));
    }
    for (Unpaid trouble : report.troubles()) {
      log(LogLevel.WARN, notPaid(trouble, report.summary()));
    }
    for (Unreadable item : report.unreadable()) {
      log(LogLevel.WARN, unreadable(item));
    }
    for (OpenGap gap : report.recovered()) {
      log(
          LogLevel.INFO,
          "can be read again: %s, unreadable since %s".formatted(gap.place().key(), gap.since()));
    }
    report.warnings().forEach(warning -> log(LogLevel.WARN, warning));
    for (Receipt delivered : report.alerts()) {
      log(LogLevel.INFO, delivered(delivered));
    }
    log(report.complete() ? LogLevel.INFO : LogLevel.WARN, summary(report));
  }

  private static String expiring(Expiring item, CheckSummary summary) {
    return "expiring in %s days%s: %s"
        .formatted(
            item.daysLeft(),
            summary.renewals().isSettled(item)
                ? ", renewed"
                : summary.isDue(item) ? "" : ", told before",
            commitment(item.commitment(), summary, "ends"));
  }

  private static String lapsed(Lapsed item, CheckSummary summary) {
    return "lapsed %s days ago%s: %s"
        .formatted(
            item.daysAgo(),
            summary.memory().isDue(item) ? "" : ", told before",
            commitment(item.commitment(), summary, "ended"));
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
            summary.labelOf(commitment.accountId()),
            commitment.region(),
            ends,
            commitment.end());
  }

  private static String notPaid(Unpaid trouble, CheckSummary summary) {
    return "not paid: %s %s, %s, %s: %s; to mend it: %s"
        .formatted(
            trouble.commitment().service().label(),
            trouble.commitment().id(),
            summary.labelOf(trouble.commitment().accountId()),
            trouble.commitment().region(),
            NotPaid.since(trouble),
            NotPaid.remedy(trouble));
  }

  private static String unreadable(Unreadable item) {
    return "unreadable: %s, %s: %s: %s, %s; to mend it: %s"
        .formatted(
            item.owner(),
            item.part(),
            item.failure().action(),
            item.failure().code(),
            item.failure().message(),
            item.failure().remedy());
  }

  private static String delivered(Receipt delivered) {
    String how =
        switch (delivered.result()) {
          case Receipt.Result.Sent(String messageId) -> "sent as " + messageId;
          case Receipt.Result.NotSent() -> "not sent, dry run";
          case Receipt.Result.Refused refused ->
              "REFUSED: " + refused.failure().code() + ", " + refused.failure().message();
        };
    return "alert \"%s\" to %s: %s"
        .formatted(
            delivered.alert().subject(),
            delivered.topic().map(TopicArn::value).orElse("no topic"),
            how);
  }

  private static String summary(CheckReport report) {
    CheckSummary summary = report.summary();
    return "checked as of %s (%s): %s of %s accounts, %s targets read, %s unreadable, %s active, %s expiring"
        .formatted(
            summary.checkDate().date(),
            summary.checkDate().zone().getId(),
            summary.coverage().accountsRead(),
            summary.coverage().accountsConfigured(),
            summary.coverage().targetsRead(),
            summary.coverage().targetsUnreadable(),
            summary.coverage().active(),
            report.expiring().size());
  }

  private void log(LogLevel level, String line) {
    logger.log(PlainText.of(line), level);
  }
}
