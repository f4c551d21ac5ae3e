package dev.riexpiry.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The rows of [FunctionBenchmark], from system properties; `pom.xml` holds the defaults.
///
/// @param rounds of which medians are taken
/// @param shares of one processor
/// @param transports to the stand-in of AWS
/// @param accounts checked, one size after another
/// @param starts how the function begins
/// @param jars measured side by side
record FunctionOptions(
    int rounds,
    List<Double> shares,
    List<FunctionRow.Transport> transports,
    List<Integer> accounts,
    List<FunctionRow.Start> starts,
    List<Path> jars) {
  FunctionOptions {
    shares = List.copyOf(shares);
    transports = List.copyOf(transports);
    accounts = List.copyOf(accounts);
    starts = List.copyOf(starts);
    jars = List.copyOf(jars);
    if (rounds < 1 || shares.stream().anyMatch(share -> !(share > 0 && share <= 1))) {
      throw new IllegalArgumentException(
          "bench.rounds is at least 1, and each of bench.shares above 0 and at most 1");
    }
  }

  static FunctionOptions ofSystemProperties() {
    return new FunctionOptions(
        Integer.getInteger("bench.rounds"),
        list("shares", Double::valueOf),
        list("transports", name -> FunctionRow.Transport.valueOf(name.toUpperCase(Locale.ROOT))),
        list("accounts", Integer::valueOf),
        list("starts", name -> FunctionRow.Start.valueOf(name.toUpperCase(Locale.ROOT))),
        list("jars", Path::of));
  }

  private static <T> List<T> list(String name, Function<String, T> value) {
    return Arrays.stream(System.getProperty("bench." + name).split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(value)
        .toList();
  }

  List<FunctionRow> rows() {
    return shares.stream()
        .flatMap(share ->
            transports.stream()
                .flatMap(transport ->
                    accounts.stream()
                        .flatMap(size ->
                            starts.stream()
                                .flatMap(start ->
                                    jars.stream()
                                        .map(jar ->
                                            new FunctionRow(share, transport, size, start, jar))))))
        .toList();
  }
}
