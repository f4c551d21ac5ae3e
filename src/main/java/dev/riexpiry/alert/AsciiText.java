package dev.riexpiry.alert;

import java.text.Normalizer;
import java.util.Map;

/// Spells text in printable ASCII for places that accept nothing else, such as an SNS subject.
final class AsciiText {
  /// Letters and signs that Unicode does not decompose into ASCII.
  private static final Map<Character, String> SPELLED =
      Map.ofEntries(
          Map.entry('\u2010', "-"),
          Map.entry('\u2011', "-"),
          Map.entry('\u2012', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('\u2044', "/"),
          Map.entry('\u2212', "-"),
          Map.entry('\u2018', "'"),
          Map.entry('\u2019', "'"),
          Map.entry('\u201C', "\""),
          Map.entry('\u201D', "\""),
          Map.entry('\u00D7', "x"),
          Map.entry('\u00DF', "ss"),
          Map.entry('\u00E6', "ae"),
          Map.entry('\u00C6', "AE"),
          Map.entry('\u0153', "oe"),
          Map.entry('\u0152', "OE"),
          Map.entry('\u00F8', "o"),
          Map.entry('\u00D8', "O"),
          Map.entry('\u0142', "l"),
          Map.entry('\u0141', "L"),
          Map.entry('\u0111', "d"),
          Map.entry('\u0110', "D"));

  private AsciiText() {}

  /// Spells `text` in printable ASCII: accents are taken off, dashes and quotes become the plain
  /// ones, white space of any kind becomes one space, and what has no spelling is dropped. The
  /// result has no space at either end and may be empty.
  public static String of(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFKD).toCharArray()) {
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        ascii.append(' ');
      } else if (c > ' ' && c < 0x7F) {
        ascii.append(c);
      } else {
        ascii.append(SPELLED.getOrDefault(c, ""));
      }
    }
    return ascii.toString().strip().replaceAll(" {2,}", " ");
  }
}
