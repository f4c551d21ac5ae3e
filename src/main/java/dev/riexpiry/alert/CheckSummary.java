package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Worth;
import java.util.List;
import java.util.Optional;

/// The summary of a whole check, which every alert and report shows in the same way.
///
/// @param terms what it is of
/// @param counts how much was read
/// @param accounts the labels of the accounts
/// @param found what it has found
/// @param payer what is known from the payer's Cost Explorer
public record CheckSummary(
    CheckTerms terms,
    ReadCounts counts,
    AccountLabels accounts,
    Found found,
    PayerKnowledge payer) {
  public CheckSummary {
    requireNonNull(terms, "terms is null");
    requireNonNull(counts, "counts is null");
    requireNonNull(accounts, "accounts is null");
    requireNonNull(found, "found is null");
    requireNonNull(payer, "payer is null");
  }

  /// The same summary with more known of other runs.
  public CheckSummary with(History other) {
    return new CheckSummary(terms, counts, accounts, found.with(other), payer);
  }

  /// The day it is taken to be.
  public CheckDate checkDate() {
    return terms.checkDate();
  }

  /// The findings in their order.
  public List<Finding> findings() {
    return found.findings();
  }

  /// Tells which findings were announced before.
  public History history() {
    return found.history();
  }

  /// Counts of the findings.
  Totals totals() {
    return found.totals();
  }

  /// Names, for people, what the check was narrowed to; empty if it looked at everything.
  public Optional<String> narrowedTo() {
    return terms.narrowedTo(accounts);
  }

  /// The owner of a commitment, as its tags say; empty where they do not.
  public Optional<String> owner(Commitment commitment) {
    return terms.owners().owner(commitment);
  }

  /// What a commitment costs and saves: as the payer says, or what its own price says.
  public Worth worth(Commitment commitment) {
    return payer
        .appraisals()
        .of(commitment)
        .flatMap(Appraisal::worth)
        .filter(worth -> worth.monthlyCost().isPresent())
        .or(() -> commitment.hourlyPrice().map(Worth::ofPrice))
        .orElse(Worth.UNKNOWN);
  }

  /// The findings of one kind, in their order.
  public <T extends Finding> List<T> findings(Class<T> kind) {
    return Finding.only(kind, findings());
  }

  /// The findings that this run announces, if it has time for them.
  public List<Finding> due() {
    return findings().stream().filter(history()::isDue).toList();
  }

  /// The findings that this run announces.
  public List<Finding> announced() {
    return findings().stream()
        .filter(finding -> history().isDue(finding) && !history().isUntold(finding))
        .toList();
  }

  /// The findings that are due and that this run has no time for.
  public List<Finding> untold() {
    return findings().stream().filter(history()::isUntold).toList();
  }

  /// The expiring commitments that are renewed and of which this run need not tell, which an alert
  /// names beside what it announces.
  public List<Expiring> renewed() {
    return findings(Expiring.class).stream()
        .filter(Expiring::renewed)
        .filter(item -> !history().isDue(item))
        .toList();
  }

  /// The number of expiring commitments, renewed ones included.
  public int expiring() {
    return totals().expiring();
  }

  /// Tells whether something is expiring that is not renewed in full and without a gap.
  public boolean needsAction() {
    return totals().notRenewed() > 0;
  }
}
