package dev.riexpiry.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.alert.AcknowledgedDocument;
import dev.riexpiry.alert.ActiveDocument;
import dev.riexpiry.alert.CountsDocument;
import dev.riexpiry.alert.DroppedDocument;
import dev.riexpiry.alert.FindingDocument;
import dev.riexpiry.alert.GuidanceDocument;
import dev.riexpiry.alert.IgnoredDocument;
import dev.riexpiry.alert.NarrowingDocument;
import dev.riexpiry.alert.ReconciliationDocument;
import dev.riexpiry.alert.TotalsDocument;
import dev.riexpiry.delivery.ChatReceipt;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.ReportReceipt;
import dev.riexpiry.delivery.Unheard;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The report as JSON: what the function returns and `--output json` prints. Names and order are a
/// contract: they only grow.
///
/// @param timeZone the IANA name of the zone in which days are counted
/// @param notOffered places in which AWS says it offers nothing, once people were told of them;
///   left out where there is none
/// @param chat the message for a chat channel, if one is named and there is something to tell it
/// @param events what was put on a bus of EventBridge; left out where none is named, or there was
///   nothing to put
/// @param unheard the topics that have no confirmed subscription, so that nobody gets what is sent
///   there; left out where there is none, or none could be asked
/// @param warnings what is worth a look although the check went on
/// @param untold the number of findings that are due and that this run had no time to tell; left
///   out where there is none
/// @param caller the ARN of the run's own credentials; left out where it is not known
/// @param tool the program that made it
/// @param narrowed what the check was narrowed to; left out where it looked at everything
/// @param reconciliation what comparing the accounts with the payer's Cost Explorer has shown
/// @param totals what is at stake with what is expiring and due; left out where no payer says so
/// @param active every active commitment; left out unless the caller asked for it
/// @param delivery what became of the files of the report; left out where they have no place to go
///   to
/// @param guidance which places were asked; left out where no payer may guide
/// @param droppedAccounts accounts that the last whole run had and this one has not; left out where
///   there is none
/// @param accountsFile which accounts file it followed; left out unless that came from a bucket
/// @param acknowledged what is expiring and of which somebody has decided to be silent; left out
///   where there is none
public record ReportDocument(
    String checkDate,
    String timeZone,
    boolean dryRun,
    boolean complete,
    @JsonUnwrapped CountsDocument counts,
    List<FindingDocument> expiring,
    List<FindingDocument> troubles,
    List<FindingDocument> unreadable,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FindingDocument> notOffered,
    List<FindingDocument> recovered,
    List<FindingDocument> lapsed,
    List<IgnoredDocument> ignored,
    List<AlertEntry> alerts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ChatEntry> chat,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<EventsDocument> events,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnheardEntry> unheard,
    List<String> warnings,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int untold,
    LedgerEntry ledger,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> caller,
    Tool tool,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<NarrowingDocument> narrowed,
    ReconciliationDocument reconciliation,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<TotalsDocument> totals,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<ActiveDocument>> active,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DeliveryEntry> delivery,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<GuidanceDocument> guidance,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<AccountsFileEntry> accountsFile,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AcknowledgedDocument> acknowledged,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DroppedDocument> droppedAccounts) {

  /// The document of a whole report.
  public static ReportDocument of(CheckReport report) {
    return new ReportDocument(
        report.summary().checkDate().date().toString(),
        report.summary().checkDate().zone().getId(),
        report.dryRun(),
        report.complete(),
        CountsDocument.of(report.summary()).without(StoredRoster.closed(report.reach().closed())),
        findings(report, Expiring.class),
        findings(report, Unpaid.class),
        findings(report, Unread.class),
        documents(report, report.reach().notOffered()),
        findings(report, Restored.class),
        findings(report, Lapsed.class),
        report.ignored().stream()
            .map(ignored -> IgnoredDocument.of(ignored, report.summary()))
            .toList(),
        report.receipts().stream().map(AlertEntry::of).toList(),
        report.chat().stream().map(ChatEntry::of).toList(),
        EventsDocument.of(report.events()),
        report.audience().unheard().stream().map(UnheardEntry::of).toList(),
        report.warnings(),
        report.summary().untold().size(),
        LedgerEntry.of(report.ledger()),
        report.reach().caller().map(Identity::arn),
        Tool.current(),
        NarrowingDocument.of(report.summary().terms().narrowing()),
        ReconciliationDocument.of(
            report.summary().payer().reconciliation(), report.summary().accounts()),
        TotalsDocument.of(report.summary()),
        report
            .inventory()
            .map(items ->
                items.stream().map(item -> ActiveDocument.of(item, report.summary())).toList()),
        report.delivery().map(DeliveryEntry::of),
        GuidanceDocument.of(report.summary().terms().guidance()),
        report.reach().file().map(AccountsFileEntry::of),
        report.findings(Expiring.class).stream()
            .flatMap(item -> AcknowledgedDocument.of(item, report.summary()).stream())
            .toList(),
        DroppedDocument.of(report.reach().dropped()));
  }

  private static List<FindingDocument> findings(CheckReport report, Class<? extends Finding> kind) {
    return documents(report, report.findings(kind));
  }

  private static List<FindingDocument> documents(
      CheckReport report, List<? extends Finding> findings) {
    return findings.stream().map(finding -> FindingDocument.of(finding, report.summary())).toList();
  }

  /// Writes it on one line.
  public String compact() {
    return Json.compact(this);
  }

  /// Writes it for people to read.
  public String indented() {
    return Json.indented(this);
  }

  /// Writes the same without ever holding all of it.
  public void indented(Appendable out) {
    Json.indented(this, out);
  }

  /// An alert, and the result of sending it.
  ///
  /// @param messageId SNS's own; null if it was not sent
  /// @param failure only where it was to be sent, and was not or may not have been
  /// @param expiring those that are about to end and not renewed, as the alert itself counts them
  /// @param renewed those that are renewed and told once; left out if there is none
  /// @param state `sent`, `refused`, `unknown` (SNS may have taken it) or `dry`
  /// @param overview whether it has the overview of the week or the month; left out if not
  public record AlertEntry(
      Optional<String> topicArn,
      String subject,
      int expiring,
      int lapsed,
      Optional<String> messageId,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<SendingFailure> failure,
      String state,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int renewed,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean overview) {
    private static AlertEntry of(Receipt receipt) {
      return new AlertEntry(
          receipt.topic().map(TopicArn::value),
          receipt.alert().subject(),
          (int) expiring(receipt).filter(item -> !item.renewed()).count(),
          receipt.alert().findings(Lapsed.class).size(),
          idOf(receipt.result()),
          receipt.failure().map(SendingFailure::of),
          stateOf(receipt.result()),
          (int) expiring(receipt).filter(Expiring::renewed).count(),
          receipt.alert().overview());
    }

    private static Stream<Expiring> expiring(Receipt receipt) {
      return receipt.alert().findings(Expiring.class).stream();
    }
  }

  /// A chat message, and the result of sending it.
  ///
  /// @param messageId SNS's own; null if it was not sent
  /// @param failure only where it was to be sent, and was not or may not have been
  /// @param state as that of an alert
  public record ChatEntry(
      String topicArn,
      String title,
      Optional<String> messageId,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<SendingFailure> failure,
      String state) {
    private static ChatEntry of(ChatReceipt receipt) {
      return new ChatEntry(
          receipt.topic().value(),
          receipt.message().title(),
          idOf(receipt.result()),
          receipt.failure().map(SendingFailure::of),
          stateOf(receipt.result()));
    }
  }

  /// A topic of which nobody gets the messages.
  ///
  /// @param pending its subscriptions that nobody has confirmed
  public record UnheardEntry(String topicArn, int pending, String remedy) {
    private static UnheardEntry of(Unheard unheard) {
      return new UnheardEntry(unheard.topic().value(), unheard.pending(), unheard.remedy());
    }
  }

  private static Optional<String> idOf(Receipt.Result result) {
    return result instanceof Receipt.Result.Sent(String id) ? Optional.of(id) : Optional.empty();
  }

  private static String stateOf(Receipt.Result result) {
    return switch (result) {
      case Receipt.Result.Sent _ -> "sent";
      case Receipt.Result.NotSent _ -> "dry";
      case Receipt.Result.Refused _ -> "refused";
      case Receipt.Result.Unknown _ -> "unknown";
    };
  }

  /// The reason why an alert was not sent, or may not have been.
  public record SendingFailure(String action, String code, String message, String remedy) {
    static SendingFailure of(Failure failure) {
      return new SendingFailure(
          failure.action(), failure.code(), failure.message(), failure.remedy());
    }
  }

  /// The accounts file in a bucket.
  ///
  /// @param location such as `s3://bucket/accounts.json`
  /// @param versionId S3's id; left out where the bucket keeps no versions
  public record AccountsFileEntry(
      String location, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> versionId) {
    private static AccountsFileEntry of(AccountsVersion file) {
      return new AccountsFileEntry(file.location(), file.id());
    }
  }

  /// The state of the ledger.
  public record LedgerEntry(Optional<String> table, String state, int left) {
    private static LedgerEntry of(LedgerStatus status) {
      return new LedgerEntry(status.table(), status.state().id(), status.left());
    }
  }

  /// What became of the files of the report.
  ///
  /// @param location where they were to go
  /// @param state `written`, `failed`, or `skipped`: a dry run, or one about a part of the accounts
  /// @param page the page of the day; left out where it was not written
  /// @param object the first that is missing or old; only after a failure to write one
  public record DeliveryEntry(
      String location,
      String state,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> page,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> object,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<SendingFailure> failure) {
    private static DeliveryEntry of(ReportReceipt receipt) {
      return switch (receipt.result()) {
        case ReportReceipt.Result.Written written ->
            entry(receipt, "written", Optional.of(written.page()), Optional.empty());
        case ReportReceipt.Result.Failed failed ->
            entry(receipt, "failed", Optional.empty(), failed.object());
        case ReportReceipt.Result.Skipped _ ->
            entry(receipt, "skipped", Optional.empty(), Optional.empty());
      };
    }

    private static DeliveryEntry entry(
        ReportReceipt receipt, String state, Optional<String> page, Optional<String> object) {
      return new DeliveryEntry(
          receipt.location().toString(),
          state,
          page,
          object,
          receipt.failure().map(SendingFailure::of));
    }
  }
}
