package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Decides which messages a check makes, and makes each small enough for SNS.
///
/// @param grouping how many messages there are to be
/// @param maxBytes what one message may have, attributes included
public record AlertComposer(Grouping grouping, int maxBytes) {
  /// A failure that repeats in every region of every account is told by examples: the report holds
  /// all of them, and a mail of 51,000 lines would hide the reservations before it.
  static final int MAX_UNREADABLE = 60;

  /// Messages as large as SNS takes them.
  public AlertComposer(Grouping grouping) {
    this(grouping, Alert.MAX_BYTES);
  }

  public AlertComposer {
    requireNonNull(grouping, "grouping is null");
  }

  /// The alerts of a check that tells everything; none if nothing is expiring and everything was
  /// read.
  ///
  /// @param expiring soonest end first
  /// @param unreadable by place
  public List<Alert> compose(
      CheckSummary summary, List<Expiring> expiring, List<Unreadable> unreadable) {
    return compose(summary, new News(expiring, unreadable, List.of()));
  }

  /// The alerts that tell some news; none if there is none.
  public List<Alert> compose(CheckSummary summary, News news) {
    return groups(summary, news).stream()
        .filter(group -> !group.isEmpty())
        .flatMap(group -> split(summary, group).stream())
        .toList();
  }

  /// Only a digest tells how much other topics are told: in the other groupings nobody hears of
  /// all.
  private List<News> groups(CheckSummary summary, News news) {
    return switch (grouping) {
      case DIGEST -> List.of(news);
      case ACCOUNT -> by(account -> account.map(AccountId::value).orElse(""), news);
      case OU -> by(account -> account.flatMap(summary::organizationalUnitOf).orElse(""), news);
      case RESERVATION ->
          Stream.of(
                  news.lapsed().stream().map(AlertComposer::alone),
                  news.expiring().stream()
                      .map(item -> new News(List.of(item), List.of(), List.of())),
                  Stream.of(
                      news.only(_ -> false, _ -> false, _ -> true, _ -> true, _ -> true)
                          .beside(List.of())))
              .flatMap(groups -> groups)
              .toList();
    };
  }

  private static News alone(Lapsed lapsed) {
    return new News(
        List.of(lapsed), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /// One group for each key, in the order in which the keys turn up.
  ///
  /// @param key of an account, or of the organization
  private static List<News> by(Function<Optional<AccountId>, String> key, News news) {
    return news.accounts()
        .map(key)
        .distinct()
        .map(chosen -> news.ofAccounts(account -> key.apply(account).equals(chosen)))
        .toList();
  }

  /// The fewest messages of about equal length in which each is small enough.
  private List<Alert> split(CheckSummary summary, News group) {
    Shown told = Shown.of(group);
    int items = told.size();
    List<Alert> alerts = alerts(summary, told, 1);
    int parts = 1;
    while (parts < items && !fits(alerts)) {
      // As many parts as the bytes alone ask for are skipped without trying them one by one.
      long needed = alerts.stream().mapToLong(Alert::bytes).sum() / maxBytes;
      parts = Math.clamp(needed, parts + 1, items);
      alerts = alerts(summary, told, parts);
    }
    return alerts;
  }

  private boolean fits(List<Alert> alerts) {
    return alerts.stream().allMatch(alert -> alert.bytes() <= maxBytes);
  }

  private static List<Alert> alerts(CheckSummary summary, Shown told, int parts) {
    List<Alert> alerts = new ArrayList<>(parts);
    for (int number = 1; number <= parts; number++) {
      int from = (int) ((long) told.size() * (number - 1) / parts);
      int to = (int) ((long) told.size() * number / parts);
      Part part = told.slice(from, to, number, parts);
      alerts.add(alert(summary, part, part.last() ? told.hidden() : List.of()));
    }
    return alerts;
  }

  /// Each cause keeps at least one example, and the first ones more.
  private static List<Unreadable> examplesOf(List<Unreadable> unreadable) {
    if (unreadable.size() <= MAX_UNREADABLE) {
      return unreadable;
    }
    List<Cause> causes = Cause.group(unreadable);
    int each = Math.max(1, MAX_UNREADABLE / causes.size());
    return causes.stream().flatMap(cause -> cause.unreadable().stream().limit(each)).toList();
  }

  /// @param hidden what could not be read and is only counted in this message: its owners may
  ///   filter on their accounts, and must hear of it all the same
  private static Alert alert(CheckSummary summary, Part part, List<Unreadable> hidden) {
    OptionalInt minDaysLeft =
        IntStream.concat(
                part.expiring().stream().mapToInt(Expiring::daysLeft),
                part.lapsed().stream().mapToInt(lapsed -> -lapsed.daysAgo()))
            .min();
    List<AccountId> accountIds =
        Stream.concat(
                part.accountIds().stream(),
                hidden.stream().map(Unreadable::accountId).flatMap(Optional::stream))
            .distinct()
            .toList();
    List<Service> services =
        Stream.concat(
                part.news().commitments().map(Commitment::service),
                Stream.concat(
                        Stream.concat(part.unreadable().stream(), hidden.stream())
                            .map(Unreadable::service),
                        part.recovered().stream().map(gap -> gap.place().service()))
                    .flatMap(AlertComposer::services))
            .distinct()
            .sorted()
            .toList();
    return new Alert(
        Subject.of(part, summary),
        MailText.of(part, summary),
        AlertDocument.of(part, summary),
        new AlertAttributes(accountIds, services, minDaysLeft, summary.coverage().complete()),
        new News(
            part.lapsed(),
            part.expiring(),
            part.renewed(),
            part.troubles(),
            Stream.concat(part.unreadable().stream(), hidden.stream()).toList(),
            part.recovered(),
            part.elsewhere()));
  }

  /// A whole account concerns whoever waits for any service of it.
  private static Stream<Service> services(Optional<Service> service) {
    return service.map(Stream::of).orElseGet(() -> Arrays.stream(Service.values()));
  }

  /// What is said of a group: all that has lapsed, is expiring or not paid, and what could not be
  /// read by examples.
  ///
  /// @param news all of it
  /// @param examples what of the unreadable is told
  private record Shown(
      News news,
      List<Unreadable> examples,
      List<Unreadable> hidden,
      NotRead notRead,
      NotRead untold) {
    static Shown of(News group) {
      List<Unreadable> examples = examplesOf(group.unreadable());
      Set<Unreadable> told = new HashSet<>(examples);
      NotRead notRead = NotRead.of(group.unreadable());
      return new Shown(
          group,
          examples,
          group.unreadable().stream().filter(item -> !told.contains(item)).toList(),
          notRead,
          notRead.minus(NotRead.of(examples)));
    }

    int size() {
      return (int) news.commitments().count() + examples.size();
    }

    /// Takes the items from `from` to before `to`, of lapsed, troubles, expiring and unreadable in
    /// one row.
    Part slice(int from, int to, int number, int of) {
      boolean last = number == of;
      int second = news.lapsed().size();
      int third = second + news.troubles().size();
      int fourth = third + news.expiring().size();
      return new Part(
          new News(
              cut(news.lapsed(), from, to),
              cut(news.expiring(), from - third, to - third),
              last ? news.renewed() : List.of(),
              cut(news.troubles(), from - second, to - second),
              cut(examples, from - fourth, to - fourth),
              last ? news.recovered() : List.of(),
              last ? news.elsewhere() : List.of()),
          number,
          of,
          notRead,
          untold);
    }

    private static <T> List<T> cut(List<T> list, int from, int to) {
      return list.subList(Math.clamp(from, 0, list.size()), Math.clamp(to, 0, list.size()));
    }
  }
}
