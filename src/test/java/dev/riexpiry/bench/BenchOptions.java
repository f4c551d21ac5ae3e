package dev.riexpiry.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The settings of the benchmark, from system properties; `pom.xml` holds the defaults.
///
/// @param accounts accounts in the simulated organisation, one size after another
/// @param regions regions read in each of them
/// @param concurrency how many calls at once, one run for each
/// @param runs rounds, of which medians are taken
/// @param latency milliseconds that every call takes
/// @param everything whether all services are read, and not EC2 and RDS only
/// @param faults whether each size is swept a second time with faults
/// @param flags sets of flags for the Java process, each measured; `launcher` stands for the
///   packaged script and its start-up cache
/// @param jar the jar to measure; empty for the compiled classes
/// @param against other compiled classes to measure beside, such as those of an older commit; may
///   be empty
/// @param threads of the Python program, one run for each number, because how many are best depends
///   on the machine; zero leaves it out
record BenchOptions(
    List<Integer> accounts,
    int regions,
    List<Integer> concurrency,
    int runs,
    int latency,
    boolean everything,
    boolean faults,
    List<String> flags,
    String jar,
    String against,
    List<Integer> threads) {
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
    accounts = List.copyOf(accounts);
    concurrency = List.copyOf(concurrency);
    flags = List.copyOf(flags);
    threads = List.copyOf(threads);
    if (accounts.stream().anyMatch(size -> size < 1 || size > 999_999)
        || regions < 1
        || regions > REGIONS.size()) {
      throw new IllegalArgumentException(
          "bench.accounts is from 1 to 999999, bench.regions from 1 to " + REGIONS.size());
    }
    if (accounts.isEmpty() || concurrency.isEmpty() || runs < 1) {
      throw new IllegalArgumentException(
          "bench.accounts, bench.concurrency and bench.runs name at least one run");
    }
  }

  static BenchOptions ofSystemProperties() {
    return new BenchOptions(
        numbers("accounts"),
        number("regions"),
        numbers("concurrency"),
        number("runs"),
        number("latency"),
        Boolean.parseBoolean(text("everything")),
        Boolean.parseBoolean(text("faults")),
        Arrays.stream(text("flags").split("\\|", -1)).map(String::strip).toList(),
        text("jar"),
        text("against"),
        numbers("threads").stream().filter(count -> count > 0).toList());
  }

  List<String> regionNames() {
    return REGIONS.subList(0, regions);
  }

  /// The organisation to sweep.
  List<Workload> workloads() {
    return accounts.stream()
        .flatMap(size ->
            Stream.of(false, true)
                .filter(faulty -> !faulty || faults)
                .map(faulty -> new Workload(size, regionNames(), everything, faulty)))
        .toList();
  }

  private static List<Integer> numbers(String name) {
    return Arrays.stream(text(name).split(",")).map(String::strip).map(Integer::valueOf).toList();
  }

  private static int number(String name) {
    return Integer.parseInt(text(name));
  }

  private static String text(String name) {
    return System.getProperty("bench." + name, "").strip();
  }
}
