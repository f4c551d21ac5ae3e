package dev.riexpiry.page;

import dev.riexpiry.alert.Cause;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.RenewalText;
import dev.riexpiry.alert.Wording;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Tool;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.page.PageView.CauseView;
import dev.riexpiry.page.PageView.CliffSection;
import dev.riexpiry.page.PageView.SectionView;
import dev.riexpiry.page.PageView.TimelineSection;
import dev.riexpiry.page.PageView.UnreadView;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page that people look at: one file that asks for nothing, whole without a script.
public final class Page {
  /// The most entries of what could not be read and of each further section; the report has all.
  private static final int MOST = 500;

  private static final List<String> WHOSE = List.of("Account", "Service", "Region", "What", "Id");

  private final CheckReport report;
  private final CheckSummary summary;

  private Page(CheckReport report) {
    this.report = report;
    this.summary = report.summary();
  }

  /// Writes the page of a report. Its list holds the report's inventory; without one, what is
  /// expiring or ignored.
  public static String of(CheckReport report) {
    return new Page(report).view().text();
  }

  private PageView view() {
    CommitmentList list = CommitmentList.of(report);
    Headline headline = Headline.of(report, list.commitments());
    return new PageView(
        Inline.policy(),
        Inline.STYLE.text(),
        Inline.SCRIPT.text(),
        "AWS commitments and when they end",
        "As of %s (%s)"
            .formatted(Wording.day(summary.checkDate().date()), summary.checkDate().zone().getId()),
        headline.facts(),
        headline.notes(),
        unread(),
        sections(lapsed(), unpaid(), differences()),
        cliff(list.commitments()),
        Wording.number(list.rows().size()) + " listed",
        list.columns(),
        list.rows(),
        timeline(list.commitments()),
        sections(renewed(), ignored(), restored(), warnings()),
        footer());
  }

  /// Writes the cliff of a report as a picture of its own (SVG).
  public static String cliff(CheckReport report) {
    return CliffView.of(Cliff.of(report), report, Optional.of(Inline.CHART_STYLE.text())).text();
  }

  private Optional<CliffSection> cliff(List<Commitment> commitments) {
    if (commitments.isEmpty()) {
      return Optional.empty();
    }
    List<Cliff> cliffs = Cliff.of(report);
    return Optional.of(
        new CliffSection(
            CliffView.of(cliffs, report, Optional.empty()).text(),
            List.of(
                "Month",
                "An hour",
                "Ends in it",
                "Renewed of that",
                "Without a price",
                "What ends"),
            cliffs.stream()
                .flatMap(
                    cliff -> cliff.months().stream().map(month -> cells(month, cliff.currency())))
                .toList()));
  }

  private List<String> cells(Cliff.Month month, String currency) {
    return List.of(
        CliffView.month(month),
        CliffView.amount(month.committed(), currency),
        CliffView.amount(month.ending(), currency),
        CliffView.amount(month.renewed(), currency),
        Wording.number(month.unpriced()),
        month.ends().isEmpty()
            ? "—"
            : month.ends().stream()
                .map(item -> CliffView.name(item, summary.accounts()))
                .collect(Collectors.joining("; ")));
  }

  private Optional<TimelineSection> timeline(List<Commitment> commitments) {
    return commitments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TimelineSection(
                TimelineView.of(commitments, summary).text(),
                commitments.size() > TimelineView.MOST
                    ? Optional.of(
                        "The %s that end first; the list has all."
                            .formatted(Wording.number(TimelineView.MOST)))
                    : Optional.empty()));
  }

  private Optional<UnreadView> unread() {
    List<Cause> causes =
        Cause.group(
            report.findings(Unread.class).stream()
                .map(item -> new PlaceFailure(item.place(), item.failure()))
                .toList());
    return causes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new UnreadView(
                causes.stream().limit(MOST).map(this::cause).toList(), more(causes.size())));
  }

  private CauseView cause(Cause cause) {
    List<String> lines = cause.lines(summary.accounts());
    return new CauseView(
        lines.stream().limit(MOST).map(PlainText::of).toList(),
        more(lines.size()),
        PlainText.of(cause.failure().reason()),
        PlainText.of(cause.failure().remedy()));
  }

  private SectionView lapsed() {
    return section(
        "lapsed",
        "Lapsed",
        "Ended with nothing in their place; what they covered is billed at the on-demand price.",
        Stream.of(List.of("Ended"), WHOSE, List.of("Taken over")),
        report.findings(Lapsed.class),
        item ->
            Stream.of(
                Stream.of(when(item)),
                whose(item.commitment()),
                Stream.of(RenewalText.of(item).orElse("—"))));
  }

  private String when(Lapsed item) {
    String how =
        switch (item.manner()) {
          case AT_TERM -> "";
          case EARLY -> ", before its term";
          case GIVEN_BACK -> ", given back";
        };
    return item.daysAgo().isPresent()
        ? summary.checkDate().date().minusDays(item.daysAgo().getAsInt()) + how
        : "on an unknown day" + how;
  }

  private SectionView unpaid() {
    return section(
        "unpaid",
        "Not paid",
        "Bought, but their payment is pending or has failed.",
        Stream.of(List.of("State"), WHOSE, List.of("To mend it")),
        report.findings(Unpaid.class),
        item ->
            Stream.of(Stream.of(item.since()), whose(item.commitment()), Stream.of(item.remedy())));
  }

  private SectionView differences() {
    Reconciliation payer = summary.payer().reconciliation();
    return section(
        "payer",
        "The payer says otherwise",
        "What the accounts and the payer's Cost Explorer do not list alike.",
        Stream.of(List.of("Listed by"), WHOSE, List.of("Difference", "To mend it")),
        Stream.of(
                payer.payerOnly().stream().map(item -> Map.entry("the payer only", item)),
                payer.accountOnly().stream().map(item -> Map.entry("its account only", item)),
                payer.disputed().stream().map(item -> Map.entry("both", item)))
            .flatMap(items -> items)
            .toList(),
        item ->
            Stream.of(
                Stream.of(item.getKey()),
                whose(item.getValue().commitment()),
                Stream.of(item.getValue().detail(), item.getValue().remedy())));
  }

  private SectionView renewed() {
    return section(
        "renewed",
        "Renewed",
        "Ending, and taken over in full by what begins then. Nothing to do.",
        Stream.of(List.of("Last day"), WHOSE, List.of("By")),
        report.findings(Expiring.class).stream().filter(Expiring::renewed).toList(),
        item ->
            Stream.of(
                Stream.of(summary.checkDate().lastDay(item.commitment().end()).toString()),
                whose(item.commitment()),
                Stream.of(RenewalText.of(item).orElse("—"))));
  }

  private SectionView ignored() {
    return section(
        "ignored",
        "Ignored",
        "Not told of until the given day, because the accounts file says so.",
        Stream.of(List.of("Last day"), WHOSE, List.of("Ignored until", "Because")),
        report.ignored(),
        (Ignored item) ->
            Stream.of(
                Stream.of(summary.checkDate().lastDay(item.commitment().end()).toString()),
                whose(item.commitment()),
                Stream.of(item.because().until().toString(), item.because().reason())));
  }

  private SectionView restored() {
    return section(
        "restored",
        "Read again",
        "Could not be read before, and can now.",
        Stream.of(List.of("Where", "Since")),
        report.findings(Restored.class),
        item ->
            Stream.of(
                Stream.of(
                    summary.accounts().labelOf(item.place()) + ", " + item.place().part(),
                    item.outage().since().toString())));
  }

  private SectionView warnings() {
    return section(
        "warnings",
        "Warnings",
        "Worth a look although the check went on.",
        Stream.of(List.of("Warning")),
        report.warnings(),
        warning -> Stream.of(Stream.of(warning)));
  }

  private Stream<String> whose(Commitment commitment) {
    return Stream.of(
        summary.accounts().of(commitment.accountId()).toString(),
        commitment.service().label(),
        commitment.region(),
        commitment.description(),
        commitment.id());
  }

  private static <T> SectionView section(
      String id,
      String title,
      String note,
      Stream<List<String>> columns,
      List<T> items,
      Function<T, Stream<Stream<String>>> cells) {
    return new SectionView(
        id,
        title,
        note,
        columns.flatMap(List::stream).toList(),
        items.stream()
            .limit(MOST)
            .map(item -> cells.apply(item).flatMap(part -> part).map(PlainText::of).toList())
            .toList(),
        more(items.size()));
  }

  private static List<SectionView> sections(SectionView... sections) {
    return Stream.of(sections).filter(section -> !section.rows().isEmpty()).toList();
  }

  private static Optional<String> more(int all) {
    return all > MOST
        ? Optional.of("and %s more; report.json has all".formatted(Wording.number(all - MOST)))
        : Optional.empty();
  }

  private List<String> footer() {
    return List.of(
        "Read: %s of %s, %s (account × region × service), %s."
            .formatted(
                Wording.number(summary.counts().accountsRead()),
                Wording.count(summary.counts().accountsConfigured(), "account"),
                Wording.count(summary.counts().targetsRead(), "target"),
                Wording.count(summary.counts().active(), "active commitment")),
        "People are told %s days before the end. Days are those of %s."
            .formatted(
                summary.milestones().days().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")),
                summary.checkDate().zone().getId()),
        "Made by " + Tool.current() + ".");
  }
}
