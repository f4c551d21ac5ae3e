package dev.riexpiry.page;

import dev.riexpiry.alert.Cause;
import dev.riexpiry.alert.Stakes;
import dev.riexpiry.alert.Wording;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.cost.CostGrouping;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.cost.CostSums;
import dev.riexpiry.cost.CostSums.Line;
import dev.riexpiry.page.PageView.CauseView;
import dev.riexpiry.page.PageView.TableView;
import dev.riexpiry.text.PlainText;
import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The page's section of costs; its layout is `cost.mustache`. Account, unit and service are chosen
/// by style alone, without a script.
///
/// @param lead what is shown
/// @param causes why something could not be read
/// @param tabs what the costs are added up by; none where nothing could be read
@JStache(path = "dev/riexpiry/page/cost.mustache")
record CostSection(List<String> lead, List<CauseView> causes, List<Tab> tabs) {
  private static final int MOST_CAUSES = 20;
  private static final int MOST_UNITS = 200;
  private static final String NOT_READ = "not read";

  static CostSection of(CostReading reading, Rise rise) {
    return new CostSection(
        lead(reading, rise),
        Cause.group(reading.unread()).stream()
            .limit(MOST_CAUSES)
            .map(cause -> cause(cause, reading))
            .toList(),
        reading.isKnown() && !reading.costs().isEmpty()
            ? Arrays.stream(CostGrouping.values())
                .map(grouping -> tab(grouping, reading, rise))
                .toList()
            : List.of());
  }

  /// Writes the costs by account as a picture of its own (SVG).
  static String picture(CostReading reading, Rise rise) {
    return CostPicture.of(
            "cost",
            words(CostGrouping.ACCOUNT),
            CostSums.of(reading, CostGrouping.ACCOUNT),
            reading,
            rise,
            Optional.of(Inline.CHART_STYLE.text() + Inline.COST_STYLE.text()))
        .text();
  }

  /// Renders the section.
  String text() {
    return CostSectionRenderer.of().execute(this);
  }

  private static List<String> lead(CostReading reading, Rise rise) {
    List<String> lead = new ArrayList<>();
    if (!reading.isKnown()) {
      lead.add("Costs could not be read; everything else on this page was made without them.");
      return lead;
    }
    lead.add(
        "%s to %s, in days of UTC, as Cost Explorer has it (%s); cost.csv has each day, account and service."
            .formatted(
                Wording.day(reading.days().from()),
                Wording.day(reading.days().to()),
                reading.metric().id()));
    if (reading.costs().isEmpty()) {
      lead.add("Nothing was paid on these days.");
    }
    if (!reading.estimated().isEmpty()) {
      lead.add("Days with a star are estimated: the bill may still change them.");
    }
    if (!rise.daily().isEmpty()) {
      lead.add(
          "Dashed on top: by how much a day rises with what ends until %s and is not renewed%s."
              .formatted(
                  Wording.day(rise.until()),
                  rise.unknown() == 0
                      ? ""
                      : ", without %s of which nobody says what they save"
                          .formatted(Wording.number(rise.unknown()))));
    } else if (rise.unknown() > 0) {
      lead.add(
          "By how much this rises with the %s until %s is not known: nobody says what they save."
              .formatted(Wording.count(rise.unknown(), "end"), Wording.day(rise.until())));
    }
    if (!reading.unreadAccounts().isEmpty()) {
      lead.add("Hatched on top: what is not known, because it could not be read; see below.");
    }
    return lead;
  }

  private static CauseView cause(Cause cause, CostReading reading) {
    List<String> lines = cause.lines(reading.accounts());
    return new CauseView(
        lines.stream().limit(MOST_CAUSES).map(PlainText::of).toList(),
        lines.size() > MOST_CAUSES
            ? Optional.of("and %s more".formatted(Wording.number(lines.size() - MOST_CAUSES)))
            : Optional.empty(),
        PlainText.of(cause.failure().reason()),
        PlainText.of(cause.failure().remedy()));
  }

  private static Tab tab(CostGrouping grouping, CostReading reading, Rise rise) {
    List<CostSums> shown =
        grouping == CostGrouping.OU
            ? CostSums.nested(reading, grouping)
            : CostSums.of(reading, grouping).stream()
                .map(sums -> sums.within(CostChart.MOST))
                .toList();
    return new Tab(
        grouping.id(),
        capital(words(grouping)),
        grouping == CostGrouping.ACCOUNT,
        CostPicture.of(
                "cost-" + grouping.id(),
                words(grouping),
                CostSums.of(reading, grouping),
                reading,
                rise,
                Optional.empty())
            .text(),
        shown.stream().map(sums -> table(sums, grouping, reading)).toList(),
        notes(grouping, shown));
  }

  private static List<String> notes(CostGrouping grouping, List<CostSums> shown) {
    List<String> notes = new ArrayList<>();
    if (grouping == CostGrouping.OU) {
      notes.add(
          "In the table the sum of a unit includes what is below it; in the picture it does not.");
    }
    int most = shown.stream().mapToInt(sums -> sums.lines().size()).max().orElse(0);
    if (most > MOST_UNITS) {
      notes.add("%s more units; cost.csv has all.".formatted(Wording.number(most - MOST_UNITS)));
    }
    return notes;
  }

  private static TableView table(CostSums sums, CostGrouping grouping, CostReading reading) {
    Stream<List<String>> unread =
        grouping == CostGrouping.ACCOUNT
            ? reading.unreadAccounts().stream()
                .limit(MOST_UNITS)
                .map(account -> unread(account, sums.days().size()))
            : Stream.of();
    return new TableView(
        PlainText.of("Costs by %s, %s".formatted(words(grouping), sums.currency())),
        Stream.concat(
                Stream.of(
                    capital(words(grouping)),
                    PlainText.of(("All days " + sums.currency()).strip())),
                sums.days().stream()
                    .map(
                        day -> CostChart.day(day) + (reading.estimated().contains(day) ? "*" : "")))
            .toList(),
        Stream.of(
                sums.lines().stream().limit(MOST_UNITS).map(line -> cells(line.name(), line)),
                unread,
                Stream.of(cells("Together", sums.total())))
            .flatMap(rows -> rows)
            .toList());
  }

  private static List<String> cells(String name, Line line) {
    return Stream.concat(
            Stream.of(PlainText.of(name), Stakes.amount(line.sum())),
            line.amounts().stream().map(Stakes::amount))
        .toList();
  }

  private static List<String> unread(AccountLabel account, int days) {
    return Stream.concat(
            Stream.of(PlainText.of(CostGrouping.name(account))),
            IntStream.rangeClosed(0, days).mapToObj(_ -> NOT_READ))
        .toList();
  }

  private static String words(CostGrouping grouping) {
    return switch (grouping) {
      case ACCOUNT -> "account";
      case OU -> "organizational unit";
      case SERVICE -> "service";
    };
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// What is shown where one way of adding up is chosen.
  ///
  /// @param id a class of the style sheet
  /// @param picture an SVG element
  /// @param tables one for each currency
  record Tab(
      String id,
      String label,
      boolean chosen,
      String picture,
      List<TableView> tables,
      List<String> notes) {}
}
