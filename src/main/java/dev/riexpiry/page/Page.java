package dev.riexpiry.page;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Wording;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Tool;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.page.PageView.CliffSection;
import dev.riexpiry.page.PageView.TimelineSection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The page that people look at: one file that asks for nothing, whole without a script.
public final class Page {
  private Page() {}

  /// Writes the page of a report whose costs were not asked for.
  public static String of(CheckReport report) {
    return of(report, Optional.empty());
  }

  /// Writes the page of a report. Its list holds the report's inventory; without one, what is
  /// expiring or ignored.
  ///
  /// @param costs what the accounts cost, if that was asked
  public static String of(CheckReport report, Optional<CostReading> costs) {
    CheckSummary summary = report.summary();
    Inventory inventory = Inventory.of(report);
    Headline headline = Headline.of(report, inventory);
    CommitmentList list = CommitmentList.of(inventory);
    Sections sections = new Sections(report);
    return new PageView(
            Inline.policy(),
            Inline.STYLE.text(),
            Inline.SCRIPT.text(),
            "AWS commitments and when they end",
            "As of %s (%s)"
                .formatted(
                    Wording.day(summary.checkDate().date()), summary.checkDate().zone().getId()),
            headline.facts(),
            headline.notes(),
            sections.unread(),
            sections.pressing(),
            cliff(inventory),
            costs.map(reading -> CostSection.of(reading, Rise.of(inventory)).text()),
            Wording.number(list.rows().size()) + " listed",
            list.columns(),
            list.rows(),
            timeline(inventory),
            sections.further(),
            footer(summary))
        .text();
  }

  /// Writes the cliff of a report as a picture of its own (SVG).
  public static String cliff(CheckReport report) {
    Inventory inventory = Inventory.of(report);
    return CliffView.of(Cliff.of(inventory), inventory, Optional.of(Inline.CHART_STYLE.text()))
        .text();
  }

  /// Writes what the accounts cost as a picture of its own (SVG).
  public static String cost(CheckReport report, CostReading costs) {
    return CostSection.picture(costs, Rise.of(Inventory.of(report)));
  }

  private static Optional<CliffSection> cliff(Inventory inventory) {
    if (inventory.commitments().isEmpty()) {
      return Optional.empty();
    }
    List<Cliff> cliffs = Cliff.of(inventory);
    return Optional.of(
        new CliffSection(
            CliffView.of(cliffs, inventory, Optional.empty()).text(),
            CliffTable.of(cliffs, inventory)));
  }

  private static Optional<TimelineSection> timeline(Inventory inventory) {
    int all = inventory.commitments().size();
    return all == 0
        ? Optional.empty()
        : Optional.of(
            new TimelineSection(
                TimelineView.of(inventory).text(),
                all > TimelineView.MOST
                    ? Optional.of(
                        "The %s that end first; the list has all."
                            .formatted(Wording.number(TimelineView.MOST)))
                    : Optional.empty()));
  }

  private static List<String> footer(CheckSummary summary) {
    return List.of(
        "Read: %s of %s, %s (account × region × service), %s."
            .formatted(
                Wording.number(summary.counts().accountsRead()),
                Wording.count(summary.counts().accountsConfigured(), "account"),
                Wording.count(summary.counts().targetsRead(), "target"),
                Wording.count(summary.counts().active(), "active commitment")),
        "People are told %s days before the end. Days are those of %s."
            .formatted(
                summary.terms().milestones().days().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")),
                summary.checkDate().zone().getId()),
        "Made by " + Tool.current() + ".");
  }
}
