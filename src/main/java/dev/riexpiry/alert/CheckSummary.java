package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The summary of a whole check, which every alert and report shows in the same way.
///
/// @param checkDate the day it is taken to be
/// @param milestones how long before the end people are told
/// @param counts how much was read
/// @param accounts the labels of the accounts
/// @param findings in their order
/// @param history which of them were announced before
/// @param ignored how many commitments are not announced because a rule ignores them
/// @param narrowing what the check was narrowed to
/// @param payer what is known from the payer's Cost Explorer
/// @param sender what sends the alerts, if it is known
/// @param totals counts of the findings
public record CheckSummary(
    CheckDate checkDate,
    Milestones milestones,
    ReadCounts counts,
    AccountLabels accounts,
    List<Finding> findings,
    History history,
    int ignored,
    Narrowing narrowing,
    PayerKnowledge payer,
    Optional<Sender> sender,
    Totals totals) {
  /// The most accounts, regions or services that a sentence names.
  private static final int MOST_NAMED = 5;

  public CheckSummary {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(counts, "counts is null");
    requireNonNull(accounts, "accounts is null");
    findings = List.copyOf(findings);
    requireNonNull(history, "history is null");
    requireNonNull(narrowing, "narrowing is null");
    requireNonNull(payer, "payer is null");
    requireNonNull(sender, "sender is null");
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
      int ignored,
      Narrowing narrowing,
      PayerKnowledge payer) {
    this(
        checkDate,
        milestones,
        counts,
        accounts,
        findings,
        history,
        ignored,
        narrowing,
        payer,
        Optional.empty(),
        Totals.of(findings, history));
  }

  /// Counts the findings of a check of everything, without a payer.
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
        Narrowing.NONE,
        PayerKnowledge.NONE);
  }

  /// The same summary with more known of other runs.
  public CheckSummary with(History other) {
    return new CheckSummary(
        checkDate,
        milestones,
        counts,
        accounts,
        findings,
        other,
        ignored,
        narrowing,
        payer,
        sender,
        Totals.of(findings, other));
  }

  /// The same summary, sent by something.
  public CheckSummary sentBy(Optional<Sender> other) {
    return new CheckSummary(
        checkDate,
        milestones,
        counts,
        accounts,
        findings,
        history,
        ignored,
        narrowing,
        payer,
        other,
        totals);
  }

  /// Names, for people, what the check was narrowed to; empty if it looked at everything.
  public Optional<String> narrowedTo() {
    if (narrowing.isNone()) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(
                part(
                    "account", narrowing.accounts().stream().map(id -> accounts.of(id).toString())),
                part("region", narrowing.regions().stream()),
                part("service", narrowing.services().stream().map(Service::label)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; ")));
  }

  private static Optional<String> part(String noun, Stream<String> names) {
    List<String> all = names.map(PlainText::of).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s%s %s%s"
                .formatted(
                    noun,
                    all.size() == 1 ? "" : "s",
                    all.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                    all.size() > MOST_NAMED
                        ? " and " + Wording.number(all.size() - MOST_NAMED) + " more"
                        : ""));
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
