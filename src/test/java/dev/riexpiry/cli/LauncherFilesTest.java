package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The launcher for Windows, which no other test starts, asks for what the one beside it does.
class LauncherFilesTest {
  private static String read(String name) throws IOException {
    return Files.readString(Path.of("src/main/launcher", name));
  }

  @Test
  void bothWantTheSameJavaWithTheSameOptions() throws IOException {
    String shell = read("ri-expiry-notifier");
    String windows = read("ri-expiry-notifier.cmd");
    String minimum = first(windows, "minimum=");

    assertThat(first(shell, "minimum=")).isEqualTo(minimum);
    assertThat(Files.readString(Path.of("src/main/start/dev/riexpiry/Start.java")))
        .contains("MINIMUM = " + minimum + ";");
    assertThat(first(windows, "options=").split(" "))
        .allSatisfy(option -> assertThat(shell).contains(option));
  }

  @Test
  void theOneForWindowsHasItsLineEnds() throws IOException {
    assertThat(read("ri-expiry-notifier.cmd").replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  /// The value of a variable, without quotes.
  private static String first(String script, String assignment) {
    return script
        .lines()
        .filter(line -> line.contains(assignment))
        .findFirst()
        .map(line -> line.substring(line.indexOf(assignment) + assignment.length()).strip())
        .map(value -> value.replace("\"", ""))
        .orElseThrow();
  }
}
