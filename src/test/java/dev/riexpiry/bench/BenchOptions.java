package dev.riexpiry.bench;

import java.util.Arrays;
import java.util.List;

/// What the benchmark is told by system properties; `pom.xml` holds the defaults.
///
/// @param accounts accounts in the simulated organisation
/// @param regions regions read in each of them
/// @param concurrency how many calls at once, one run for each
/// @param runs rounds, of which medians are taken
/// @param latency milliseconds that every call takes
/// @param faults calls in a thousand that are throttled
/// @param flags sets of flags for the Java process, each measured
/// @param jar the jar to measure; empty for the compiled classes
/// @param against other compiled classes to measure beside, such as those of an older commit; may
///   be empty
/// @param threads of the Python program; it is left out if this is zero
record BenchOptions(
    int accounts,
    int regions,
    List<Integer> concurrency,
    int runs,
    int latency,
    int faults,
    List<String> flags,
    String jar,
    String against,
    int threads) {
  private static final List<String> REGIONS =
      List.of(
          CannedAnswers.FIRST_REGION,
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "eu-west-1",
          "eu-west-2",
          "eu-central-1",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-south-1",
          "sa-east-1",
          "ca-central-1",
          "eu-west-3",
          "eu-north-1");

  BenchOptions {
    concurrency = List.copyOf(concurrency);
    flags = List.copyOf(flags);
    if (accounts < 1 || accounts > 999_999 || regions < 1 || regions > REGIONS.size()) {
      throw new IllegalArgumentException(
          "bench.accounts is from 1 to 999999, bench.regions from 1 to " + REGIONS.size());
    }
    if (concurrency.isEmpty() || runs < 1) {
      throw new IllegalArgumentException("bench.concurrency and bench.runs name at least one run");
    }
  }

  static BenchOptions ofSystemProperties() {
    return new BenchOptions(
        number("accounts"),
        number("regions"),
        Arrays.stream(text("concurrency").split(","))
            .map(String::strip)
            .map(Integer::valueOf)
            .toList(),
        number("runs"),
        number("latency"),
        number("faults"),
        Arrays.stream(text("flags").split("\\|", -1)).map(String::strip).toList(),
        text("jar"),
        text("against"),
        number("threads"));
  }

  List<String> regionNames() {
    return REGIONS.subList(0, regions);
  }

  /// What the sweep has to find, if it misses nothing.
  int active() {
    return accounts * regions * CannedAnswers.ACTIVE_PER_REGION;
  }

  /// What the sweep has to find to end soon.
  int expiring() {
    return accounts / CannedAnswers.ACCOUNTS_PER_EXPIRING;
  }

  private static int number(String name) {
    return Integer.parseInt(text(name));
  }

  private static String text(String name) {
    return System.getProperty("bench." + name, "").strip();
  }
}
