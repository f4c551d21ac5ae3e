package dev.riexpiry.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sweeps a simulated organisation with the real command line in a process of its own, beside the
/// same sweep in Python, one after the other in every round, and prints medians.
///
/// A run that misses a reservation ends the benchmark: speed without the right result is nothing.
final class SweepBenchmark {
  private static final int POLL_MILLIS = 10;

  private final BenchOptions options;
  private final StandInProcess standIn;
  private final Path directory;
  private final Path accounts;
  private final Map<Key, List<Run>> runs = new LinkedHashMap<>();

  private SweepBenchmark(BenchOptions options, StandInProcess standIn, Path directory)
      throws IOException {
    this.options = options;
    this.standIn = standIn;
    this.directory = directory;
    this.accounts = directory.resolve("accounts.json");
    Files.writeString(accounts, accountsFile());
  }

  /// Runs the benchmark as system properties say.
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    BenchOptions options = BenchOptions.ofSystemProperties();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String testClasses =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(element -> element.endsWith("test-classes"))
            .findFirst()
            .orElseThrow();
    try (StandInProcess standIn = new StandInProcess(java, testClasses)) {
      System.out.println(Ceiling.measure(standIn));
      new SweepBenchmark(options, standIn, Files.createDirectories(Path.of("target", "bench")))
          .run(java);
    }
  }

  private void run(Path java) throws IOException, InterruptedException {
    standIn.order("latency", options.latency());
    standIn.order("faults", options.faults());
    List<Contender> contenders = contenders(java);
    for (int round = 1; round <= options.runs(); round++) {
      for (Contender contender : contenders) {
        for (int concurrency :
            contender.threads() > 0 ? List.of(contender.threads()) : options.concurrency()) {
          Run run = measure(contender, concurrency);
          runs.computeIfAbsent(new Key(contender, concurrency), key -> new ArrayList<>()).add(run);
          System.out.printf(
              "round %d  %-50s %4d  %6.2f s%n",
              round, contender.name(), concurrency, run.wallSeconds());
        }
      }
    }
    print();
  }

  private List<Contender> contenders(Path java) throws IOException, InterruptedException {
    List<Contender> all = Contender.all(options, java);
    if (options.threads() == 0 || hasBoto3()) {
      return all;
    }
    System.out.println("Skipped: the Python sweep, because python3 here has no boto3.");
    return all.stream().filter(contender -> contender.threads() == 0).toList();
  }

  private static boolean hasBoto3() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import boto3")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Run measure(Contender contender, int concurrency)
      throws IOException, InterruptedException {
    Path out = directory.resolve("out.json");
    Path err = directory.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(contender.command(accounts, concurrency))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    surround(builder.environment());
    standIn.counts();
    double standInCpu = standIn.cpuSeconds();
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
    double standInUsed = standIn.cpuSeconds() - standInCpu;
    double others = ProcessFiles.cpuSecondsOfTheMachine() - machineCpu - cpu - standInUsed;
    verify(contender, process.exitValue(), Files.readString(out), err);
    return new Run(wall, cpu, peak, standInUsed, Math.max(0, others), standIn.counts());
  }

  private void surround(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.endsWith("JAVA_OPTIONS"));
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + standIn.port());
    environment.put("AWS_ACCESS_KEY_ID", "BENCHCALLER");
    environment.put("AWS_SECRET_ACCESS_KEY", "not-a-secret");
    environment.put("AWS_REGION", CannedAnswers.FIRST_REGION);
    environment.put("AWS_DEFAULT_REGION", CannedAnswers.FIRST_REGION);
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
  }

  private void verify(Contender contender, int status, String report, Path err) throws IOException {
    String compact = report.replaceAll("\\s", "");
    if (status != 0
        || !compact.contains("\"complete\":true")
        || !compact.contains(
            "\"active\":%d,\"expiring\":%d}".formatted(options.active(), options.expiring()))) {
      throw new IllegalStateException(
          "%s ended with status %d and did not find what there is:%n%s%n%s"
              .formatted(
                  contender.name(),
                  status,
                  report.substring(0, Math.min(report.length(), 500)),
                  Files.readString(err)));
    }
  }

  private void print() {
    System.out.printf(
        "%n%d accounts x %d regions x 2 services, %d ms a call, %d throttled in 1000, medians of %d%n",
        options.accounts(), options.regions(), options.latency(), options.faults(), options.runs());
    System.out.printf(
        "%-50s %7s %6s %7s %7s %7s %7s %6s %7s %9s %8s%n",
        "",
        "at once",
        "calls",
        "wall s",
        "÷ ideal",
        "CPU s",
        "peak MB",
        "conn.",
        "late ms",
        "other CPU",
        "stand-in");
    runs.forEach((key, list) -> printRow(key, list));
    runs.entrySet().stream()
        .filter(entry -> entry.getKey().contender().threads() > 0)
        .forEach(entry -> printRatios(entry.getKey(), entry.getValue()));
  }

  private void printRow(Key key, List<Run> list) {
    double wall = Run.median(list, Run::wallSeconds);
    double calls = Run.median(list, run -> run.counts().calls());
    System.out.printf(
        "%-50s %7d %6.0f %7.2f %7.2f %7.2f %7.0f %6.0f %7.1f %9.2f %8.2f%n",
        key.contender().name(),
        key.concurrency(),
        calls,
        wall,
        wall / (calls * options.latency() / 1000.0 / key.concurrency()),
        Run.median(list, Run::cpuSeconds),
        Run.median(list, Run::peakMegabytes),
        Run.median(list, run -> run.counts().connections()),
        Run.median(list, run -> run.counts().lateMicros()) / 1000,
        Run.median(list, Run::otherCpuSeconds),
        Run.median(list, Run::standInCpuSeconds));
  }

  private void printRatios(Key python, List<Run> slow) {
    System.out.printf("%n%s took, for each second of%n", python.contender().name());
    runs.forEach((key, list) -> {
      if (key.contender().threads() == 0) {
        System.out.printf(
            "%-50s %7d  %.2f s of wall, %.2f s of CPU%n",
            key.contender().name(),
            key.concurrency(),
            Run.median(slow, Run::wallSeconds) / Run.median(list, Run::wallSeconds),
            Run.median(slow, Run::cpuSeconds) / Run.median(list, Run::cpuSeconds));
      }
    });
  }

  private String accountsFile() {
    return IntStream.rangeClosed(1, options.accounts())
        .mapToObj(number ->
            "{\"accountName\": \"account-%1$06d\", \"accountId\": \"100000%1$06d\", \"remoteRole\": \"ri-expiry-reader\"}"
                .formatted(number))
        .collect(
            Collectors.joining(
                ",\n",
                "{\"regions\": [\"%s\"], \"accounts\": [\n"
                    .formatted(String.join("\", \"", options.regionNames())),
                "\n]}\n"));
  }

  private record Key(Contender contender, int concurrency) {}
}
