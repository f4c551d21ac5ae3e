package dev.riexpiry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a command as a process of its own and tells what it took.
///
/// @param aws in AWS's place
/// @param directory for what the command prints
/// @param surroundings variables of the command besides those that every contender finds
record Measurement(CannedAwsProcess aws, Path directory, Map<String, String> surroundings) {
  private static final int POLL_MILLIS = 10;

  /// @param name of the command, for the message of a run that fails
  /// @param status the exit status it has to end with
  /// @param says what its standard output has to hold, both without white space
  /// @throws IllegalStateException if it does not do as it has to: speed without the right result
  ///   is nothing
  Run of(String name, List<String> command, int status, List<String> says)
      throws IOException, InterruptedException {
    Path out = directory.resolve("out.json");
    Path err = directory.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    Contender.surround(builder.environment());
    builder.environment().putAll(surroundings);
    aws.counts();
    double standInCpu = aws.cpuSeconds();
    double machineCpu = ProcessFiles.cpuSecondsOfTheMachine();
    double childCpu = ProcessFiles.cpuSecondsOfEndedChildren();
    long start = System.nanoTime();
    Process process = builder.start();
    double peak = 0;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, ProcessFiles.peakMegabytes(process.pid()));
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double cpu = ProcessFiles.cpuSecondsOfEndedChildren() - childCpu;
    double standInUsed = aws.cpuSeconds() - standInCpu;
    double others = ProcessFiles.cpuSecondsOfTheMachine() - machineCpu - cpu - standInUsed;
    String report = Files.readString(out).replaceAll("\\s", "");
    if (process.exitValue() != status || !says.stream().allMatch(report::contains)) {
      throw new IllegalStateException(
          "%s ended with status %d, and did not say %s:%n%s%n%s"
              .formatted(
                  name,
                  process.exitValue(),
                  says,
                  report.substring(0, Math.min(report.length(), 1000)),
                  Files.readString(err)));
    }
    return new Run(wall, cpu, peak, standInUsed, Math.max(0, others), aws.counts());
  }
}
