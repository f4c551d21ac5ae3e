package dev.riexpiry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Checks accounts over TLS, cold, with hardly any processor, against a stand-in that always
/// answers in the same short time. A run that calls anything unreadable ends the benchmark: it was
/// this machine that was silent.
final class StarvedBenchmark {
  /// The share of one processor that a function of 512 MB has.
  private static final double SHARE = 512 / 1769.0;

  private final BenchOptions options;
  private final Path directory;
  private final Measurement measurement;

  private StarvedBenchmark(
      BenchOptions options, CannedAwsProcess aws, TlsKeys keys, Path directory) {
    this.options = options;
    this.directory = directory;
    this.measurement =
        new Measurement(
            aws,
            directory,
            Map.of(
                "AWS_ENDPOINT_URL",
                "https://127.0.0.1:" + aws.port(),
                "JDK_JAVA_OPTIONS",
                keys.javaOptions()));
  }

  /// Runs the benchmark as system properties say.
  public static void main(String[] args) throws IOException, InterruptedException {
    BenchOptions options = BenchOptions.ofSystemProperties();
    Path directory = Files.createDirectories(Path.of("target", "bench"));
    TlsKeys keys = TlsKeys.make(directory);
    try (CannedAwsProcess aws = CannedAwsProcess.tls(keys)) {
      aws.order("latency", options.latency());
      StarvedBenchmark benchmark = new StarvedBenchmark(options, aws, keys, directory);
      try (Load load = Load.leaving(SHARE)) {
        benchmark.run(load);
      }
      try (Load load = Load.everyProcessor()) {
        benchmark.run(load);
      }
    }
  }

  private void run(Load load) throws IOException, InterruptedException {
    Contender contender =
        Contender.jar(
            options.jar().isEmpty()
                ? Path.of("target", "ri-expiry-notifier.jar").toString()
                : options.jar());
    for (int size : options.accounts()) {
      Workload workload = new Workload(size, options.regionNames(), options.everything(), false);
      for (int concurrency : options.concurrency()) {
        String name = "%s, %d at once, %s".formatted(workload, concurrency, load.name());
        List<Run> runs = new ArrayList<>();
        for (int round = 1; round <= options.runs(); round++) {
          Run run =
              measurement.of(
                  name,
                  load.command(contender.command(workload.accountsFile(directory), concurrency)),
                  workload.status(),
                  List.of("\"complete\":true", workload.counts()));
          runs.add(run);
          System.out.printf("round %d  %-70s %6.2f s%n", round, name, run.wallSeconds());
        }
        System.out.printf(
            "%-70s %d of %d complete, medians: wall %.2f s, CPU %.2f s, %.0f calls for %d%n",
            name,
            runs.size(),
            options.runs(),
            Run.median(runs, Run::wallSeconds),
            Run.median(runs, Run::cpuSeconds),
            Run.median(runs, run -> run.counts().calls()),
            workload.calls());
      }
    }
  }
}
