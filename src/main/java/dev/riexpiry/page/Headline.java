package dev.riexpiry.page;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Wording;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.page.PageView.Fact;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first line of the page: how many commitments end soon, what they are worth, what was not
/// read, and whether the payer agrees.
///
/// @param facts each a number and what it counts
/// @param notes what the facts leave out
record Headline(List<Fact> facts, List<String> notes) {
  private static final List<Integer> SOON = List.of(7, 30, 60);

  /// @param inventory the commitments among which those that end soon are counted
  static Headline of(CheckReport report, Inventory inventory) {
    CheckSummary summary = report.summary();
    List<Commitment> soon =
        inventory.commitments().stream()
            .filter(item -> inventory.daysLeft(item) <= SOON.getLast())
            .toList();
    List<Commitment> ignored = of(soon, inventory, Standing.IGNORED);
    List<Commitment> renewed = of(soon, inventory, Standing.RENEWED);
    List<Commitment> open =
        soon.stream().filter(item -> !ignored.contains(item) && !renewed.contains(item)).toList();

    List<Fact> facts = new ArrayList<>();
    for (int days : SOON) {
      facts.add(ending(open, days, report));
    }
    facts.addAll(atStake(open, summary));
    count(facts, report.findings(Lapsed.class).size(), "lapsed", "lapsed");
    count(facts, report.findings(Unpaid.class).size(), "not paid", "unpaid");
    facts.add(unread(report));
    facts.add(payer(summary.payer().reconciliation()));

    List<String> notes = new ArrayList<>();
    summary.narrowedTo().ifPresent(part -> notes.add("Only a part was looked at: " + part + "."));
    if (soon.size() > open.size()) {
      notes.add(
          "Not counted above: "
              + Stream.of(counted(ignored, "ignored"), counted(renewed, "renewed"))
                  .flatMap(Optional::stream)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return new Headline(List.copyOf(facts), List.copyOf(notes));
  }

  private static List<Commitment> of(
      List<Commitment> commitments, Inventory inventory, Standing standing) {
    return commitments.stream().filter(item -> inventory.standing(item) == standing).toList();
  }

  private static Optional<String> counted(List<Commitment> commitments, String what) {
    return commitments.isEmpty()
        ? Optional.empty()
        : Optional.of(Wording.number(commitments.size()) + " " + what);
  }

  private static Fact ending(List<Commitment> open, int days, CheckReport report) {
    int count =
        (int)
            open.stream()
                .filter(item -> report.summary().checkDate().daysLeft(item.end()) <= days)
                .count();
    String tone = count == 0 ? "calm" : days <= 7 ? "now" : days <= 30 ? "soon" : "later";
    Fact fact =
        new Fact(
                report.complete() || count > 0 ? tone : "soon",
                Wording.number(count),
                (count == 1 ? "ends" : "end") + " within " + days + " days")
            .linked("list");
    return report.complete() ? fact : fact.atLeast();
  }

  /// The net savings that end with them, by currency. What costs more than it saves is not taken
  /// off.
  private static List<Fact> atStake(List<Commitment> open, CheckSummary summary) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    int known = 0;
    for (Commitment commitment : open) {
      Optional<Worth> worth = summary.payer().appraisals().of(commitment).flatMap(Appraisal::worth);
      Optional<BigDecimal> amount = worth.flatMap(Worth::monthlyAtStake);
      if (amount.isPresent()) {
        known++;
        sums.merge(
            worth.flatMap(Worth::currency).orElse(""),
            amount.get().max(BigDecimal.ZERO),
            BigDecimal::add);
      }
    }
    int of = open.size();
    int unknown = of - known;
    if (known == 0) {
      return of == 0
          ? List.of()
          : List.of(new Fact("", "unknown", "what is at stake: no payer says what they save"));
    }
    return sums.entrySet().stream()
        .map(sum ->
            new Fact(
                    "now",
                    String.format(Locale.ENGLISH, "%,.2f", sum.getValue()),
                    "a month at stake within 60 days"
                        + (unknown == 0 ? "" : ", and of %s not known".formatted(unknown)))
                .in(PlainText.of(sum.getKey())))
        .toList();
  }

  private static void count(List<Fact> facts, int count, String what, String section) {
    if (count > 0) {
      facts.add(new Fact("now", Wording.number(count), what).linked(section));
    }
  }

  private static Fact unread(CheckReport report) {
    int count = report.summary().counts().targetsUnreadable();
    if (report.nothingRead()) {
      return new Fact("now", "nothing", "could be read").linked("unread");
    }
    return count == 0
        ? new Fact("calm", "everything", "was read")
        : new Fact(
                "now",
                Wording.number(Math.max(count, report.findings(Unread.class).size())),
                (count == 1 ? "place" : "places") + " could not be read")
            .linked("unread");
  }

  private static Fact payer(Reconciliation payer) {
    return switch (payer.state()) {
      case OFF ->
          payer.ofOnlySource().isPresent()
              ? new Fact("", "payer only", "no account was asked itself")
              : new Fact("", "not asked", "the payer, whether it knows of more");
      case FAILED -> new Fact("now", "unknown", "whether the payer agrees: it could not be read");
      case DONE ->
          payer.agrees()
              ? new Fact("calm", "agrees", "the payer, on %s".formatted(commitments(payer.both())))
              : new Fact(
                      "now",
                      Wording.number(payer.differences()),
                      (payer.differences() == 1 ? "difference" : "differences")
                          + " to what the payer lists"
                          + (payer.unjoined().isEmpty()
                              ? ""
                              : "; %s could not be compared"
                                  .formatted(
                                      payer.unjoined().stream()
                                          .map(Service::label)
                                          .collect(Collectors.joining(", ")))))
                  .linked("payer");
    };
  }

  private static String commitments(int count) {
    return Wording.count(count, "commitment");
  }
}
