package dev.riexpiry.alert;

import dev.riexpiry.text.AsciiText;
import java.util.List;

/// The subject line: how many, how soon, for whom. SNS takes fewer than 100 characters and no line
/// break; ASCII keeps every mail program from showing an encoded word.
final class Subject {
  static final int MAX_LENGTH = 99;
  private static final int MAX_NAME = 32;

  private Subject() {}

  static String of(Part part, CheckSummary summary) {
    String suffix = part.of() == 1 ? "" : " (" + part.number() + "/" + part.of() + ")";
    List<String> names =
        part.accountIds().stream()
            .map(id -> {
              String name = AsciiText.of(summary.nameOf(id));
              return name.isEmpty() ? id.value() : shorten(name);
            })
            .distinct()
            .toList();
    String head = head(part, summary);
    return head + names(names, MAX_LENGTH - head.length() - suffix.length()) + suffix;
  }

  private static String head(Part part, CheckSummary summary) {
    int unread = summary.coverage().targetsUnreadable();
    if (part.expiring().isEmpty()) {
      return "AWS reservations: check INCOMPLETE, " + Wording.count(unread, "target") + " not read";
    }
    int count = part.expiring().size();
    String when = Wording.daysLeft(part.expiring().getFirst().daysLeft());
    String what =
        count == 1
            ? "1 AWS reservation ends " + when
            : count + " AWS reservations end, the first " + when;
    return unread == 0 ? what : what + "; INCOMPLETE, " + unread + " not read";
  }

  /// As many of the names as fit into `room`, and how many more there are.
  private static String names(List<String> names, int room) {
    for (int shown = names.size(); shown > 0; shown--) {
      int hidden = names.size() - shown;
      String list =
          ": " + String.join(", ", names.subList(0, shown)) + (hidden == 0 ? "" : " +" + hidden);
      if (list.length() <= room) {
        return list;
      }
    }
    return "";
  }

  private static String shorten(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 2).strip() + "..";
  }
}
