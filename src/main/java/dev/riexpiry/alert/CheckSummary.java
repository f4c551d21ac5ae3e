package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.ReadCounts;
import java.util.List;

/// The summary of a whole check, which every alert and report shows in the same way.
///
/// @param checkDate the day it is taken to be
/// @param milestones how long before the end people are told
/// @param counts how much was read
/// @param accounts the labels of the accounts
/// @param findings in their order
/// @param history which of them were announced before
/// @param ignored how many commitments are not announced because a rule ignores them
/// @param totals counts of the findings
public record CheckSummary(
    CheckDate checkDate,
    Milestones milestones,
    ReadCounts counts,
    AccountLabels accounts,
    List<Finding> findings,
    History history,
    int ignored,
    Totals totals) {
  public CheckSummary {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(counts, "counts is null");
    requireNonNull(accounts, "accounts is null");
    findings = List.copyOf(findings);
    requireNonNull(history, "history is null");
    requireNonNull(totals, "totals is null");
  }

  /// Counts the findings.
  public CheckSummary(
      CheckDate checkDate,
      Milestones milestones,
      ReadCounts counts,
      AccountLabels accounts,
      List<Finding> findings,
      History history,
      int ignored) {
    this(
        checkDate,
        milestones,
        counts,
        accounts,
        findings,
        history,
        ignored,
        Totals.of(findings, history));
  }

  /// The same summary with more known of other runs.
  public CheckSummary with(History other) {
    return new CheckSummary(checkDate, milestones, counts, accounts, findings, other, ignored);
  }

  /// The findings of one kind, in their order.
  public <T extends Finding> List<T> findings(Class<T> kind) {
    return Finding.only(kind, findings);
  }

  /// The findings that this run announces.
  public List<Finding> due() {
    return findings.stream().filter(history::isDue).toList();
  }

  /// The expiring commitments that are renewed and of which this run need not tell, which an alert
  /// names beside what it announces.
  public List<Expiring> renewed() {
    return findings(Expiring.class).stream()
        .filter(Expiring::renewed)
        .filter(item -> !history.isDue(item))
        .toList();
  }

  /// The number of expiring commitments, renewed ones included.
  public int expiring() {
    return totals.expiring();
  }

  /// Tells whether something is expiring that is not renewed in full and without a gap.
  public boolean needsAction() {
    return totals.notRenewed() > 0;
  }
}
