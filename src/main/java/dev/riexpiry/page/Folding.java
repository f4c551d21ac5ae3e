package dev.riexpiry.page;

/// Folds the lines of an iCalendar file: none is longer than 75 octets in UTF-8, and none ends
/// within a character (RFC 5545, section 3.1).
final class Folding {
  private static final int MOST_OCTETS = 75;
  private static final String BREAK = "\r\n";

  private Folding() {}

  /// @param text lines that end with CRLF
  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / 32);
    for (String line : text.split(BREAK, -1)) {
      if (folded.length() > 0) {
        folded.append(BREAK);
      }
      fold(line, folded);
    }
    return folded.toString();
  }

  private static void fold(String line, StringBuilder folded) {
    int octets = 0;
    for (int at = 0; at < line.length(); ) {
      int codePoint = line.codePointAt(at);
      int size = octets(codePoint);
      if (octets + size > MOST_OCTETS) {
        folded.append(BREAK).append(' ');
        octets = 1;
      }
      folded.appendCodePoint(codePoint);
      octets += size;
      at += Character.charCount(codePoint);
    }
  }

  private static int octets(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}
