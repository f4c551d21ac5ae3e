package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// The streams that a command writes to, and what they can show.
///
/// @param in is read where a command is told to
/// @param out takes results
/// @param err takes progress, warnings and errors
/// @param color whether results may be coloured: on a terminal, unless `NO_COLOR` is set
/// @param rewriting whether a progress line on `err` can be written over
/// @param keyboard takes what a person types
/// @param columns the cells in a line of `out`; empty where there is no end to them, as in a pipe
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean color,
    boolean rewriting,
    Keyboard keyboard,
    Supplier<OptionalInt> columns) {
  Terminal {
    requireNonNull(in, "in is null");
    requireNonNull(out, "out is null");
    requireNonNull(err, "err is null");
    requireNonNull(keyboard, "keyboard is null");
    requireNonNull(columns, "columns is null");
  }

  /// Streams without anybody who could type, and without an end to their lines.
  Terminal(InputStream in, PrintStream out, PrintStream err, boolean color, boolean rewriting) {
    this(in, out, err, color, rewriting, _ -> Optional.empty(), OptionalInt::empty);
  }

  /// Streams of which the input is at its end.
  Terminal(PrintStream out, PrintStream err, boolean color, boolean rewriting) {
    this(InputStream.nullInputStream(), out, err, color, rewriting);
  }

  /// The process's own streams, in UTF-8 whatever the locale; on a terminal of another charset, in
  /// that.
  static Terminal ofProcess() {
    PrintStream err = new PrintStream(stream(FileDescriptor.err, 2), true, StandardCharsets.UTF_8);
    return new Terminal(
        System.in,
        new PrintStream(stream(FileDescriptor.out, 1), false, StandardCharsets.UTF_8),
        err,
        isTerminal(1) && allowsColor(System.getenv()),
        isTerminal(2),
        new ProcessKeyboard(err, isTerminal(2)),
        () ->
            isTerminal(1) ? OptionalInt.of(ScreenWidth.of(System.getenv())) : OptionalInt.empty());
  }

  private static OutputStream stream(FileDescriptor descriptor, int number) {
    OutputStream stream = new FileOutputStream(descriptor);
    Charset console = consoleCharset();
    return isTerminal(number) && !console.equals(StandardCharsets.UTF_8)
        ? new ConsoleStream(stream, console)
        : stream;
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
