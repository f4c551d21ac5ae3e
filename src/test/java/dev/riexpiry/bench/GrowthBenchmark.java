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
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
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
/// loads the classes.
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
    if (args.length == 2 && args[1].matches("[0-9]+")) {
      measure(GrowthRow.valueOf(args[0]), Integer.parseInt(args[1]));
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %10s %10s %10s %8s %14s%n",
        "row",
        "none ms",
        SMALL + " ms",
        LARGE + " ms",
        "growth",
        "peak heap MB");
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
    Measured none = inProcess(row, 0);
    Measured small = inProcess(row, SMALL);
    Measured large = inProcess(row, LARGE);
    long bySmall = Math.max(1, small.cpuMillis - none.cpuMillis);
    long byLarge = large.cpuMillis - none.cpuMillis;
    boolean holds = byLarge <= MOST * Math.max(bySmall, NOISE_MILLIS);
    System.out.printf(
        Locale.ROOT,
        "%-14s %10d %10d %10d %8.1f %5d %3d %4d%s%n",
        row,
        none.cpuMillis,
        small.cpuMillis,
        large.cpuMillis,
        (double) byLarge / bySmall,
        none.peakMegabytes,
        small.peakMegabytes,
        large.peakMegabytes,
        holds ? "" : "  more than in proportion");
    return holds;
  }

  private static Measured inProcess(GrowthRow row, int size)
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
    return Measured.parse(lines.getLast());
  }

  private static void measure(GrowthRow row, int size) {
    run(row, 200);
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    int said = run(row, size);
    long cpu = system.getProcessCpuTime() - before;
    if (row.isSaid() && said < size) {
      throw new IllegalStateException("of " + size + " only " + said + " were said");
    }
    System.out.println(
        new Measured(
                cpu / 1_000_000,
                pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20)
            .line());
  }

  /// Does all that comes after the reading, and prints the report.
  ///
  /// @return how many findings and ignored commitments there were
  private static int run(GrowthRow row, int size) {
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
    String printed = Printed.as(row.format(), report);
    return printed.isEmpty() ? 0 : report.findings().size() + report.ignored().size();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private record Measured(long cpuMillis, long peakMegabytes) {
    String line() {
      return cpuMillis + " " + peakMegabytes;
    }

    static Measured parse(String line) {
      int blank = line.indexOf(' ');
      return new Measured(
          Long.parseLong(line.substring(0, blank)), Long.parseLong(line.substring(blank + 1)));
    }
  }
}
