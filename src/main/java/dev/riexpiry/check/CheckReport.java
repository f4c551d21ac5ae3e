package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.policy.Ignored;
import java.util.List;
import java.util.stream.Stream;

/// Everything one run found, sent and could not read.
///
/// @param summary as of when, and how much was read
/// @param dryRun whether nothing was to be sent
/// @param expiring soonest end first
/// @param troubles purchases that are not paid, the worst first
/// @param lapsed latest end first
/// @param ignored what would be one of these, had people not decided to ignore it
/// @param unreadable by place
/// @param alerts in the order of sending
/// @param warnings what somebody should look at, though the run went on
/// @param ledger what was done with a ledger
public record CheckReport(
    CheckSummary summary,
    boolean dryRun,
    List<Expiring> expiring,
    List<Unpaid> troubles,
    List<Lapsed> lapsed,
    List<Ignored> ignored,
    List<Unreadable> unreadable,
    List<Receipt> alerts,
    List<String> warnings,
    LedgerStatus ledger) {
  public CheckReport {
    requireNonNull(summary, "summary is null");
    expiring = List.copyOf(expiring);
    troubles = List.copyOf(troubles);
    lapsed = List.copyOf(lapsed);
    ignored = List.copyOf(ignored);
    unreadable = List.copyOf(unreadable);
    alerts = List.copyOf(alerts);
    warnings = List.copyOf(warnings);
    requireNonNull(ledger, "ledger is null");
  }

  /// The report of a run without a ledger, in which every purchase is paid, nothing has lapsed and
  /// nothing is ignored.
  public CheckReport(
      CheckSummary summary,
      boolean dryRun,
      List<Expiring> expiring,
      List<Unreadable> unreadable,
      List<Receipt> alerts,
      List<String> warnings) {
    this(
        summary,
        dryRun,
        expiring,
        List.of(),
        List.of(),
        List.of(),
        unreadable,
        alerts,
        warnings,
        LedgerStatus.OFF);
  }

  /// Tells whether everything was read.
  public boolean complete() {
    return summary.coverage().complete();
  }

  /// Tells whether something is expiring that is not renewed in full and without a gap.
  public boolean needsSomebody() {
    return expiring.size() > summary.renewals().settled();
  }

  /// Places that could not be read and now can.
  public List<OpenGap> recovered() {
    return summary.memory().gaps().recovered();
  }

  /// The same report with no more than the first entries of `unreadable` and of `recovered`, and a
  /// warning of that.
  CheckReport withFirstPlaces(int count) {
    int shown = Math.min(count, unreadable.size());
    return new CheckReport(
        summary.with(summary.memory().with(summary.memory().gaps().withFirstRecovered(count))),
        dryRun,
        expiring,
        troubles,
        lapsed,
        ignored,
        unreadable.subList(0, shown),
        alerts,
        Stream.of(
                warnings.stream(),
                cut("unreadable", unreadable.size(), count),
                cut("recovered", recovered().size(), count))
            .flatMap(texts -> texts)
            .toList(),
        ledger);
  }

  private static Stream<String> cut(String kind, int size, int count) {
    return size <= count
        ? Stream.empty()
        : Stream.of(
            "%s of %s %s places are not listed here; the log names each"
                .formatted(size - count, size, kind));
  }

  /// Tells whether not one target could be read.
  public boolean nothingRead() {
    return summary.coverage().targetsRead() == 0;
  }

  /// Why alerts could not be sent; empty if all were, or none was to be.
  public List<Failure> refusals() {
    return alerts.stream().flatMap(CheckReport::refusal).toList();
  }

  private static Stream<Failure> refusal(Receipt delivered) {
    return switch (delivered.result()) {
      case Receipt.Result.Refused(Failure failure) -> Stream.of(failure);
      case Receipt.Result.Sent(String _), Receipt.Result.NotSent() -> Stream.empty();
    };
  }
}
