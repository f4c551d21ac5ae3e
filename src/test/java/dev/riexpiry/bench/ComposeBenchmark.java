package dev.riexpiry.bench;

import dev.riexpiry.Sample;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertComposer;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.CheckTerms;
import dev.riexpiry.alert.Found;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.News;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Renewal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Composes the digest of many expiring commitments, each size in a process of its own with the
/// heap of a function of 512 MB. Prints what the composing alone takes, and the most heap that was
/// used.
final class ComposeBenchmark {
  private static final List<Integer> SIZES = List.of(200, 2_000, 20_000);

  private ComposeBenchmark() {}

  /// Runs all sizes and shapes; with a size and a shape, composes that once.
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      compose(Integer.parseInt(args[0]), Shape.valueOf(args[1]));
      return;
    }
    System.out.printf(
        "%-8s %-10s %10s %10s %12s%n", "expiring", "tags", "ms", "messages", "peak heap MB");
    for (Shape shape : Shape.values()) {
      for (int size : SIZES) {
        int status =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx410m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    ComposeBenchmark.class.getName(),
                    String.valueOf(size),
                    shape.name())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
          throw new IllegalStateException(size + " " + shape + " ended with " + status);
        }
      }
    }
  }

  private static void compose(int size, Shape shape) {
    List<Finding> findings =
        IntStream.range(0, size)
            .<Finding>mapToObj(i ->
                new Expiring(commitment(i, shape), i % 60, 60, new Renewal.None(), Origins.NONE))
            .sorted(Finding::compare)
            .toList();
    CheckSummary summary =
        new CheckSummary(
            new CheckTerms(
                new CheckDate(LocalDate.parse("2026-05-04"), ZoneOffset.UTC), Milestones.DEFAULT),
            new ReadCounts(1000, 1000, 40_000, 0, size),
            labels(),
            new Found(findings, History.NONE, 0),
            PayerKnowledge.NONE);
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    List<Alert> alerts =
        new AlertComposer(Grouping.DIGEST)
            .compose(summary, new News(Optional.empty(), findings, List.of(), List.of()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    int told = alerts.stream().mapToInt(alert -> alert.findings().size()).sum();
    if (told != size || alerts.stream().anyMatch(alert -> alert.bytes() > Alert.MAX_BYTES)) {
      throw new IllegalStateException("not everything is in a message that can be sent");
    }
    System.out.printf(
        "%-8d %-10s %10d %10d %12d%n", size, shape, millis, alerts.size(), peak >> 20);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static Commitment commitment(int i, Shape shape) {
    Commitment plain =
        Sample.ec2(
            account(i % 1000),
            "5b8c21de-0001-4000-8000-%012d".formatted(i),
            LocalDate.parse("2026-05-04").plusDays(i % 60) + "T03:59:59Z");
    return new Commitment(
        plain.accountId(),
        plain.region(),
        plain.service(),
        plain.id(),
        plain.state(),
        plain.covered(),
        plain.offering(),
        plain.term(),
        plain.hourlyPrice(),
        Label.of(shape.tags(i)));
  }

  private static AccountId account(int i) {
    return new AccountId("%012d".formatted(100_000_000_000L + i));
  }

  private static AccountLabels labels() {
    return new AccountLabels(
        IntStream.range(0, 1000)
            .mapToObj(ComposeBenchmark::account)
            .collect(
                Collectors.toMap(
                    id -> id,
                    id -> new AccountLabel(id, "account-" + id, Optional.of("Workloads/Prod")))));
  }

  private enum Shape {
    NONE(0, 0, 1),
    TEN_EACH(10, 32, 1),
    FIFTY_IN_100(50, 256, 100);

    private final int tags;
    private final int length;
    private final int every;

    Shape(int tags, int length, int every) {
      this.tags = tags;
      this.length = length;
      this.every = every;
    }

    Map<String, String> tags(int i) {
      Map<String, String> made = new HashMap<>();
      if (i % every == 0) {
        for (int tag = 0; tag < tags; tag++) {
          made.put("key-" + tag + "x".repeat(length / 2), "v".repeat(length));
        }
      }
      return made;
    }
  }
}
