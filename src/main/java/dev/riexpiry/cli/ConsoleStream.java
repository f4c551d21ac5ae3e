package dev.riexpiry.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;

/// Turns UTF-8 into the charset of a console. A sign that the console does not have becomes one
/// that looks like it, or else a question mark.
final class ConsoleStream extends FilterOutputStream {
  private static final Map<Integer, String> ALIKE =
      Map.of(
          (int) '×', "x",
          (int) '—', "-",
          (int) '–', "-",
          (int) '…', "...",
          (int) '·', ".",
          (int) '’', "'",
          (int) '“', "\"",
          (int) '”', "\"",
          (int) '✔', "+",
          (int) '✘', "x");

  private final Charset console;
  private final CharsetEncoder encoder;

  /// @param console the charset of what is written to `out`
  ConsoleStream(OutputStream out, Charset console) {
    super(out);
    this.console = console;
    this.encoder = console.newEncoder();
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  /// Writes whole characters: a print stream never cuts one.
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    StringBuilder text = new StringBuilder();
    new String(bytes, offset, length, StandardCharsets.UTF_8)
        .codePoints()
        .mapToObj(this::shown)
        .forEach(text::append);
    out.write(text.toString().getBytes(console));
  }

  private synchronized String shown(int codePoint) {
    String sign = Character.toString(codePoint);
    if (encoder.canEncode(sign)) {
      return sign;
    }
    String plain = Normalizer.normalize(sign, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return ALIKE.getOrDefault(
        codePoint, !plain.isEmpty() && encoder.canEncode(plain) ? plain : "?");
  }
}
