package dev.riexpiry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads Linux's figures of processes.
public final class ProcessFiles {
  /// Clock ticks are hundredths of a second on every Linux that Java runs on.
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private ProcessFiles() {}

  /// Processor seconds that a running process has used.
  public static double cpuSeconds(long pid) {
    String[] fields = stat(String.valueOf(pid));
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_PER_SECOND;
  }

  /// Processor seconds that all processes used which this one started and which have ended.
  static double cpuSecondsOfEndedChildren() {
    String[] fields = stat("self");
    return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]))
        / TICKS_PER_SECOND;
  }

  /// Processor seconds that the whole machine has used.
  static double cpuSecondsOfTheMachine() {
    try {
      String line = Files.readAllLines(Path.of("/proc/stat")).getFirst();
      long[] ticks = Arrays.stream(line.split(" +")).skip(1).mapToLong(Long::parseLong).toArray();
      return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]) / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new IllegalStateException("the benchmark reads /proc, so it needs Linux", e);
    }
  }

  /// The most memory, in MB, that a running process has held so far; 0 once it has ended.
  public static double peakMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static String[] stat(String process) {
    try {
      String text = Files.readString(Path.of("/proc/" + process + "/stat"));
      return text.substring(text.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      throw new IllegalStateException("the benchmark reads /proc, so it needs Linux", e);
    }
  }
}
