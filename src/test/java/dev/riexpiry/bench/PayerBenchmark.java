package dev.riexpiry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads one organisation by a role in each account, and from its payer's Cost Explorer only, with
/// the real command line in a process of its own, one after the other in every round, and prints
/// medians.
///
/// It ends at once if both do not find the same commitments, ends and quantities, or if the payer
/// is asked for more than one page of each listing and what does not fit on it.
final class PayerBenchmark {
  /// The listings of Cost Explorer: a window is read with so many requests if each has one page.
  private static final int LISTINGS = 9;

  private static final int LISTINGS_WITH_ROWS = 2;

  /// Cost Explorer has whole seconds, and ends a second early.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /// So many days before its end everything is listed.
  private static final List<String> LIST_ALL = List.of("--milestone-days", "3650");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BenchOptions options;
  private final CannedAwsProcess aws;
  private final Path directory;
  private final Measurement measurement;
  private final Map<String, List<Run>> runs = new LinkedHashMap<>();

  private PayerBenchmark(BenchOptions options, CannedAwsProcess aws, Path directory) {
    this.options = options;
    this.aws = aws;
    this.directory = directory;
    this.measurement =
        new Measurement(
            aws, directory, Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.port()));
  }

  /// Runs the benchmark as system properties say.
  public static void main(String[] args) throws IOException, InterruptedException {
    BenchOptions options = BenchOptions.ofSystemProperties();
    try (CannedAwsProcess aws = CannedAwsProcess.plain()) {
      new PayerBenchmark(options, aws, Files.createDirectories(Path.of("target", "bench"))).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    aws.order("latency", options.latency());
    aws.order("regions", String.join(",", options.regionNames()));
    Contender contender =
        Contender.all(options, CannedAwsProcess.java()).stream()
            .filter(one -> one.threads() == 0)
            .findFirst()
            .orElseThrow();
    Path payer = Files.writeString(directory.resolve("payer.json"), "{\"payer\": {}}");
    for (int accounts : options.accounts()) {
      aws.order("accounts", accounts);
      Workload workload = new Workload(accounts, options.regionNames(), false, false);
      Path file = workload.accountsFile(directory);
      PayerAnswers listed = new PayerAnswers(accounts, options.regionNames());
      prove(contender, file, payer, listed);
      for (int round = 1; round <= options.runs(); round++) {
        for (int concurrency : options.concurrency()) {
          measure(
              "%s, a role in each account, %d at once".formatted(workload, concurrency),
              contender.command(file, concurrency));
        }
        measure(workload + ", payer only", contender.command(payer, 1));
      }
    }
    print();
  }

  private void measure(String name, List<String> command) throws IOException, InterruptedException {
    Run run = measurement.of(name, command, 0, List.of("\"complete\":true"));
    runs.computeIfAbsent(name, _ -> new ArrayList<>()).add(run);
    System.out.printf("%-60s %6.2f s%n", name, run.wallSeconds());
  }

  /// Compares all that both find.
  private void prove(Contender contender, Path accounts, Path payer, PayerAnswers listed)
      throws IOException, InterruptedException {
    Map<String, Found> swept =
        found(report(contender.command(accounts, options.concurrency().getLast())));
    JsonNode report = report(contender.command(payer, 1));
    Map<String, Found> known = found(report);
    List<String> others =
        Stream.concat(swept.keySet().stream(), known.keySet().stream())
            .distinct()
            .filter(key ->
                !swept.containsKey(key)
                    || !known.containsKey(key)
                    || !swept.get(key).isSame(known.get(key)))
            .toList();
    int requests = report.at("/reconciliation/requests").asInt();
    int most = 2 * (LISTINGS - LISTINGS_WITH_ROWS + listed.pages());
    System.out.printf(
        "%d commitments by roles, %d from the payer, of which %d are not the same; %d requests in two windows, at most %d%n",
        swept.size(), known.size(), others.size(), requests, most);
    if (swept.isEmpty() || !others.isEmpty() || requests > most) {
      throw new IllegalStateException("the payer is not read as it has to be: " + others);
    }
  }

  private JsonNode report(List<String> command) throws IOException, InterruptedException {
    measurement.of(
        "everything",
        Stream.concat(command.stream(), LIST_ALL.stream()).toList(),
        0,
        List.of("\"complete\":true"));
    return MAPPER.readTree(directory.resolve("out.json").toFile());
  }

  private static Map<String, Found> found(JsonNode report) {
    Map<String, Found> found = new TreeMap<>();
    for (JsonNode item : report.path("expiring")) {
      found.put(
          String.join(
              " ",
              item.path("accountId").asText(),
              item.path("region").asText(),
              item.path("service").asText(),
              item.path("commitmentId").asText()),
          new Found(Instant.parse(item.path("end").asText()), item.path("quantity").asInt()));
    }
    return found;
  }

  private void print() {
    System.out.printf(
        "%n%d regions, EC2 and RDS, %d ms a call, medians of %d%n",
        options.regions(), options.latency(), options.runs());
    System.out.printf("%-60s %6s %7s %7s %7s%n", "", "calls", "wall s", "CPU s", "peak MB");
    runs.forEach((name, list) ->
        System.out.printf(
            "%-60s %6.0f %7.2f %7.2f %7.0f%n",
            name,
            Run.median(list, run -> run.counts().calls()),
            Run.median(list, Run::wallSeconds),
            Run.median(list, Run::cpuSeconds),
            Run.median(list, Run::peakMegabytes)));
  }

  private record Found(Instant end, int quantity) {
    boolean isSame(Found other) {
      return quantity == other.quantity
          && Duration.between(end, other.end).abs().compareTo(TOLERANCE) <= 0;
    }
  }
}
