package dev.riexpiry.page;

import dev.riexpiry.alert.AcknowledgementDocument;
import dev.riexpiry.alert.Cause;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.RenewalText;
import dev.riexpiry.alert.Wording;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.page.PageView.CauseView;
import dev.riexpiry.page.PageView.SectionView;
import dev.riexpiry.page.PageView.TableView;
import dev.riexpiry.page.PageView.UnreadView;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The sections of the page that say what the list does not: each is left out if it would be empty.
final class Sections {
  /// The most entries of what could not be read and of each further section; the report has all.
  private static final int MOST = 500;

  private static final List<String> WHOSE = List.of("Account", "Service", "Region", "What", "Id");

  private final CheckReport report;
  private final CheckSummary summary;

  Sections(CheckReport report) {
    this.report = report;
    this.summary = report.summary();
  }

  /// What somebody has to act on.
  List<SectionView> pressing() {
    return filled(lapsed(), unpaid());
  }

  /// What there is to know beside the list.
  List<SectionView> further() {
    return filled(differences(), renewed(), acknowledged(), ignored(), restored(), warnings());
  }

  /// What could not be read, by cause.
  Optional<UnreadView> unread() {
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

  private SectionView acknowledged() {
    return section(
        "acknowledged",
        "Acknowledged",
        "Ending, and silent until the given day, because somebody has said so. That they have ended"
            + " is told all the same.",
        Stream.of(List.of("Last day"), WHOSE, List.of("Silent until", "Because", "By")),
        report.findings(Expiring.class).stream().filter(Expiring::silenced).toList(),
        item -> {
          Acknowledgement decision = item.acknowledgement().orElseThrow();
          return Stream.of(
              Stream.of(summary.checkDate().lastDay(item.commitment().end()).toString()),
              whose(item.commitment()),
              Stream.of(
                  decision.until().toString(),
                  decision.reason(),
                  AcknowledgementDocument.by(decision)));
        });
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
        new TableView(
            title,
            columns.flatMap(List::stream).toList(),
            items.stream()
                .limit(MOST)
                .map(item -> cells.apply(item).flatMap(part -> part).map(PlainText::of).toList())
                .toList()),
        more(items.size()));
  }

  private static List<SectionView> filled(SectionView... sections) {
    return Stream.of(sections).filter(section -> !section.table().rows().isEmpty()).toList();
  }

  private static Optional<String> more(int all) {
    return all > MOST
        ? Optional.of("and %s more; report.json has all".formatted(Wording.number(all - MOST)))
        : Optional.empty();
  }
}
