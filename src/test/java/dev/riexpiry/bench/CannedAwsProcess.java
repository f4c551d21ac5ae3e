package dev.riexpiry.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// A [CannedAws] or [TlsCannedAws] in a process of its own.
final class CannedAwsProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;
  private final int port;

  private CannedAwsProcess(String... mainAndArguments) throws IOException {
    process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            java().toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            testClasses()),
                        Arrays.stream(mainAndArguments))
                    .toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers = process.inputReader();
    orders = process.outputWriter();
    port = Integer.parseInt(answers.readLine());
  }

  /// One that speaks HTTP.
  static CannedAwsProcess plain() throws IOException {
    return new CannedAwsProcess(CannedAws.class.getName());
  }

  /// One that speaks TLS with these keys.
  static CannedAwsProcess tls(TlsKeys keys) throws IOException {
    return new CannedAwsProcess(TlsCannedAws.class.getName(), keys.keys().toString());
  }

  /// The Java that runs this.
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static String testClasses() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(element -> element.endsWith("test-classes"))
        .findFirst()
        .orElseThrow();
  }

  int port() {
    return port;
  }

  void order(String what, int value) throws IOException {
    order(what, String.valueOf(value));
  }

  void order(String what, String value) throws IOException {
    orders.write(what + " " + value + "\n");
    orders.flush();
  }

  /// The counts since they were last asked for.
  Counts counts() throws IOException {
    orders.write("counts\n");
    orders.flush();
    String[] numbers = answers.readLine().split(" ", -1);
    return new Counts(
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]),
        Integer.parseInt(numbers[3]),
        Integer.parseInt(numbers[4]));
  }

  double cpuSeconds() {
    return ProcessFiles.cpuSeconds(process.pid());
  }

  @Override
  public void close() throws IOException {
    orders.close();
  }

  /// @param calls answered
  /// @param connections opened
  /// @param mostAtOnce calls that were under way at one moment
  /// @param lateMicros by how much an answer went out too late, on average
  /// @param quietMillis since the last answer went out
  record Counts(int calls, int connections, int mostAtOnce, int lateMicros, int quietMillis) {}
}
