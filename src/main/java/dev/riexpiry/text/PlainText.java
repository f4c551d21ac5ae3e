package dev.riexpiry.text;

/// Makes text from names, tags and AWS messages safe to print.
public final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /// Replaces, one for one, what could move a cursor, break a line or reorder what is read: control
  /// characters, line and paragraph separators, bidirectional embeddings, overrides and isolates,
  /// lone surrogates, and code points that are no characters. Everything else stays, and with it
  /// the joiners that emoji and the scripts of Persian, Arabic and India are written with.
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> plain.appendCodePoint(isPrintable(codePoint) ? codePoint : REPLACEMENT));
    return plain.toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> !reorders(codePoint);
      default -> !isNoncharacter(codePoint);
    };
  }

  /// Tells whether a code point reorders all that follows it (Unicode Standard Annex 9, sections
  /// 2.1 to 2.5). The marks of a direction, which stand for one invisible letter, do not.
  private static boolean reorders(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  /// Tells whether a code point could move a cursor, break a line, reorder what is read or hide in
  /// it: a control or format character, a line or paragraph separator, or a lone surrogate.
  static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
