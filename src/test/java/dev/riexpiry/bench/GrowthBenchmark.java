package dev.riexpiry.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.riexpiry.CheckFixture;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.cli.Printed;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.sweep.Stop;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Measures how the work between sweep and report grows with what there is to say: the processor
/// time of 2,000 and 20,000 findings beyond that of none, of every kind, grouping and format. Each
/// size runs in a process of its own, with the heap of a function of 512 MB, after a small run that
/// loads the classes. Of the largest and of none it measures memory too: in the same process the
/// most that Linux has counted of it, and in another one, which collects its garbage all the time,
/// the most that was kept in the heap at once.
///
/// Ten times as many findings may take twelve times as long: anything that grows faster than in
/// proportion, but for a logarithm, takes more.
final class GrowthBenchmark {
  private static final int SMALL = 2_000;
  private static final int LARGE = 20_000;
  private static final double MOST = 12;

  /// A difference in processor time that is too small to be told from chance.
  private static final long NOISE_MILLIS = 150;

  private GrowthBenchmark() {}

  /// Measures the rows that are named, or all of them; with a row and a size, that one.
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 3) {
      System.out.println(
          Measure.valueOf(args[0]).of(GrowthRow.valueOf(args[1]), Integer.parseInt(args[2])));
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %10s %10s %10s %8s %16s %16s%n",
        "row",
        "none ms",
        SMALL + " ms",
        LARGE + " ms",
        "growth",
        "process MB",
        "kept in heap MB");
    List<String> wanted =
        Arrays.stream(args).flatMap(names -> Stream.of(names.split(","))).toList();
    boolean proportional = true;
    for (GrowthRow row : GrowthRow.values()) {
      if (wanted.isEmpty() || wanted.contains(row.name())) {
        proportional &= isProportional(row);
      }
    }
    System.exit(proportional ? 0 : 1);
  }

  private static boolean isProportional(GrowthRow row) throws IOException, InterruptedException {
    List<Long> none = inProcess(Measure.TIME, row, 0);
    List<Long> small = inProcess(Measure.TIME, row, SMALL);
    List<Long> large = inProcess(Measure.TIME, row, LARGE);
    long bySmall = Math.max(1, small.getFirst() - none.getFirst());
    long byLarge = large.getFirst() - none.getFirst();
    boolean holds = byLarge <= MOST * Math.max(bySmall, NOISE_MILLIS);
    System.out.printf(
        Locale.ROOT,
        "%-14s %10d %10d %10d %8.1f %16s %16s%s%n",
        row,
        none.getFirst(),
        small.getFirst(),
        large.getFirst(),
        (double) byLarge / bySmall,
        ratio(none.getLast(), large.getLast()),
        ratio(
            inProcess(Measure.KEPT, row, 0).getLast(),
            inProcess(Measure.KEPT, row, LARGE).getLast()),
        holds ? "" : "  more than in proportion");
    return holds;
  }

  private static String ratio(long none, long large) {
    return String.format(Locale.ROOT, "%d, %d: %.1f", none, large, (double) large / none);
  }

  private static List<Long> inProcess(Measure measure, GrowthRow row, int size)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx410m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                GrowthBenchmark.class.getName(),
                measure.name(),
                row.name(),
                String.valueOf(size))
            .redirectError(Redirect.INHERIT)
            .start();
    List<String> lines;
    try (BufferedReader output = process.inputReader()) {
      lines = output.lines().toList();
    }
    if (process.waitFor() != 0 || lines.isEmpty()) {
      throw new IllegalStateException(row + " of " + size + " did not end well: " + lines);
    }
    return Stream.of(lines.getLast().split(" ", -1)).map(Long::valueOf).toList();
  }

  private static long cpuMillis() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1_000_000;
  }

  /// Does all that comes after the reading, and prints the report, of which nothing is kept.
  private static void run(GrowthRow row, int size) {
    GrowthRow.Case given = row.of(size);
    List<String> published = new ArrayList<>();
    Check check =
        CheckFixture.check(
            given.aws(),
            (_, alert) -> {
              published.add(alert.subject());
              return new Receipt.Result.Sent("m-" + published.size());
            },
            row.recorded()
                ? Optional.of(CheckFixture.keeping(new FakeLedger(), 1))
                : Optional.empty());
    CheckReport report = check.run(given.request(), Stop.onRequest());
    long printed = Printed.bytesOf(row.format(), report);
    int said = report.findings().size() + report.ignored().size();
    if (printed == 0 || (row.isSaid() && said < size)) {
      throw new IllegalStateException("of " + size + " only " + said + " were said");
    }
  }

  /// What is measured of one run.
  private enum Measure {
    /// Milliseconds of a processor, and the most MB that the process has held.
    TIME {
      @Override
      String of(GrowthRow row, int size) {
        GrowthBenchmark.run(row, WARMING);
        long before = cpuMillis();
        GrowthBenchmark.run(row, size);
        return cpuMillis()
            - before
            + " "
            + Math.round(ProcessFiles.peakMegabytes(ProcessHandle.current().pid()));
      }
    },
    /// The most MB that were kept in the heap at once.
    KEPT {
      @Override
      String of(GrowthRow row, int size) {
        GrowthBenchmark.run(row, WARMING);
        try (KeptInHeap kept = KeptInHeap.watch()) {
          GrowthBenchmark.run(row, size);
          return String.valueOf(kept.most() >> 20);
        }
      }
    };

    private static final int WARMING = 200;

    abstract String of(GrowthRow row, int size);
  }
}
