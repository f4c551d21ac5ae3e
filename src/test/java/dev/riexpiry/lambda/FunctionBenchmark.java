package dev.riexpiry.lambda;

import dev.riexpiry.bench.ProcessFiles;
import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One cold invocation behind the runtime interface client, with the whole function, with the
/// shrunk one and with any other, in turn in every round: from the start of the process to the
/// answer, as Lambda without a snapshot runs it (tier 1, serial GC). Medians are printed.
final class FunctionBenchmark {
  private static final List<String> ARTIFACTS =
      List.of("target/function-whole.jar", "target/function.jar");

  private FunctionBenchmark() {}

  /// Runs the benchmark; `bench.runs` is the number of rounds, `bench.against` the function of
  /// another build, to be compared with.
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(System.getProperty("bench.runs", "5"));
    byte[] event = Files.readAllBytes(Path.of("events/dry-run.json"));
    List<Path> artifacts =
        Stream.concat(ARTIFACTS.stream(), Stream.of(System.getProperty("bench.against", "")))
            .filter(artifact -> !artifact.isEmpty())
            .map(Path::of)
            .toList();
    Map<Path, List<double[]>> runs = new LinkedHashMap<>();
    try (StandIn aws = StandIn.start(FunctionIT.organization())) {
      // The round before the first warms the stand-in up.
      for (int round = 0; round <= rounds; round++) {
        for (Path artifact : artifacts) {
          double[] run = invoke(aws, artifact, event);
          if (round > 0) {
            runs.computeIfAbsent(artifact, _ -> new ArrayList<>()).add(run);
          }
        }
      }
    }
    System.out.printf("%nOne cold invocation, medians of %d%n", rounds);
    System.out.printf("%-28s %8s %8s %8s %8s %8s%n", "", "MB", "ms", "CPU s", "peak MB", "classes");
    for (Path artifact : artifacts) {
      List<double[]> all = runs.getOrDefault(artifact, List.of());
      System.out.printf(
          "%-28s %8.1f %8.0f %8.2f %8.0f %8.0f%n",
          artifact,
          Files.size(artifact) / 1e6,
          median(all, 0),
          median(all, 1),
          median(all, 2),
          median(all, 3));
    }
  }

  private static double[] invoke(StandIn aws, Path artifact, byte[] event)
      throws IOException, InterruptedException {
    Path classes = Files.createTempFile("classes", ".txt");
    Map<String, String> environment = aws.environment();
    long start = System.nanoTime();
    try (FunctionProcess function =
        new FunctionProcess(
            artifact,
            FunctionIT.HANDLER,
            environment,
            List.of("-Xlog:class+load=info:file=" + classes + ":none"))) {
      RuntimeApi.InvocationResult answer = function.invoke(event);
      double millis = (System.nanoTime() - start) / 1e6;
      if (!answer.ok() || !answer.body().contains("\"complete\":true")) {
        throw new IllegalStateException("the invocation failed: " + answer.body());
      }
      return new double[] {
        millis,
        ProcessFiles.cpuSeconds(function.pid()),
        ProcessFiles.peakMegabytes(function.pid()),
        Files.readAllLines(classes).size()
      };
    } finally {
      Files.delete(classes);
    }
  }

  private static double median(List<double[]> runs, int figure) {
    double[] sorted = runs.stream().mapToDouble(run -> run[figure]).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
