package dev.riexpiry.text;

/// Makes text from names, tags and AWS messages safe to print.
public final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /// Replaces, one for one, what could move a cursor, break a line, reorder what is read or hide in
  /// it: control and format characters, line and paragraph separators, lone surrogates and private
  /// use. Everything else stays.
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> plain.appendCodePoint(isPrintable(codePoint) ? codePoint : REPLACEMENT));
    return plain.toString();
  }

  private static boolean isPrintable(int codePoint) {
    int type = Character.getType(codePoint);
    return !isHidden(codePoint) && type != Character.PRIVATE_USE && type != Character.UNASSIGNED;
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
