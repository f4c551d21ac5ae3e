package dev.riexpiry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The jar of the command line as `mvn package` leaves it.
final class CommandLineJar {
  static final Path PATH = Path.of("target/ri-expiry-notifier.jar").toAbsolutePath();

  private CommandLineJar() {}

  /// Runs it in a process of its own, with nothing on standard input.
  ///
  /// @param environment all the AWS variables that it sees
  /// @param options of Java
  static Cli run(Map<String, String> environment, List<String> options, String... words) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-jar", PATH.toString()));
    command.addAll(Arrays.asList(words));
    try {
      Path errors = Files.createTempFile("errors", ".txt");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Cli(
            process.waitFor(),
            out,
            Files.readString(errors).replaceAll(" in [0-9]+\\.[0-9] s", ""));
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
