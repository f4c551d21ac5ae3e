package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.delivery.Audience;
import dev.riexpiry.delivery.ChatReceipt;
import dev.riexpiry.delivery.EventReceipt;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.ReportReceipt;
import dev.riexpiry.delivery.Sending;
import dev.riexpiry.delivery.Sendings;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The report of one run: everything it found, sent and could not read.
///
/// @param summary the check date, how much was read, and the findings
/// @param dryRun whether nothing was to be sent
/// @param ignored what would be a finding if no rule ignored it
/// @param sendings the messages of each channel
/// @param audience who gets them
/// @param warnings what is worth a look although the run went on
/// @param ledger how far a ledger could be used
/// @param reach as whom the run looked, and what it had no reason to look at
/// @param inventory every active commitment, soonest end first, if that was asked for
/// @param delivery what became of its files, if they have a place to go to
public record CheckReport(
    CheckSummary summary,
    boolean dryRun,
    List<Ignored> ignored,
    Sendings sendings,
    Audience audience,
    List<String> warnings,
    LedgerStatus ledger,
    Reach reach,
    Optional<List<Commitment>> inventory,
    Optional<ReportReceipt> delivery) {
  public CheckReport {
    requireNonNull(summary, "summary is null");
    ignored = List.copyOf(ignored);
    requireNonNull(sendings, "sendings is null");
    requireNonNull(audience, "audience is null");
    warnings = List.copyOf(warnings);
    requireNonNull(ledger, "ledger is null");
    requireNonNull(reach, "reach is null");
    inventory = inventory.map(List::copyOf);
    requireNonNull(delivery, "delivery is null");
  }

  /// The same report with another warning before its own.
  public CheckReport warned(String warning) {
    return with(Stream.concat(Stream.of(warning), warnings.stream()).toList(), inventory, delivery);
  }

  /// The same report without the list of every active commitment.
  public CheckReport withoutInventory() {
    return with(warnings, Optional.empty(), delivery);
  }

  /// The same report, of which is known what became of its files.
  public CheckReport delivered(ReportReceipt receipt) {
    return with(warnings, inventory, Optional.of(receipt));
  }

  private CheckReport with(
      List<String> otherWarnings,
      Optional<List<Commitment>> otherInventory,
      Optional<ReportReceipt> otherDelivery) {
    return new CheckReport(
        summary,
        dryRun,
        ignored,
        sendings,
        audience,
        otherWarnings,
        ledger,
        reach,
        otherInventory,
        otherDelivery);
  }

  /// The alerts, in the order of sending.
  public List<Receipt> receipts() {
    return sendings.alerts();
  }

  /// What a chat channel was told.
  public List<ChatReceipt> chat() {
    return sendings.chat();
  }

  /// What was put on a bus.
  public List<EventReceipt> events() {
    return sendings.events();
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

  /// The reasons why messages could not be sent; empty if all were or may have been, or none was to
  /// be.
  public List<Failure> refusals() {
    return sendings.all().map(Sending::refusal).flatMap(Optional::stream).toList();
  }

  /// The reasons why messages were not sent, or may not have been; empty if all were, or none was
  /// to be.
  public List<Failure> unsent() {
    return sendings.all().map(Sending::failure).flatMap(Optional::stream).toList();
  }
}
