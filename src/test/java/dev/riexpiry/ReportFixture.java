package dev.riexpiry;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.CheckTerms;
import dev.riexpiry.alert.Found;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Reach;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.delivery.Audience;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.Sendings;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reports of 4 May 2026 that hold what a test is about.
public final class ReportFixture {
  private ReportFixture() {}

  /// The labels of the three accounts of [Sample], under the names of README.
  public static AccountLabels labels() {
    return labels("web-prod");
  }

  /// The same, under another name for the web account.
  public static AccountLabels labels(String web) {
    return new AccountLabels(
        Map.of(
            Sample.TOOLS, label(Sample.TOOLS, "tools"),
            Sample.WEB, label(Sample.WEB, web),
            Sample.DATA, label(Sample.DATA, "data-prod")));
  }

  private static AccountLabel label(AccountId id, String name) {
    return new AccountLabel(id, name, Optional.empty());
  }

  /// A summary of a run without a ledger that ignores nothing.
  public static CheckSummary summary(
      ReadCounts counts, AccountLabels labels, List<? extends Finding> findings) {
    return summary(counts, labels, findings, PayerKnowledge.NONE);
  }

  /// The same, with what is known from the payer.
  public static CheckSummary summary(
      ReadCounts counts,
      AccountLabels labels,
      List<? extends Finding> findings,
      PayerKnowledge payer) {
    return new CheckSummary(
        new CheckTerms(
            new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")), Milestones.DEFAULT),
        counts,
        labels,
        new Found(
            findings.stream().<Finding>map(finding -> finding).sorted(Finding::compare).toList(),
            History.NONE,
            0),
        payer);
  }

  /// A report of a run without a ledger.
  public static CheckReport report(
      CheckSummary summary, boolean dryRun, List<Receipt> receipts, List<String> warnings) {
    return new CheckReport(
        summary,
        dryRun,
        List.of(),
        Sendings.of(receipts),
        Audience.UNKNOWN,
        warnings,
        LedgerStatus.OFF,
        Reach.UNKNOWN,
        Optional.empty(),
        Optional.empty());
  }

  /// A report of a run without a ledger that sent nothing.
  public static CheckReport report(CheckSummary summary, Audience audience) {
    return new CheckReport(
        summary,
        false,
        List.of(),
        Sendings.NONE,
        audience,
        List.of(),
        LedgerStatus.OFF,
        Reach.UNKNOWN,
        Optional.empty(),
        Optional.empty());
  }

  /// An alert that says little.
  public static Alert alert(String subject, String mail, Finding... findings) {
    return new Alert(
        Optional.empty(),
        subject,
        mail,
        "{}",
        new AlertAttributes(List.of(), List.of(), OptionalInt.empty(), true),
        List.of(findings));
  }
}
