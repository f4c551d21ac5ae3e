package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.text.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes an overview for the mail.
final class OverviewText {
  /// The most weeks of accounts that are shown: the page has all that ends.
  static final int MOST_SUMS = 60;

  /// The most decisions of each kind that are shown.
  static final int MOST_DECISIONS = 20;

  private OverviewText() {}

  static MailView.OverviewSection of(Overview overview, CheckSummary summary) {
    return new MailView.OverviewSection(
        overview.cadence().id().toUpperCase(Locale.ROOT),
        Overview.DAYS,
        lines(overview, summary).stream()
            .map(line -> line.isEmpty() ? line : "  " + line)
            .toList());
  }

  private static List<String> lines(Overview overview, CheckSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(total(overview));
    LocalDate week = LocalDate.MIN;
    for (Overview.Sum sum : overview.sums().stream().limit(MOST_SUMS).toList()) {
      if (!sum.monday().equals(week)) {
        lines.add("");
        lines.add("Week of " + Wording.day(sum.monday()));
        week = sum.monday();
      }
      lines.add("  " + line(sum, summary));
    }
    int rest = overview.sums().size() - MOST_SUMS;
    if (rest > 0) {
      lines.add("  and " + Wording.number(rest) + " more, later; the page of the report has all.");
    }
    decisions(overview, summary, lines);
    lines.add("");
    lines.add(
        overview.unread() == 0
            ? "Everything was read."
            : "NOT READ: " + summary.totals().unread() + "; what ends there is missing here.");
    return lines;
  }

  private static String total(Overview overview) {
    if (overview.count() == 0) {
      return "No commitment ends in this time, as far as could be read.";
    }
    return "%s %s%s.%s"
        .formatted(
            Wording.count(overview.count(), "commitment"),
            overview.count() == 1 ? "ends" : "end",
            overview.renewed() == 0
                ? ""
                : ", " + Wording.number(overview.renewed()) + " renewed already",
            overview.atStake().isEmpty()
                ? ""
                : " At stake: " + overview.atStake().exact() + " a month in net savings.");
  }

  private static String line(Overview.Sum sum, CheckSummary summary) {
    return "%s: %s%s%s"
        .formatted(
            PlainText.of(summary.accounts().of(sum.account()).toString()),
            Wording.number(sum.count()) + (sum.count() == 1 ? " ends" : " end"),
            sum.renewed() == 0 ? "" : ", " + Wording.number(sum.renewed()) + " renewed already",
            sum.atStake().isEmpty() ? "" : "; " + sum.atStake().exact() + " a month");
  }

  private static void decisions(Overview overview, CheckSummary summary, List<String> lines) {
    decisions(
        "Not told, as the accounts file says:",
        overview.ignored().stream()
            .map(item ->
                decision(
                    item.commitment(), item.because().until(), item.because().reason(), summary))
            .toList(),
        lines);
    decisions(
        "Acknowledged, and silent:",
        overview.acknowledged().stream()
            .flatMap(item ->
                item.acknowledgement().stream()
                    .map(said -> decision(item.commitment(), said.until(), said.reason(), summary)))
            .toList(),
        lines);
  }

  private static void decisions(String title, List<String> decisions, List<String> lines) {
    if (decisions.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title);
    decisions.stream().limit(MOST_DECISIONS).forEach(lines::add);
    if (decisions.size() > MOST_DECISIONS) {
      lines.add("  and " + Wording.number(decisions.size() - MOST_DECISIONS) + " more.");
    }
  }

  private static String decision(
      Commitment commitment, LocalDate until, String reason, CheckSummary summary) {
    return PlainText.of(
        "  until %s: %s, %s (%s)"
            .formatted(
                Wording.day(until),
                summary.accounts().of(commitment.accountId()),
                commitment.id(),
                reason));
  }
}
