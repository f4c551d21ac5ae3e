package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The streams that a command writes to, and what they can show.
///
/// @param in is read where a command is told to
/// @param out takes results
/// @param err takes progress, warnings and errors
/// @param color whether results may be coloured: on a terminal, unless `NO_COLOR` is set
/// @param rewriting whether a progress line on `err` can be written over
/// @param keyboard takes what a person types
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean color,
    boolean rewriting,
    Keyboard keyboard) {
  Terminal {
    requireNonNull(in, "in is null");
    requireNonNull(out, "out is null");
    requireNonNull(err, "err is null");
    requireNonNull(keyboard, "keyboard is null");
  }

  /// Streams without anybody who could type.
  Terminal(InputStream in, PrintStream out, PrintStream err, boolean color, boolean rewriting) {
    this(in, out, err, color, rewriting, _ -> Optional.empty());
  }

  /// Streams of which the input is at its end.
  Terminal(PrintStream out, PrintStream err, boolean color, boolean rewriting) {
    this(InputStream.nullInputStream(), out, err, color, rewriting);
  }

  /// The process's own streams, in UTF-8 whatever the locale.
  static Terminal ofProcess() {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return new Terminal(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        err,
        isTerminal(1) && allowsColor(System.getenv()),
        isTerminal(2),
        new ProcessKeyboard(err, isTerminal(2)));
  }

  /// Tells whether a reader of the results can see a text. A terminal may be of another charset
  /// than what is written; into a pipe everything goes as it is.
  boolean shows(String text) {
    return out.charset().newEncoder().canEncode(text)
        && (!isTerminal(1) || consoleCharset().newEncoder().canEncode(text));
  }

  private static Charset consoleCharset() {
    return Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8);
  }

  /// Tells whether colour is allowed: unless `NO_COLOR` holds something, whatever it is.
  static boolean allowsColor(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /// Tells whether a stream is a terminal. Java knows this only of input and output together; Linux
  /// knows it of each stream.
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (!Files.isSymbolicLink(link)) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
