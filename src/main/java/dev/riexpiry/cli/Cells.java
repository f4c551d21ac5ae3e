package dev.riexpiry.cli;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The cells of a terminal that a text takes. What counts is what a reader sees as one sign
/// (Unicode's extended grapheme cluster): an emoji joined of several takes as many cells as one,
/// and a Chinese, Japanese or Korean sign takes two.
final class Cells {
  private static final String ELLIPSIS = "…";
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  /// Asks for the picture of a sign that is also a letter.
  private static final int EMOJI_STYLE = 0xFE0F;

  private static final int JOINER = 0x200D;

  /// The characters that Unicode calls East Asian wide or full-width. A script alone does not
  /// decide: half-width katakana take one cell, and the long-vowel sign belongs to no script.
  private static final List<Range> WIDE =
      List.of(
          new Range(0x1100, 0x115F),
          new Range(0x2E80, 0x303E),
          new Range(0x3041, 0x4DBF),
          new Range(0x4E00, 0xA4CF),
          new Range(0xA960, 0xA97C),
          new Range(0xAC00, 0xD7A3),
          new Range(0xF900, 0xFAFF),
          new Range(0xFE30, 0xFE6F),
          new Range(0xFF01, 0xFF60),
          new Range(0xFFE0, 0xFFE6),
          new Range(0x1F300, 0x1F64F),
          new Range(0x1F680, 0x1F6FF),
          new Range(0x1F900, 0x1FAFF),
          new Range(0x20000, 0x3FFFD));

  /// The Korean vowels and finals that stand within the cells of the consonant before them.
  private static final Range INNER_JAMO = new Range(0x1160, 0x11FF);

  private static final Range FLAG_LETTERS = new Range(0x1F1E6, 0x1F1FF);

  private Cells() {}

  /// Counts the cells of a text.
  static int width(String text) {
    return GRAPHEME.matcher(text).results().map(MatchResult::group).mapToInt(Cells::sign).sum();
  }

  /// Fills a text up with blanks, or cuts it between two signs, so that it takes so many cells. A
  /// text that was cut ends with an ellipsis.
  static String fit(String text, int cells) {
    int width = width(text);
    if (width <= cells) {
      return text + " ".repeat(cells - width);
    }
    StringBuilder cut = new StringBuilder();
    int used = 0;
    for (String sign : GRAPHEME.matcher(text).results().map(MatchResult::group).toList()) {
      if (used + sign(sign) >= cells) {
        break;
      }
      cut.append(sign);
      used += sign(sign);
    }
    return cells == 0 ? "" : cut + ELLIPSIS + " ".repeat(cells - used - 1);
  }

  private static int sign(String grapheme) {
    boolean picture =
        grapheme.codePoints().anyMatch(point -> point == EMOJI_STYLE || point == JOINER)
            && grapheme.codePoints().anyMatch(Character::isEmoji);
    boolean flag = grapheme.codePoints().filter(FLAG_LETTERS::holds).count() > 1;
    return picture || flag ? 2 : grapheme.codePoints().map(Cells::alone).sum();
  }

  private static int alone(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || INNER_JAMO.holds(codePoint)) {
      return 0;
    }
    return WIDE.stream().anyMatch(range -> range.holds(codePoint)) ? 2 : 1;
  }

  private record Range(int first, int last) {
    boolean holds(int codePoint) {
      return first <= codePoint && codePoint <= last;
    }
  }
}
