package dev.riexpiry.alert;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.AccountLabels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The subject line: how many, how soon, for which accounts. SNS accepts fewer than 100 characters
/// and no line break; ASCII keeps every mail program from showing an encoded word. Every message of
/// one group counts all findings of the group.
final class Subject {
  static final int MAX_LENGTH = 99;
  private static final int MAX_NAME = 32;

  private final News news;
  private final FindingCounts counts;
  private final List<String> names;
  private final Stakes stakes;

  /// @param stakes what is at stake with what is expiring
  Subject(News news, FindingCounts counts, AccountLabels accounts, Stakes stakes) {
    this.stakes = stakes;
    this.news = news;
    this.counts = counts;
    this.names = News.accountIds(news.findings()).stream().map(id -> name(id, accounts)).toList();
  }

  /// The subject of one message.
  ///
  /// @param number the number of the message in its group, from 1
  /// @param of the number of messages in the group
  String of(int number, int of) {
    String suffix = of == 1 ? "" : " (" + number + "/" + of + ")";
    int room = MAX_LENGTH - suffix.length();
    String head =
        Stream.concat(
                Stream.of(Length.values()).map(length -> head(length, stake())),
                Stream.of(head(Length.SHORT, "")))
            .filter(text -> text.length() <= room)
            .findFirst()
            .orElseGet(() -> head(Length.SHORT, "").substring(0, room));
    return head + names(room - head.length()) + suffix;
  }

  /// Writes what is at stake; empty where that is not known.
  private String stake() {
    return stakes.isEmpty() ? "" : AsciiText.of(", " + stakes.rounded() + " a month");
  }

  private String head(Length length, String stake) {
    String what =
        Stream.of(lapsed(length), ending(length, stake), notPaid())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    if (!what.isEmpty()) {
      return what + notRead() + overview("; ");
    }
    if (counts.renewed() > 0) {
      return "AWS commitments: "
          + Wording.number(counts.renewed())
          + " renewed"
          + notRead()
          + overview("; ");
    }
    if (counts.unread().total() > 0) {
      return "AWS commitments: check INCOMPLETE, "
          + (length == Length.SHORT ? Wording.number(counts.unread().total()) : counts.unread())
          + " not read"
          + overview("; ");
    }
    if (counts.restored() == 0 && news.others().isEmpty() && news.overview().isPresent()) {
      return "AWS commitments: " + overview("") + ending(length, news.overview().get());
    }
    return "AWS commitments: "
        + (counts.restored() == 0
            ? "told to " + Wording.count(news.others().size(), "other topic") + notRead()
            : (length == Length.SHORT ? Wording.number(counts.restored()) : counts.restoredPlaces())
                + " can be read again")
        + overview("; ");
  }

  /// Names the overview, if there is one.
  private String overview(String before) {
    return news.overview().map(all -> before + all.cadence() + " overview").orElse("");
  }

  /// Says what an overview has that comes by itself.
  private static String ending(Length length, Overview all) {
    return ", %s %s in %d days%s%s"
        .formatted(
            Wording.number(all.count()),
            all.count() == 1 ? "ends" : "end",
            Overview.DAYS,
            length == Length.LONG && !all.atStake().isEmpty()
                ? AsciiText.of(", " + all.atStake().rounded() + " a month")
                : "",
            all.unread() == 0 ? "" : "; INCOMPLETE, " + Wording.number(all.unread()) + " not read");
  }

  private String lapsed(Length length) {
    if (counts.lapsed() == 0) {
      return "";
    }
    String how = " " + Wording.ended(counts);
    return length == Length.SHORT
        ? Wording.number(counts.lapsed()) + how
        : Wording.count(counts.lapsed(), counts.noun().ofAws())
            + how
            + (length == Length.MEDIUM || !counts.daysAgo().isKnown()
                ? ""
                : (counts.daysAgo().isOne() ? " " : ", the last ")
                    + Wording.daysAgo(counts.daysAgo().first()));
  }

  private String ending(Length length, String stake) {
    int count = counts.expiring();
    if (count == 0) {
      return "";
    }
    boolean named = counts.lapsed() == 0 && length != Length.SHORT;
    return (named ? Wording.count(count, counts.noun().ofAws()) : Wording.number(count))
        + (count == 1 ? " ends " : " end")
        + (count == 1
            ? ""
            : counts.daysLeft().isOne()
                ? " "
                : length == Length.SHORT ? ", first " : ", the first ")
        + Wording.daysLeft(counts.daysLeft().first())
        + stake;
  }

  private String notPaid() {
    if (counts.unpaid() == 0) {
      return "";
    }
    boolean alone = counts.expiring() == 0 && counts.lapsed() == 0;
    return (alone ? "AWS purchases: " : "") + Wording.number(counts.unpaid()) + " not paid";
  }

  private String notRead() {
    int notRead =
        counts.unread().total()
            + news.others().stream().mapToInt(other -> other.counts().unread().total()).sum();
    return notRead == 0 ? "" : "; INCOMPLETE, " + Wording.number(notRead) + " not read";
  }

  /// The name of an account; its id where the name has no letter that ASCII can spell.
  private static String name(AccountId id, AccountLabels accounts) {
    String name = AsciiText.of(accounts.of(id).name());
    return name.chars().anyMatch(Character::isLetterOrDigit) ? shortened(name) : id.value();
  }

  /// Lists as many of the names as fit into `room`, and the number of the others; their number
  /// where not even the first fits.
  private String names(int room) {
    if (names.isEmpty()) {
      return "";
    }
    String longest = "";
    StringBuilder shown = new StringBuilder(": ");
    for (int i = 0; i < names.size() && shown.length() <= room; i++) {
      shown.append(i == 0 ? "" : ", ").append(names.get(i));
      int hidden = names.size() - i - 1;
      String list = shown + (hidden == 0 ? "" : " +" + hidden);
      if (list.length() <= room) {
        longest = list;
      }
    }
    return Optional.of(longest)
        .filter(list -> !list.isEmpty())
        .or(() ->
            Optional.of(": " + Wording.count(names.size(), "account"))
                .filter(number -> number.length() <= room))
        .orElse("");
  }

  private static String shortened(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 2).strip() + "..";
  }

  /// The lengths in which the same is said, of which the longest that fits is taken.
  private enum Length {
    LONG,
    MEDIUM,
    SHORT
  }
}
