package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Decides which messages a check makes, and fills each by bytes: the fewest that hold everything
/// there is to announce.
///
/// @param grouping the grouping of findings into messages
/// @param maxBytes how much one message may hold, attributes included
public record AlertComposer(Grouping grouping, int maxBytes) {
  /// The most bytes that the supplement of a message takes.
  private static final int MAX_SUPPLEMENT = 64 * 1024;

  /// The part of a message that its summary takes at most: one in so many bytes.
  private static final int SUMMARY_SHARE = 16;

  /// The room for numbers that are known only once all messages are filled.
  private static final int SLACK = 256;

  /// Makes messages as large as SNS accepts them.
  public AlertComposer(Grouping grouping) {
    this(grouping, Alert.MAX_BYTES);
  }

  public AlertComposer {
    requireNonNull(grouping, "grouping is null");
  }

  /// Composes the alerts of some news; none if there is none.
  public List<Alert> compose(CheckSummary summary, News news) {
    return groups(summary, news).stream()
        .filter(group -> !group.isEmpty())
        .flatMap(group -> fill(summary, group).stream())
        .toList();
  }

  /// Groups the findings. Only a digest shows the counts of other topics: in the other groupings no
  /// message is about everything.
  public List<News> groups(CheckSummary summary, News news) {
    return switch (grouping) {
      case DIGEST -> List.of(news);
      case ACCOUNT -> by(place -> place.owner().map(AccountId::value).orElse(""), news);
      case OU ->
          by(
              place ->
                  place
                      .owner()
                      .map(summary.accounts()::of)
                      .flatMap(AccountLabel::organizationalUnit)
                      .orElse(""),
              news);
      case RESERVATION -> eachAlone(news);
    };
  }

  /// Makes one group for each key, in the order in which accounts are named.
  private static List<News> by(Function<Place, String> key, News news) {
    Map<String, List<Finding>> findings =
        news.findings().stream()
            .collect(Collectors.groupingBy(finding -> key.apply(finding.place())));
    Map<String, List<Expiring>> renewed =
        news.renewed().stream()
            .collect(Collectors.groupingBy(finding -> key.apply(finding.place())));
    return News.asNamed(news.findings())
        .map(finding -> key.apply(finding.place()))
        .distinct()
        .map(group ->
            new News(
                news.topic(),
                findings.getOrDefault(group, List.of()),
                renewed.getOrDefault(group, List.of()),
                List.of()))
        .toList();
  }

  /// Makes one group for each commitment that has lapsed or is expiring, and one for everything
  /// else.
  private static List<News> eachAlone(News news) {
    Map<Boolean, List<Finding>> alone =
        news.findings().stream()
            .collect(
                Collectors.partitioningBy(finding ->
                    switch (finding) {
                      case Lapsed _ -> true;
                      case Expiring expiring -> !expiring.renewed();
                      case Unpaid _, Unread _, Restored _ -> false;
                    }));
    return Stream.concat(
            alone.getOrDefault(true, List.of()).stream()
                .map(finding -> new News(news.topic(), List.of(finding), List.of(), List.of())),
            Stream.of(
                new News(
                    news.topic(), alone.getOrDefault(false, List.of()), news.renewed(), List.of())))
        .toList();
  }

  /// Fills one message after the other. If one comes out too large all the same, because the text
  /// around its findings was longer than foreseen, all are filled again with so much less room.
  private List<Alert> fill(CheckSummary summary, News news) {
    MessageWriter writer = new MessageWriter(summary, news, maxBytes / SUMMARY_SHARE);
    List<RenderedFinding> findings =
        byMoney(news.findings(), summary).stream()
            .map(finding -> new RenderedFinding(finding, summary))
            .toList();
    int room = maxBytes - frame(writer, summary) - SLACK;
    while (true) {
      List<MessageDraft> drafts = drafts(summary, findings, room, room - writer.summaryBytes());
      List<Alert> alerts = write(writer, drafts, summary, news);
      int excess = excess(drafts, alerts);
      if (excess <= 0) {
        return alerts;
      }
      room -= excess;
    }
  }

  /// Sorts what ends on one day by what is at stake, the most first.
  static List<Finding> byMoney(List<Finding> findings, CheckSummary summary) {
    List<Finding> sorted = new ArrayList<>(findings);
    int from = 0;
    for (int to = 1; to <= sorted.size(); to++) {
      if (to == sorted.size() || !endOnOneDay(sorted.get(from), sorted.get(to), summary)) {
        sorted
            .subList(from, to)
            .sort(Comparator.comparing(finding -> atStake(finding, summary).negate()));
        from = to;
      }
    }
    return sorted;
  }

  private static boolean endOnOneDay(Finding one, Finding other, CheckSummary summary) {
    return one instanceof Expiring first
        && other instanceof Expiring second
        && summary
            .checkDate()
            .lastDay(first.commitment().end())
            .equals(summary.checkDate().lastDay(second.commitment().end()));
  }

  private static BigDecimal atStake(Finding finding, CheckSummary summary) {
    return finding instanceof Expiring expiring
        ? summary.worth(expiring.commitment()).monthlyAtStake().orElse(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  /// The bytes that the largest message has too many, of those messages that can be smaller.
  private int excess(List<MessageDraft> drafts, List<Alert> alerts) {
    return IntStream.range(0, alerts.size())
        .filter(i -> !drafts.get(i).isLeast())
        .map(i -> alerts.get(i).bytes() - maxBytes)
        .max()
        .orElse(0);
  }

  /// The bytes of a message without findings, as the last one of many.
  private static int frame(MessageWriter writer, CheckSummary summary) {
    return writer.write(new MessageDraft(summary, 0, 0), 9999, 9999, Supplement.EMPTY).bytes();
  }

  private static List<MessageDraft> drafts(
      CheckSummary summary, List<RenderedFinding> findings, int room, int firstRoom) {
    long causes =
        findings.stream()
            .map(RenderedFinding::finding)
            .filter(Unread.class::isInstance)
            .map(finding -> Cause.Key.of(((Unread) finding).failure()))
            .distinct()
            .count();
    int examplesPerCause = (int) Math.max(1, MessageDraft.EXAMPLES / Math.max(1, causes));
    List<MessageDraft> drafts = new ArrayList<>();
    drafts.add(new MessageDraft(summary, firstRoom, examplesPerCause));
    for (RenderedFinding finding : findings) {
      if (!drafts.getLast().add(finding)) {
        drafts.add(new MessageDraft(summary, room, examplesPerCause));
        boolean _ = drafts.getLast().add(finding);
      }
    }
    return drafts;
  }

  private List<Alert> write(
      MessageWriter writer, List<MessageDraft> drafts, CheckSummary summary, News news) {
    List<Alert> alerts = new ArrayList<>(drafts.size());
    for (int number = 1; number < drafts.size(); number++) {
      alerts.add(writer.write(drafts.get(number - 1), number, drafts.size(), Supplement.EMPTY));
    }
    Alert bare = writer.write(drafts.getLast(), drafts.size(), drafts.size(), Supplement.EMPTY);
    int budget = Math.min(MAX_SUPPLEMENT, maxBytes - bare.bytes() - SLACK);
    Supplement supplement = Supplement.of(news, summary, budget);
    alerts.add(
        supplement.equals(Supplement.EMPTY)
            ? bare
            : writer.write(drafts.getLast(), drafts.size(), drafts.size(), supplement));
    return alerts;
  }
}
