package dev.riexpiry.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The cost of one run.
///
/// @param wallSeconds from the start of the process to its end
/// @param cpuSeconds of the process
/// @param peakMegabytes the most memory it held
/// @param standInCpuSeconds what the stand-in used meanwhile
/// @param otherCpuSeconds what everything else on the machine used meanwhile
/// @param counts what the stand-in saw
record Run(
    double wallSeconds,
    double cpuSeconds,
    double peakMegabytes,
    double standInCpuSeconds,
    double otherCpuSeconds,
    CannedAwsProcess.Counts counts) {

  /// From the start of the process to the last answer: when everything was read that was to be had.
  double readSeconds() {
    return wallSeconds - counts.quietMillis() / 1000.0;
  }

  /// The middle one of what `number` says of each run.
  static double median(List<Run> runs, ToDoubleFunction<Run> number) {
    return middle(runs.stream().mapToDouble(number).toArray());
  }

  /// The middle one of them, or between the middle two.
  static double middle(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
