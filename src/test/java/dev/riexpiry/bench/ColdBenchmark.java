package dev.riexpiry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Checks one account in some regions over TLS, from the start of the process to its end: the
/// launcher with its start-up cache, the jar without it, and boto3 one call after the other and
/// with threads. One after the other in every round; medians are printed.
final class ColdBenchmark {
  private ColdBenchmark() {}

  /// Runs the benchmark as system properties say.
  public static void main(String[] args) throws IOException, InterruptedException {
    BenchOptions options = BenchOptions.ofSystemProperties();
    Path directory = Files.createDirectories(Path.of("target", "bench"));
    TlsKeys keys = TlsKeys.make(directory);
    Workload workload = new Workload(1, options.regionNames(), false, false);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(Contender.launcher());
    contenders.add(Contender.jar(Path.of("target", "ri-expiry-notifier.jar").toString()));
    if (Contender.hasBoto3()) {
      contenders.add(Contender.python(1));
      contenders.add(Contender.python(workload.calls()));
    } else {
      System.out.println("Skipped: the Python scripts, because python3 here has no boto3.");
    }
    Map<Contender, List<Run>> runs = new LinkedHashMap<>();
    try (CannedAwsProcess aws = CannedAwsProcess.tls(keys)) {
      aws.order("latency", options.latency());
      Measurement measurement =
          new Measurement(
              aws,
              directory,
              Map.of(
                  "AWS_ENDPOINT_URL", "https://127.0.0.1:" + aws.port(),
                  "AWS_CA_BUNDLE", keys.certificate().toAbsolutePath().toString(),
                  "JDK_JAVA_OPTIONS", keys.javaOptions()));
      for (int round = 0; round <= options.runs(); round++) {
        for (Contender contender : contenders) {
          Run run =
              measurement.of(
                  contender.name(),
                  contender.command(workload.accountsFile(directory), workload.calls()),
                  workload.status(),
                  List.of("\"complete\":true", workload.commitments()));
          // The first round warms the stand-in, and the files of all contenders.
          if (round > 0) {
            runs.computeIfAbsent(contender, _ -> new ArrayList<>()).add(run);
          }
        }
      }
    }
    print(options, runs);
  }

  private static void print(BenchOptions options, Map<Contender, List<Run>> runs) {
    System.out.printf(
        "%n1 account x %d regions x 2 services over TLS, %d ms a call, medians of %d%n",
        options.regions(), options.latency(), options.runs());
    System.out.printf(
        "%-30s %8s %8s %8s %8s %12s%n", "", "wall s", "CPU s", "peak MB", "conn.", "launcher ÷");
    double first = Run.median(runs.values().iterator().next(), Run::wallSeconds);
    runs.forEach((contender, list) ->
        System.out.printf(
            "%-30s %8.2f %8.2f %8.0f %8.0f %12.2f%n",
            contender.name(),
            Run.median(list, Run::wallSeconds),
            Run.median(list, Run::cpuSeconds),
            Run.median(list, Run::peakMegabytes),
            Run.median(list, run -> run.counts().connections()),
            first / Run.median(list, Run::wallSeconds)));
  }
}
