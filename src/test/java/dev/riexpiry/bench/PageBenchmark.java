package dev.riexpiry.bench;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.page.Page;
import dev.riexpiry.page.PageSample;
import dev.riexpiry.page.ReportFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Makes the page of a report, each size in a process of its own with the heap of a function of 512
/// MB. Prints the processor time that it takes the first time, which loads classes, the median of
/// the next times, that of all files of the report, and how large the page is.
final class PageBenchmark {
  private static final int RUNS = 9;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final Instant MADE = Instant.parse("2026-05-04T06:00:00Z");

  private PageBenchmark() {}

  /// Runs all sizes; with numbers of commitments and accounts, makes the files of those.
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      make(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
      return;
    }
    System.out.printf(
        "%-12s %-9s %10s %10s %10s %10s%n",
        "commitments", "accounts", "first ms", "next ms", "all ms", "page KB");
    for (List<String> size : List.of(List.of("200", "20"), List.of("5000", "1000"))) {
      int status =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx410m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  PageBenchmark.class.getName(),
                  size.getFirst(),
                  size.getLast())
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        System.exit(status);
      }
    }
  }

  private static void make(int commitments, int accounts) {
    CheckReport report = PageSample.large(commitments, accounts);
    double first = milliseconds(() -> Page.of(report));
    System.out.printf(
        "%-12d %-9d %10.0f %10.0f %10.0f %10d%n",
        commitments,
        accounts,
        first,
        median(() -> Page.of(report)),
        median(() -> ReportFiles.of(report, Optional.empty(), MADE)),
        Page.of(report).getBytes(StandardCharsets.UTF_8).length / 1_000);
  }

  private static double median(Supplier<?> work) {
    return IntStream.range(0, RUNS)
        .mapToDouble(_ -> milliseconds(work))
        .sorted()
        .skip(RUNS / 2)
        .findFirst()
        .orElseThrow();
  }

  private static double milliseconds(Supplier<?> work) {
    long start = CPU.getCurrentThreadCpuTime();
    Object made = work.get();
    long took = CPU.getCurrentThreadCpuTime() - start;
    if (made == null) {
      throw new IllegalStateException("nothing was made");
    }
    return took / 1e6;
  }
}
