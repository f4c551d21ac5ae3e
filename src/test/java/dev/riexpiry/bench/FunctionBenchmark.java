package dev.riexpiry.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riexpiry.lambda.ExpiryCheckHandler;
import dev.riexpiry.lambda.FunctionFromSnapshot;
import dev.riexpiry.lambda.FunctionProcess;
import dev.riexpiry.lambda.RuntimeApi.InvocationResult;
import dev.riexpiry.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Sends two events to the real handler behind Lambda's runtime interface client, with the share of
/// a processor that a function has, and prints medians. The stand-in of AWS has a process and the
/// rest of the machine for itself. A run that misses a reservation ends the benchmark.
final class FunctionBenchmark {
  private static final int LATENCY_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final List<String> REGIONS =
      List.of(CannedAnswers.FIRST_REGION, "us-east-2", "us-west-1", "us-west-2");

  /// A function sees two processors, however small its share of them is.
  private static final List<String> LIKE_LAMBDA = List.of("-XX:ActiveProcessorCount=2");

  private final FunctionOptions options;
  private final Path directory;
  private final TlsKeys keys;
  private final CannedAwsProcess plain;
  private final CannedAwsProcess tls;
  private final Map<FunctionRow, List<FunctionRun>> runs = new LinkedHashMap<>();

  private FunctionBenchmark(
      FunctionOptions options,
      Path directory,
      TlsKeys keys,
      CannedAwsProcess plain,
      CannedAwsProcess tls) {
    this.options = options;
    this.directory = directory;
    this.keys = keys;
    this.plain = plain;
    this.tls = tls;
  }

  /// Runs the benchmark as system properties say.
  public static void main(String[] args) throws IOException, InterruptedException {
    FunctionOptions options = FunctionOptions.ofSystemProperties();
    Path directory = Files.createDirectories(Path.of("target", "bench"));
    TlsKeys keys = TlsKeys.make(directory);
    try (CannedAwsProcess plain = CannedAwsProcess.plain();
        CannedAwsProcess tls = CannedAwsProcess.tls(keys)) {
      plain.order("latency", LATENCY_MILLIS);
      tls.order("latency", LATENCY_MILLIS);
      new FunctionBenchmark(options, directory, keys, plain, tls).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    for (int round = 1; round <= options.rounds(); round++) {
      for (FunctionRow row : options.rows()) {
        try (Load load = Load.leaving(row.share())) {
          if (load.group().isEmpty()) {
            System.out.println(
                "NOT LIMITED: no control group can be made here, so the share is only about what"
                    + " busy processes leave: "
                    + load.name());
          }
          FunctionRun run = measure(row, load);
          runs.computeIfAbsent(row, _ -> new ArrayList<>()).add(run);
          System.out.printf(
              "round %d  %s  init %6.0f  cold %7.0f  warm %7.0f ms  %s%n",
              round, row, run.initMillis(), run.coldMillis(), run.warmMillis(), load.name());
        }
      }
    }
    print();
  }

  private FunctionRun measure(FunctionRow row, Load load) throws IOException, InterruptedException {
    Workload workload = workload(row);
    List<String> java = new ArrayList<>(LIKE_LAMBDA);
    java.add("-Xmx" + row.heapMegabytes() + "m");
    java.addAll(List.of(keys.javaOptions().split(" ", -1)));
    byte[] event =
        "{\"checkDate\": \"%s\", \"dryRun\": true}"
            .formatted(CannedAnswers.CHECK_DATE)
            .getBytes(UTF_8);
    long start = System.nanoTime();
    try (FunctionProcess function =
        new FunctionProcess(
            row.jar(),
            handler(row.start()),
            environment(row, workload.accountsFile(directory)),
            new FunctionProcess.Launch(load.command(List.of()), java, PATIENCE))) {
      function.awaitInit();
      double init = millisSince(start);
      double initCpu = ProcessFiles.cpuSeconds(function.pid());
      double cold = invoke(function, event, workload);
      double coldCpu = ProcessFiles.cpuSeconds(function.pid());
      double warm = invoke(function, event, workload);
      double warmCpu = ProcessFiles.cpuSeconds(function.pid());
      return new FunctionRun(
          init,
          cold,
          warm,
          initCpu,
          coldCpu - initCpu,
          warmCpu - coldCpu,
          ProcessFiles.peakMegabytes(function.pid()));
    }
  }

  private static double invoke(FunctionProcess function, byte[] event, Workload workload)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    InvocationResult answer = function.invoke(event);
    double millis = millisSince(start);
    String report = answer.body().replaceAll("\\s", "");
    if (!answer.ok()
        || !report.contains("\"complete\":true")
        || !report.contains(workload.counts())) {
      throw new IllegalStateException(
          "the function did not say %s:%n%.2000s%n%s"
              .formatted(workload.counts(), report, function.log()));
    }
    return millis;
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static String handler(FunctionRow.Start start) {
    return switch (start) {
          case COLD -> ExpiryCheckHandler.class.getName();
          case SNAPSHOT -> FunctionFromSnapshot.class.getName();
        }
        + "::handleRequest";
  }

  private Map<String, String> environment(FunctionRow row, Path accounts) {
    Map<String, String> environment = new HashMap<>();
    Contender.surround(environment);
    environment.put(
        "AWS_ENDPOINT_URL",
        "%s://127.0.0.1:%d".formatted(row.transport().scheme(), aws(row.transport()).port()));
    environment.put("ACCOUNTS_FILE", accounts.toAbsolutePath().toString());
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(row.megabytes()));
    return environment;
  }

  private CannedAwsProcess aws(FunctionRow.Transport transport) {
    return switch (transport) {
      case HTTP -> plain;
      case HTTPS -> tls;
    };
  }

  private static Workload workload(FunctionRow row) {
    return new Workload(row.accounts(), REGIONS, false, false);
  }

  /// Calls take turns, but one account's role and its reservations wait for one another.
  private static double idealMillis(FunctionRow row) {
    return Math.max(
        2.0 * LATENCY_MILLIS,
        (double) workload(row).calls() * LATENCY_MILLIS / Sweep.DEFAULT_CONCURRENCY);
  }

  private void print() {
    System.out.printf(
        "%n%d regions x 2 services, %d ms a call, %d at once, medians of %d; CPU and heap of a function with this share%n",
        REGIONS.size(), LATENCY_MILLIS, Sweep.DEFAULT_CONCURRENCY, options.rounds());
    System.out.printf(
        "%-41s %7s %8s %8s %7s %7s %7s %7s %8s %7s %7s%n",
        "share transport accounts start jar",
        "init ms",
        "cold ms",
        "warm ms",
        "init s",
        "cold s",
        "warm s",
        "peak MB",
        "ideal ms",
        "cold ÷",
        "warm ÷");
    runs.forEach((row, list) -> {
      double ideal = idealMillis(row);
      System.out.printf(
          "%s %7.0f %8.0f %8.0f %7.2f %7.2f %7.2f %7.0f %8.0f %7.2f %7.2f%n",
          row,
          median(list, FunctionRun::initMillis),
          median(list, FunctionRun::coldMillis),
          median(list, FunctionRun::warmMillis),
          median(list, FunctionRun::initCpuSeconds),
          median(list, FunctionRun::coldCpuSeconds),
          median(list, FunctionRun::warmCpuSeconds),
          median(list, FunctionRun::peakMegabytes),
          ideal,
          median(list, FunctionRun::coldMillis) / ideal,
          median(list, FunctionRun::warmMillis) / ideal);
    });
    runs.keySet().forEach(this::printPairs);
  }

  /// From the start of the process to the first answer, each run divided by that of the same round
  /// with the first jar.
  private void printPairs(FunctionRow row) {
    runs.keySet().stream()
        .filter(row::isBeside)
        .findFirst()
        .filter(first -> !first.equals(row))
        .ifPresent(first -> {
          List<FunctionRun> ours = runs.getOrDefault(row, List.of());
          List<FunctionRun> others = runs.getOrDefault(first, List.of());
          System.out.printf(
              "%s ÷ %s in pairs: first answer %.2f, CPU until then %.2f%n",
              row,
              first.jar().getFileName(),
              ratio(ours, others, FunctionRun::firstAnswerMillis),
              ratio(ours, others, run -> run.initCpuSeconds() + run.coldCpuSeconds()));
        });
  }

  private static double ratio(
      List<FunctionRun> ours, List<FunctionRun> others, ToDoubleFunction<FunctionRun> number) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(number.applyAsDouble(ours.get(round)) / number.applyAsDouble(others.get(round)));
    }
    return Run.middle(ratios.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(List<FunctionRun> list, ToDoubleFunction<FunctionRun> number) {
    return Run.middle(list.stream().mapToDouble(number).toArray());
  }
}
