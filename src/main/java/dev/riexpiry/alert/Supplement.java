package dev.riexpiry.alert;

import dev.riexpiry.alert.News.OtherTopic;
import dev.riexpiry.alert.RenderedFinding.Measured;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.text.Json;
import dev.riexpiry.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The supplement of a message to what it announces: the commitments that are renewed, and the
/// counts of other topics. It has a budget of bytes, shows as much as that holds, counts the rest,
/// and never decides how findings are split.
///
/// @param renewed the commitments that are shown
/// @param others the topics that are shown
record Supplement(List<Expiring> renewed, List<OtherTopic> others) {
  /// The supplement without content.
  static final Supplement EMPTY = new Supplement(List.of(), List.of());

  /// The most renewed commitments that are shown: those that need no action must not hide those
  /// that do.
  static final int MAX_RENEWED = 30;

  private static final int MAX_OTHERS = 60;
  private static final int MAX_NAMES = 5;

  /// Chooses what fits into a budget.
  static Supplement of(News news, CheckSummary summary, int budget) {
    List<Expiring> renewed = new ArrayList<>();
    int remaining =
        take(
            news.renewed(),
            MAX_RENEWED,
            budget,
            item ->
                Measured.of(document(item, summary).json()).bytes()
                    + Measured.of(view(item, summary).toString()).bytes(),
            renewed);
    List<OtherTopic> others = new ArrayList<>();
    take(
        news.others(),
        MAX_OTHERS,
        remaining,
        item ->
            Measured.of(Json.compact(AlertDocument.OtherTopicDocument.of(item))).bytes()
                + Measured.of(view(item, summary).toString()).bytes(),
        others);
    return new Supplement(renewed, others);
  }

  private static <T> int take(
      List<T> all, int most, int budget, Function<T, Integer> cost, List<T> chosen) {
    int remaining = budget;
    for (T item : all.subList(0, Math.min(most, all.size()))) {
      int bytes = cost.apply(item);
      if (bytes > remaining) {
        return remaining;
      }
      remaining -= bytes;
      chosen.add(item);
    }
    return remaining;
  }

  static RawJson document(Expiring item, CheckSummary summary) {
    return new RawJson(Json.compact(FindingDocument.of(item, summary)));
  }

  /// The section of renewed commitments; empty if there is none.
  Optional<MailView.RenewedSection> renewedSection(News news, CheckSummary summary) {
    return news.renewed().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MailView.RenewedSection(
                renewed.stream().map(item -> view(item, summary)).toList(),
                Optional.of(news.renewed().size() - renewed.size())
                    .filter(hidden -> hidden > 0)
                    .map(Wording::number)));
  }

  /// The section of other topics; empty if there is none.
  Optional<MailView.OthersSection> othersSection(News news, CheckSummary summary) {
    return news.others().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MailView.OthersSection(
                others.stream().map(item -> view(item, summary)).toList(),
                Optional.of(news.others().size() - others.size())
                    .filter(hidden -> hidden > 0)
                    .map(hidden -> Wording.count(hidden, "more topic"))));
  }

  private static MailView.RenewedView view(Expiring item, CheckSummary summary) {
    Commitment commitment = item.commitment();
    return new MailView.RenewedView(
        Wording.day(summary.checkDate().lastDay(commitment.end())),
        PlainText.of(summary.accounts().of(commitment.accountId()).toString()),
        PlainText.of(commitment.region()),
        commitment.service().label(),
        PlainText.of(commitment.covered().amount()),
        PlainText.of(commitment.id()),
        RenewalText.by(item.renewal()));
  }

  private static MailView.OtherView view(OtherTopic other, CheckSummary summary) {
    int hidden = other.accountIds().size() - MAX_NAMES;
    String names =
        other.accountIds().stream()
            .limit(MAX_NAMES)
            .map(id -> PlainText.of(summary.accounts().of(id).name()))
            .collect(Collectors.joining(", "));
    return new MailView.OtherView(
        names + (hidden > 0 ? " +" + Wording.number(hidden) : ""),
        counts(other.counts()),
        other.topic().value());
  }

  private static String counts(FindingCounts counts) {
    return Stream.of(
            counts.lapsed() == 0 ? "" : Wording.number(counts.lapsed()) + " LAPSED",
            counts.expiring() == 0
                ? ""
                : Wording.number(counts.expiring())
                    + (counts.expiring() == 1 ? " ends " : " end, the first ")
                    + Wording.daysLeft(counts.daysLeft().first()),
            counts.unpaid() == 0 ? "" : Wording.number(counts.unpaid()) + " not paid",
            counts.unread().total() == 0 ? "" : "INCOMPLETE, " + counts.unread() + " not read",
            counts.restored() == 0 ? "" : Wording.number(counts.restored()) + " read again")
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
