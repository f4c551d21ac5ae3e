package dev.riexpiry.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.riexpiry.CheckFixture;
import dev.riexpiry.aws.AwsAdapters;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.ledger.RecordKeeping.Waiter;
import dev.riexpiry.sweep.Stop;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/// Measures how long a check takes to announce what is due once: to read the ledger, claim, send
/// and record, where every call to DynamoDB and SNS takes 20 milliseconds. Each run is the first of
/// a process of its own, with the heap and the compiler of a function of 512 MB; the stand-in is in
/// this one.
///
/// It ends at once if an announcement is claimed twice, or not recorded, and with status 1 if a
/// size takes longer than it may.
final class LedgerBenchmark {
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final double NANOS = 1e9;

  /// What is due, how many calls a second the table takes, and how long all may take at most.
  private static final List<Size> SIZES =
      List.of(
          new Size(2_000, 0, Duration.ofSeconds(8)),
          new Size(20_000, 0, Duration.ofSeconds(60)),
          new Size(2_000, 500, Duration.ofSeconds(30)));

  private LedgerBenchmark() {}

  /// Runs the benchmark; with a size and an address, one check there.
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      System.out.println(check(Integer.parseInt(args[0]), URI.create(args[1])).line());
      return;
    }
    int runs = Integer.getInteger("bench.runs", 3);
    System.out.printf(
        Locale.ROOT,
        "%8s %12s %8s %10s %9s %8s %8s%n",
        "due",
        "calls a s",
        "calls",
        "throttled",
        "messages",
        "wall s",
        "CPU s");
    boolean inTime = true;
    for (Size size : SIZES) {
      inTime &= isInTime(size, runs);
    }
    System.exit(inTime ? 0 : 1);
  }

  private static boolean isInTime(Size size, int runs) throws IOException, InterruptedException {
    List<Measured> measured = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      measured.add(inProcess(size));
    }
    Measured median =
        measured.stream()
            .sorted(Comparator.comparingDouble(Measured::wall))
            .skip(runs / 2)
            .findFirst()
            .orElseThrow();
    boolean inTime = median.wall * NANOS <= size.most.toNanos();
    System.out.printf(
        Locale.ROOT,
        "%8d %12s %8d %10d %9d %8.2f %8.2f%s%n",
        size.due,
        size.capacity == 0 ? "any" : size.capacity,
        median.calls,
        median.throttled,
        median.messages,
        median.wall,
        median.cpu,
        inTime ? "" : "  more than " + size.most.toSeconds());
    return inTime;
  }

  private static Measured inProcess(Size size) throws IOException, InterruptedException {
    try (LedgerAws aws = LedgerAws.start(LATENCY, size.capacity)) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx410m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  LedgerBenchmark.class.getName(),
                  String.valueOf(size.due),
                  aws.address().toString())
              .redirectError(Redirect.INHERIT)
              .start();
      List<String> lines;
      try (BufferedReader output = process.inputReader()) {
        lines = output.lines().toList();
      }
      if (process.waitFor() != 0 || lines.isEmpty()) {
        throw new IllegalStateException(size + " did not end well: " + lines);
      }
      prove(size, aws);
      double[] seconds =
          IntStream.range(0, 2)
              .mapToDouble(i -> Double.parseDouble(lines.getLast().split(" ", -1)[i]))
              .toArray();
      return new Measured(seconds[0], seconds[1], aws.calls(), aws.throttled(), aws.messages());
    }
  }

  private static void prove(Size size, LedgerAws aws) {
    if (aws.table().claimed() != size.due
        || aws.table().claimedAgain() != 0
        || aws.table().confirmed() != size.due) {
      throw new IllegalStateException(
          "of %d due %d were claimed, %d of them again, and %d recorded"
              .formatted(
                  size.due,
                  aws.table().claimed(),
                  aws.table().claimedAgain(),
                  aws.table().confirmed()));
    }
  }

  private static Run check(int due, URI address) {
    GrowthRow.Case given = GrowthRow.RECORDED.of(due);
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = process.getProcessCpuTime();
    long began = System.nanoTime();
    try (AwsClients clients = AwsClients.rehearsing(address)) {
      AwsAdapters aws = new AwsAdapters(clients);
      CheckReport report =
          CheckFixture.check(
                  given.aws(),
                  aws.publishers(),
                  new RecordKeeping(
                      aws.ledger("ledger", InstantSource.system()),
                      UUID.randomUUID().toString(),
                      InstantSource.system(),
                      Waiter::sleep,
                      RecordKeeping.USUAL_CALLS_AT_ONCE))
              .run(given.request(), Stop.onRequest());
      if (report.ledger().state() != LedgerStatus.State.WRITTEN || !report.unsent().isEmpty()) {
        throw new IllegalStateException("not all was told and recorded: " + report.warnings());
      }
    }
    return new Run(
        (System.nanoTime() - began) / NANOS, (process.getProcessCpuTime() - cpu) / NANOS);
  }

  private record Size(int due, int capacity, Duration most) {}

  private record Measured(double wall, double cpu, int calls, int throttled, int messages) {}

  private record Run(double wall, double cpu) {
    String line() {
      return wall + " " + cpu;
    }
  }
}
