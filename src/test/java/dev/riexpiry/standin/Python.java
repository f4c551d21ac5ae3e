package dev.riexpiry.standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Runs Python programs, for what only Python has. Tests that need it are skipped where it is not.
public final class Python {
  private static final long LONGEST_MINUTES = 5;

  private Python() {}

  /// Skips a test, and says why, where Python cannot import a module.
  public static void assumeItHas(String module) throws IOException, InterruptedException {
    int status;
    try {
      status = start(List.of("-c", "import " + module), Map.of(), Path.of("").toAbsolutePath());
    } catch (IOException _) {
      status = -1;
    }
    Assumptions.assumeTrue(
        status == 0, "SKIPPED: there is no python3 here that can import " + module);
  }

  /// Runs a program.
  ///
  /// @param arguments the program and its arguments
  /// @param environment takes the place of all variables of AWS, and of these
  /// @param folder where it leaves what it prints
  /// @return what it printed to standard output
  /// @throws AssertionError if it fails
  public static String run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    int status =
        start(Stream.concat(Stream.of("-c"), Stream.of(arguments)).toList(), environment, folder);
    if (status != 0) {
      throw new AssertionError(
          "python3 ended with " + status + ": " + Files.readString(folder.resolve("stderr")));
    }
    return Files.readString(folder.resolve("stdout"), StandardCharsets.UTF_8).strip();
  }

  private static int start(List<String> arguments, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of("python3"), arguments.stream()).toList());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    if (environment.isEmpty()) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    } else {
      builder.redirectOutput(folder.resolve("stdout").toFile());
      builder.redirectError(folder.resolve("stderr").toFile());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("python3 did not end");
    }
    return process.exitValue();
  }
}
