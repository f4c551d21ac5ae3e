package dev.riexpiry.alert;

import dev.riexpiry.alert.RenderedFinding.Measured;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the summary with which the first mail of a group begins: how many commitments end by
/// milestone and what is at stake with them; of many also the largest of each milestone, and sums
/// by account and owner. What a reader has in sight anyway is not said twice.
final class SummaryText {
  /// The most commitments of a milestone that are named; a mail with no more names none.
  static final int LARGEST = 10;

  /// The most accounts, or owners in accounts, that are named.
  static final int MOST_HOLDERS = 20;

  private static final String CUT = "  (the summary is cut here; the entries below are not)";

  private SummaryText() {}

  /// @param expiring what ends and is not renewed
  /// @param budget the most bytes that the lines take
  static List<String> lines(List<Expiring> expiring, CheckSummary summary, int budget) {
    return fitting(
        Stream.concat(byMilestone(expiring, summary).stream(), byHolder(expiring, summary).stream())
            .toList(),
        budget);
  }

  private static List<String> byMilestone(List<Expiring> expiring, CheckSummary summary) {
    Map<Integer, List<Expiring>> milestones =
        expiring.stream()
            .collect(Collectors.groupingBy(Expiring::milestone, TreeMap::new, Collectors.toList()));
    boolean many = expiring.size() > LARGEST;
    if (milestones.size() < 2 && !many) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("By milestone:");
    milestones.forEach((days, ending) ->
        lines.add("  %s: %s".formatted(Wording.count(days, "day"), sum(ending, summary))));
    if (many) {
      milestones.forEach((days, ending) -> {
        List<String> largest = largest(ending, summary);
        if (!largest.isEmpty()) {
          lines.add("Within %s, the most money first:".formatted(Wording.count(days, "day")));
          lines.addAll(largest);
        }
      });
    }
    return lines;
  }

  private static List<String> largest(List<Expiring> ending, CheckSummary summary) {
    return ending.stream()
        .filter(item -> atStake(item, summary).signum() > 0)
        .sorted(
            Comparator.comparing(
                (Expiring item) -> atStake(item, summary), Comparator.reverseOrder()))
        .limit(LARGEST)
        .map(item -> {
          Commitment commitment = item.commitment();
          return PlainText.of(
              "  %s: %s, %s, %s, %s, %s"
                  .formatted(
                      Stakes.of(List.of(item), summary).exact(),
                      summary.accounts().of(commitment.accountId()),
                      commitment.region(),
                      commitment.service().label(),
                      commitment.covered().amount(),
                      Wording.day(summary.checkDate().lastDay(commitment.end()))));
        })
        .toList();
  }

  private static List<String> byHolder(List<Expiring> expiring, CheckSummary summary) {
    if (expiring.size() <= MessageDraft.IN_FULL) {
      return List.of();
    }
    Map<Holder, List<Expiring>> holders =
        expiring.stream()
            .collect(
                Collectors.groupingBy(
                    item -> Holder.of(item.commitment(), summary),
                    LinkedHashMap::new,
                    Collectors.toList()));
    boolean owned = holders.keySet().stream().anyMatch(holder -> holder.owner().isPresent());
    List<String> lines = new ArrayList<>();
    lines.add(owned ? "By account and owner:" : "By account:");
    holders.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Holder, List<Expiring>> entry) -> atStake(entry.getValue(), summary))
                .thenComparingInt(entry -> entry.getValue().size())
                .reversed())
        .limit(MOST_HOLDERS)
        .forEach(entry ->
            lines.add(
                "  %s: %s"
                    .formatted(
                        PlainText.of(entry.getKey().text(summary)),
                        sum(entry.getValue(), summary))));
    if (holders.size() > MOST_HOLDERS) {
      lines.add("  and %s more".formatted(Wording.number(holders.size() - MOST_HOLDERS)));
    }
    return lines;
  }

  /// Who holds commitments: an account, and there an owner, if their tags say so.
  private record Holder(AccountId account, Optional<String> owner) {
    static Holder of(Commitment commitment, CheckSummary summary) {
      return new Holder(commitment.accountId(), summary.owner(commitment));
    }

    String text(CheckSummary summary) {
      return summary.accounts().of(account) + owner.map(name -> ", owner " + name).orElse("");
    }
  }

  /// Writes `3 end, 4,300.00 USD a month`.
  private static String sum(Collection<Expiring> ending, CheckSummary summary) {
    Stakes stakes = Stakes.of(ending, summary);
    return Wording.number(ending.size())
        + (ending.size() == 1 ? " ends" : " end")
        + (stakes.isEmpty() ? "" : ", " + stakes.exact() + " a month");
  }

  private static BigDecimal atStake(Expiring item, CheckSummary summary) {
    return summary.worth(item.commitment()).monthlyAtStake().orElse(BigDecimal.ZERO);
  }

  private static BigDecimal atStake(Collection<Expiring> ending, CheckSummary summary) {
    return ending.stream()
        .map(item -> atStake(item, summary).max(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<String> fitting(List<String> lines, int budget) {
    List<String> fitting = new ArrayList<>();
    int room = budget - Measured.of(CUT).bytes();
    for (String line : lines) {
      room -= Measured.of(line).bytes();
      if (room < 0) {
        fitting.add(CUT);
        return fitting;
      }
      fitting.add(line);
    }
    return fitting;
  }
}
