package dev.riexpiry.alert;



import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.text.AsciiText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The subject line: how many, how soon, for whom. SNS takes fewer than 100 characters and no line
/// break; ASCII keeps every mail program from showing an encoded word.
final class Subject {
  static final int MAX_LENGTH = 99;
  private static final int MAX_NAME = 32;

  private Subject() {}

  static String of(Part part, CheckSummary summary) {
    String suffix = part.of() == 1 ? "" : " (" + part.number() + "/" + part.of() + ")";
    List<String> names = part.accountIds().stream().map(id -> name(id, summary)).toList();
    String head = head(part);
    return head + names(names, MAX_LENGTH - head.length() - suffix.length()) + suffix;
  }

  private static String head(Part part) {
    String what =
        Stream.of(lapsed(part), ending(part), notPaid(part))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    if (!what.isEmpty()) {
      return what + notRead(part);
    }
    if (!part.unreadable().isEmpty()) {
      return "AWS commitments: check INCOMPLETE, " + part.notRead() + " not read";
    }
    return "AWS commitments: "
        + (part.recovered().isEmpty()
            ? "told to " + Wording.count(part.elsewhere().size(), "other topic") + notRead(part)
            : readAgain(part) + " can be read again");
  }

  private static String lapsed(Part part) {
    List<Lapsed> lapsed = part.lapsed();
    if (lapsed.isEmpty()) {
      return "";
    }
    int last = lapsed.getFirst().daysAgo();
    return Wording.count(lapsed.size(), noun(part))
        + (last == lapsed.getLast().daysAgo() ? " LAPSED " : " LAPSED, the last ")
        + Wording.daysAgo(last);
  }

  private static String ending(Part part) {
    if (part.expiring().isEmpty()) {
      return "";
    }
    int first = part.expiring().getFirst().daysLeft();
    int count = part.expiring().size();
    return (part.lapsed().isEmpty() ? Wording.count(count, noun(part)) : Wording.number(count))
        + (count == 1 ? " ends " : " end")
        + (count == 1 ? "" : first == part.expiring().getLast().daysLeft() ? " " : ", the first ")
        + Wording.daysLeft(first);
  }

  private static String noun(Part part) {
    return Noun.of(
            Stream.concat(
                part.lapsed().stream().map(Lapsed::commitment),
                part.expiring().stream().map(Expiring::commitment)))
        .ofAws();
  }

  private static String notPaid(Part part) {
    if (part.troubles().isEmpty()) {
      return "";
    }
    boolean alone = part.expiring().isEmpty() && part.lapsed().isEmpty();
    return (alone ? "AWS purchases: " : "") + Wording.number(part.troubles().size()) + " not paid";
  }

  private static String notRead(Part part) {
    int notRead =
        part.notRead().total()
            + part.elsewhere().stream().mapToInt(other -> other.notRead().total()).sum();
    return notRead == 0 ? "" : "; INCOMPLETE, " + Wording.number(notRead) + " not read";
  }

  private static NotRead readAgain(Part part) {
    return NotRead.ofPlaces(part.recovered().stream().map(OpenGap::place).toList());
  }

  /// An account as people call it; its id where the name has no letter that ASCII can spell.
  private static String name(AccountId id, CheckSummary summary) {
    String name = AsciiText.of(summary.nameOf(id));
    return name.chars().anyMatch(Character::isLetterOrDigit) ? shorten(name, MAX_NAME) : id.value();
  }

  /// As many of the names as fit into `room`, and how many more there are; their number where not
  /// even the first fits.
  private static String names(List<String> names, int room) {
    if (names.isEmpty()) {
      return "";
    }
    for (int shown = names.size(); shown > 0; shown--) {
      int hidden = names.size() - shown;
      String list =
          ": " + String.join(", ", names.subList(0, shown)) + (hidden == 0 ? "" : " +" + hidden);
      if (list.length() <= room) {
        return list;
      }
    }
    String number = ": " + Wording.count(names.size(), "account");
    return number.length() <= room ? number : "";
  }

  private static String shorten(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length - 2).strip() + "..";
  }
}
