package dev.riexpiry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/// Sweeps a simulated organisation with the real command line in a process of its own, beside the
/// same sweep in Python, one after the other in every round, and prints medians.
///
/// A run that misses a reservation ends the benchmark: speed without the right result is nothing.
final class SweepBenchmark {
  private final BenchOptions options;
  private final CannedAwsProcess aws;
  private final Path directory;
  private final Measurement measurement;
  private final Map<Key, List<Run>> runs = new LinkedHashMap<>();

  private SweepBenchmark(BenchOptions options, CannedAwsProcess aws, Path directory) {
    this.options = options;
    this.aws = aws;
    this.directory = directory;
    this.measurement =
        new Measurement(
            aws, directory, Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.port()));
  }

  /// Runs the benchmark as system properties say.
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    BenchOptions options = BenchOptions.ofSystemProperties();
    try (CannedAwsProcess aws = CannedAwsProcess.plain()) {
      System.out.println(Ceiling.measure(aws));
      new SweepBenchmark(options, aws, Files.createDirectories(Path.of("target", "bench"))).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    aws.order("latency", options.latency());
    List<Contender> contenders = contenders();
    for (int round = 1; round <= options.runs(); round++) {
      for (Workload workload : options.workloads()) {
        workload.prepare(aws);
        for (Contender contender : contenders) {
          for (int concurrency : concurrency(contender, workload)) {
            Key key = new Key(contender, workload, concurrency);
            Run run = measure(key);
            runs.computeIfAbsent(key, _ -> new ArrayList<>()).add(run);
            System.out.printf("round %d  %-80s %6.2f s%n", round, key, run.wallSeconds());
          }
        }
      }
    }
    print();
  }

  /// The Python sweep is there to be compared with, and does not have to cope with faults.
  private List<Integer> concurrency(Contender contender, Workload workload) {
    if (contender.threads() == 0) {
      return options.concurrency();
    }
    return workload.faulty() || workload.everything() ? List.of() : List.of(contender.threads());
  }

  private List<Contender> contenders() throws IOException, InterruptedException {
    List<Contender> all = Contender.all(options, CannedAwsProcess.java());
    if (options.threads().isEmpty() || Contender.hasBoto3()) {
      return all;
    }
    System.out.println("Skipped: the Python sweep, because python3 here has no boto3.");
    return all.stream().filter(contender -> contender.threads() == 0).toList();
  }

  private Run measure(Key key) throws IOException, InterruptedException {
    String found =
        key.contender().threads() == 0 ? key.workload().counts() : key.workload().commitments();
    return measurement.of(
        key.toString(),
        key.contender().command(key.workload().accountsFile(directory), key.concurrency()),
        key.workload().status(),
        List.of("\"complete\":" + !key.workload().faulty(), found));
  }

  private void print() {
    System.out.printf(
        "%n%d regions, EC2 and RDS unless it says otherwise, %d ms a call, medians of %d; ideal: the calls of a run without faults%n",
        options.regions(), options.latency(), options.runs());
    System.out.printf(
        "%-80s %6s %7s %7s %7s %7s %7s %6s %7s %9s %8s%n",
        "",
        "calls",
        "wall s",
        "read s",
        "÷ ideal",
        "CPU s",
        "peak MB",
        "conn.",
        "late ms",
        "other CPU",
        "stand-in");
    runs.forEach(this::printRow);
    runs.keySet().forEach(this::printRatios);
  }

  private void printRow(Key key, List<Run> list) {
    double wall = Run.median(list, Run::wallSeconds);
    System.out.printf(
        "%-80s %6.0f %7.2f %7.2f %7.2f %7.2f %7.0f %6.0f %7.1f %9.2f %8.2f%n",
        key,
        Run.median(list, run -> run.counts().calls()),
        wall,
        Run.median(list, Run::readSeconds),
        wall / (key.workload().calls() * options.latency() / 1000.0 / key.concurrency()),
        Run.median(list, Run::cpuSeconds),
        Run.median(list, Run::peakMegabytes),
        Run.median(list, run -> run.counts().connections()),
        Run.median(list, run -> run.counts().lateMicros()) / 1000,
        Run.median(list, Run::otherCpuSeconds),
        Run.median(list, Run::standInCpuSeconds));
  }

  /// The run that a row is compared with: the same without faults, the same with the first size of
  /// organisation, the Python sweep.
  private void printRatios(Key key) {
    Workload first = options.workloads().getFirst();
    List<Key> others = new ArrayList<>();
    if (key.workload().faulty()) {
      others.add(key.with(key.workload().clean()));
    } else if (key.contender().threads() == 0) {
      Optional.of(key.with(first)).filter(other -> !other.equals(key)).ifPresent(others::add);
      runs.keySet().stream()
          .filter(other -> other.contender().threads() > 0)
          .filter(other -> other.workload().equals(key.workload()))
          .forEach(others::add);
    }
    for (Key other : others) {
      System.out.printf(
          "%s ÷ %s: wall %.2f, read %.2f, CPU %.2f, peak memory %.2f%n",
          key,
          other,
          ratio(key, other, Run::wallSeconds),
          ratio(key, other, Run::readSeconds),
          ratio(key, other, Run::cpuSeconds),
          ratio(key, other, Run::peakMegabytes));
    }
  }

  private double ratio(Key key, Key other, ToDoubleFunction<Run> number) {
    return median(key, number) / median(other, number);
  }

  private double median(Key key, ToDoubleFunction<Run> number) {
    return Run.median(runs.getOrDefault(key, List.of()), number);
  }

  private record Key(Contender contender, Workload workload, int concurrency) {
    Key with(Workload other) {
      return new Key(contender, other, concurrency);
    }

    @Override
    public String toString() {
      return "%s, %s, %d at once".formatted(contender.name(), workload, concurrency);
    }
  }
}
