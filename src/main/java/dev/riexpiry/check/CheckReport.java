package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.delivery.ChatReceipt;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.ReportReceipt;
import dev.riexpiry.delivery.Sending;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.Identity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The report of one run: everything it found, sent and could not read.
///
/// @param summary the check date, how much was read, and the findings
/// @param dryRun whether nothing was to be sent
/// @param ignored what would be a finding if no rule ignored it
/// @param receipts the alerts, in the order of sending
/// @param chat what a chat channel was told
/// @param warnings what is worth a look although the run went on
/// @param ledger how far a ledger could be used
/// @param closed accounts of the organization that are not open, and were not to be read
/// @param notOffered places in which AWS says it offers nothing, and of which people were told
/// @param caller whose the run's own credentials are, if that could be learnt
/// @param inventory every active commitment, soonest end first, if that was asked for
/// @param delivery what became of its files, if they have a place to go to
public record CheckReport(
    CheckSummary summary,
    boolean dryRun,
    List<Ignored> ignored,
    List<Receipt> receipts,
    List<ChatReceipt> chat,
    List<String> warnings,
    LedgerStatus ledger,
    List<ClosedAccount> closed,
    List<Unread> notOffered,
    Optional<Identity> caller,
    Optional<List<Commitment>> inventory,
    Optional<ReportReceipt> delivery) {
  /// The report of a run that knows of no closed account, by an unknown caller.
  public CheckReport(
      CheckSummary summary,
      boolean dryRun,
      List<Ignored> ignored,
      List<Receipt> receipts,
      List<String> warnings,
      LedgerStatus ledger) {
    this(
        summary,
        dryRun,
        ignored,
        receipts,
        List.of(),
        warnings,
        ledger,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The report of a run whose files have gone nowhere yet.
  public CheckReport(
      CheckSummary summary,
      boolean dryRun,
      List<Ignored> ignored,
      List<Receipt> receipts,
      List<ChatReceipt> chat,
      List<String> warnings,
      LedgerStatus ledger,
      List<ClosedAccount> closed,
      List<Unread> notOffered,
      Optional<Identity> caller,
      Optional<List<Commitment>> inventory) {
    this(
        summary,
        dryRun,
        ignored,
        receipts,
        chat,
        warnings,
        ledger,
        closed,
        notOffered,
        caller,
        inventory,
        Optional.empty());
  }

  public CheckReport {
    requireNonNull(summary, "summary is null");
    ignored = List.copyOf(ignored);
    receipts = List.copyOf(receipts);
    chat = List.copyOf(chat);
    warnings = List.copyOf(warnings);
    requireNonNull(ledger, "ledger is null");
    closed = List.copyOf(closed);
    notOffered = List.copyOf(notOffered);
    requireNonNull(caller, "caller is null");
    inventory = inventory.map(List::copyOf);
    requireNonNull(delivery, "delivery is null");
  }

  /// The same report with another warning before its own.
  public CheckReport warned(String warning) {
    return new CheckReport(
        summary,
        dryRun,
        ignored,
        receipts,
        chat,
        Stream.concat(Stream.of(warning), warnings.stream()).toList(),
        ledger,
        closed,
        notOffered,
        caller,
        inventory,
        delivery);
  }

  /// The same report without the list of every active commitment.
  public CheckReport withoutInventory() {
    return with(Optional.empty(), delivery);
  }

  /// The same report, of which is known what became of its files.
  public CheckReport delivered(ReportReceipt receipt) {
    return with(inventory, Optional.of(receipt));
  }

  private CheckReport with(
      Optional<List<Commitment>> otherInventory, Optional<ReportReceipt> otherDelivery) {
    return new CheckReport(
        summary,
        dryRun,
        ignored,
        receipts,
        chat,
        warnings,
        ledger,
        closed,
        notOffered,
        caller,
        otherInventory,
        otherDelivery);
  }

  /// All findings, in their order.
  public List<Finding> findings() {
    return summary.findings();
  }

  /// The findings of one kind, in their order.
  public <T extends Finding> List<T> findings(Class<T> kind) {
    return summary.findings(kind);
  }

  /// Tells whether everything was read.
  public boolean complete() {
    return summary.counts().complete();
  }

  /// Tells whether something is expiring that is not renewed in full and without a gap.
  public boolean needsAction() {
    return summary.needsAction();
  }

  /// Tells whether not one target could be read, and none was left out on purpose.
  public boolean nothingRead() {
    return summary.counts().targetsRead() == 0 && summary.counts().notAsked() == 0;
  }

  /// The messages of all channels.
  public Stream<Sending> sendings() {
    return Stream.concat(receipts.stream(), chat.stream());
  }

  /// The reasons why messages could not be sent; empty if all were or may have been, or none was to
  /// be.
  public List<Failure> refusals() {
    return sendings().map(Sending::refusal).flatMap(Optional::stream).toList();
  }

  /// The reasons why messages were not sent, or may not have been; empty if all were, or none was
  /// to be.
  public List<Failure> unsent() {
    return sendings().map(Sending::failure).flatMap(Optional::stream).toList();
  }
}
