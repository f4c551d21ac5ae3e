package dev.riexpiry.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The width of the terminal: what `COLUMNS` says, else what the terminal itself does. Java does
/// not know it, so `stty` is asked.
final class ScreenWidth {
  private static final int USUAL = 80;
  private static final int LEAST = 20;
  private static final long LONGEST_SECONDS = 2;
  private static final Pattern SIZE = Pattern.compile("[0-9]+ (?<columns>[0-9]{1,4})");

  private ScreenWidth() {}

  /// The cells in a line; 80 where nobody knows.
  static int of(Map<String, String> environment) {
    return number(environment.getOrDefault("COLUMNS", ""))
        .or(ScreenWidth::asked)
        .map(columns -> Math.max(LEAST, columns))
        .orElse(USUAL);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Integer> asked() {
    File terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return Optional.empty();
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return Optional.empty();
      }
      return size(new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Reads what `stty size` prints. A terminal that does not know its width says 0.
  static Optional<Integer> size(String text) {
    Matcher size = SIZE.matcher(text.strip());
    return size.matches() ? number(size.group("columns")) : Optional.empty();
  }
}
