package dev.riexpiry.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The keyboard of the terminal that this process belongs to, wherever its standard streams lead.
///
/// @param err takes questions
/// @param seen whether a person reads `err`; if not, questions go to the terminal itself
record ProcessKeyboard(PrintStream err, boolean seen) implements Keyboard {
  private static final Path TERMINAL = Path.of("/dev/tty");

  @Override
  public Optional<String> line(String question) {
    return Files.exists(TERMINAL) ? ofTerminal(question) : ofConsole(question);
  }

  /// A process without a terminal, as cron starts it, cannot open it.
  private Optional<String> ofTerminal(String question) {
    try (InputStream typed = new FileInputStream(TERMINAL.toFile())) {
      if (seen) {
        err.print(question);
        err.flush();
      } else {
        Files.writeString(TERMINAL, question);
      }
      return line(typed);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(InputStream typed) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = typed.read(); read != '\n'; read = typed.read()) {
      if (read < 0) {
        return Optional.empty();
      }
      line.write(read);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8).strip());
  }

  /// Where there are no devices, as on Windows.
  private Optional<String> ofConsole(String question) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .flatMap(console -> {
          err.print(question);
          err.flush();
          return Optional.ofNullable(console.readLine()).map(String::strip);
        });
  }
}
