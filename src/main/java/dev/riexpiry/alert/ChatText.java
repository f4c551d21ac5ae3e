package dev.riexpiry.alert;

import dev.riexpiry.text.PlainText;
import java.util.Map;

/// Makes text from names, tags and AWS messages safe to show in a chat, where it must stay text: no
/// emphasis, no link, nobody called. Slack and Microsoft Teams have different Markdown, and Slack's
/// has no escape for its marks, so each mark is replaced by a character that looks like it and
/// means nothing to either.
final class ChatText {
  private static final Map<Integer, String> MARKS =
      Map.ofEntries(
          Map.entry((int) '*', "∗"),
          Map.entry((int) '_', "ˍ"),
          Map.entry((int) '`', "ˋ"),
          Map.entry((int) '~', "∼"),
          Map.entry((int) '<', "‹"),
          Map.entry((int) '>', "›"),
          Map.entry((int) '&', "＆"),
          Map.entry((int) '|', "¦"),
          Map.entry((int) '[', "［"),
          Map.entry((int) ']', "］"),
          Map.entry((int) '@', "＠"),
          Map.entry((int) '#', "＃"),
          Map.entry((int) '\\', "＼"));

  private static final char COLON = '∶';
  private static final char DOT = '․';

  private ChatText() {}

  /// Writes text of AWS, in which a dot stands in instance types and makes no link.
  static String of(String text) {
    String plain = PlainText.of(text);
    StringBuilder safe = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
      int codePoint = plain.codePointAt(i);
      if (codePoint == ':' && joins(plain, i)) {
        safe.append(COLON);
      } else {
        String other = MARKS.get(codePoint);
        if (other == null) {
          safe.appendCodePoint(codePoint);
        } else {
          safe.append(other);
        }
      }
    }
    return safe.toString();
  }

  /// Writes text that people chose: a name or a tag, in which `example.com` must not become a link
  /// either.
  static String name(String text) {
    String safe = of(text);
    StringBuilder name = new StringBuilder(safe.length());
    for (int i = 0; i < safe.length(); i++) {
      boolean joins =
          safe.charAt(i) == '.' && i + 1 < safe.length() && Character.isLetter(safe.charAt(i + 1));
      name.append(joins ? DOT : safe.charAt(i));
    }
    return name.toString();
  }

  /// Writes at most so many UTF-16 units, and never half a character.
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /// Tells whether a colon could open a link or name an emoji: it does neither before a space, at
  /// the end, and in a time of day.
  private static boolean joins(String text, int colon) {
    if (colon + 1 == text.length() || text.charAt(colon + 1) == ' ') {
      return false;
    }
    return colon == 0
        || !Character.isDigit(text.charAt(colon - 1))
        || !Character.isDigit(text.charAt(colon + 1));
  }
}
