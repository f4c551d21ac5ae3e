package dev.riexpiry.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.account.Routing;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.aws.AwsAdapters;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.bench.CannedAwsProcess.Counts;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Guidance;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.payer.FakeCostExplorer;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sweeps all services of an organisation in which one account in 25 holds something, whole and
/// guided by its payer one after the other in every round, within this process and over HTTP, and
/// prints medians. Payer and ledger are tables, and take no time.
///
/// It ends at once if both do not find the same, or if the guided run does not make a tenth of the
/// calls or fewer to the services that the payer lists.
final class GuidedBenchmark {
  private static final int ACCOUNTS_PER_HOLDING = 25;
  private static final int LEAST_FACTOR = 10;
  private static final double NANOS = 1e9;

  /// So many days before its end everything is found.
  private static final Milestones EVERYTHING = new Milestones(List.of(3650));

  private static final LocalDate DATE = LocalDate.parse(CannedAnswers.CHECK_DATE);
  private static final AccountId PAYER = new AccountId("999999999999");
  private static final TopicArn TOPIC = new TopicArn("arn:aws:sns:us-east-1:999999999999:bench");
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final BenchOptions options;
  private final CannedAwsProcess aws;
  private final Sweep sweep;
  private final Roster roster;
  private final PayerInquiry payer;
  private final Map<String, List<Measured>> measured = new LinkedHashMap<>();

  private GuidedBenchmark(BenchOptions options, CannedAwsProcess aws, AwsClients clients) {
    this.options = options;
    this.aws = aws;
    this.sweep =
        new Sweep(
            new AwsAdapters(clients).access(),
            Service.ALL,
            options.concurrency().getFirst(),
            Sweep.Progress.NONE);
    this.roster = roster(options.accounts().getFirst(), options.regionNames());
    this.payer = new PayerInquiry(listing(), () -> noon(DATE));
  }

  /// Runs the benchmark as system properties say.
  public static void main(String[] args) throws IOException {
    BenchOptions options = BenchOptions.ofSystemProperties();
    try (CannedAwsProcess aws = CannedAwsProcess.plain();
        AwsClients clients = AwsClients.rehearsing(URI.create("http://127.0.0.1:" + aws.port()))) {
      aws.order("latency", options.latency());
      aws.order("holding", holding(options));
      new GuidedBenchmark(options, aws, clients).run();
    }
  }

  private static int holding(BenchOptions options) {
    return Math.max(1, options.accounts().getFirst() / ACCOUNTS_PER_HOLDING);
  }

  private static Instant noon(LocalDate date) {
    return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static Roster roster(int size, List<String> regions) {
    List<Account> accounts =
        IntStream.rangeClosed(1, size)
            .mapToObj(number -> new AccountId("100000%06d".formatted(number)))
            .map(id ->
                new Account(
                    "account " + id,
                    id,
                    RemoteRole.parse("ri-expiry-reader"),
                    Optional.empty(),
                    new RegionChoice.Listed(regions),
                    Optional.empty()))
            .toList();
    return new Roster(
        accounts,
        List.of(),
        true,
        IgnoreRules.NONE,
        List.of(),
        Optional.empty(),
        Optional.of(
            new PayerScope(
                Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of(), true)),
        OwnerTags.DEFAULT,
        accounts.stream().map(Account::id).collect(Collectors.toMap(id -> id, _ -> PAYER)),
        Routing.NONE,
        Optional.empty());
  }

  /// Lets the payer list all that the accounts do.
  private FakeCostExplorer listing() {
    FakeCostExplorer explorer = new FakeCostExplorer(PAYER);
    for (Commitment one :
        sweep.run(roster.accounts(), UnaryOperator.identity(), Stop.onRequest()).kept()) {
      explorer.lists(
          one.service(),
          FakeCostExplorer.reservation(
              one.accountId(),
              one.id(),
              one.start().toString(),
              one.end().toString(),
              "region",
              one.region(),
              "instanceType",
              one.covered().resourceType(),
              "numberOfInstances",
              String.valueOf(one.covered().quantity())));
    }
    return explorer;
  }

  private void run() throws IOException {
    for (int round = 0; round <= options.runs(); round++) {
      FakeLedger ledger = new FakeLedger();
      List<Measured> runs = List.of(check(ledger, DATE), check(ledger, DATE.plusDays(1)));
      // The first round warms the process and the stand-in.
      if (round > 0) {
        prove(runs.getFirst(), runs.getLast());
        runs.forEach(run -> measured.computeIfAbsent(run.name(), _ -> new ArrayList<>()).add(run));
      }
    }
    print();
  }

  private Measured check(FakeLedger ledger, LocalDate date) throws IOException {
    Check check =
        new Check(
            sweep,
            new Publishers(
                (_, _) -> new Receipt.Result.Sent("bench"),
                (_, _) -> new Receipt.Result.Sent("bench"),
                (_, events) ->
                    Collections.nCopies(events.size(), new Receipt.Result.Sent("bench"))),
            Optional.of(new RecordKeeping(ledger, "bench", () -> noon(date), _ -> true, 1)),
            payer);
    Counts unused = aws.counts();
    long cpu = PROCESS.getProcessCpuTime();
    long began = System.nanoTime();
    CheckReport report =
        check.run(
            new CheckRequest(
                roster,
                new CheckDate(date, ZoneOffset.UTC),
                EVERYTHING,
                Grouping.DIGEST,
                new DeliveryMode.Publish(TOPIC)),
            Stop.onRequest());
    double wall = (System.nanoTime() - began) / NANOS;
    double used = (PROCESS.getProcessCpuTime() - cpu) / NANOS;
    int always =
        options.accounts().getFirst()
            * (1
                + options.regions()
                    * (int)
                        Service.ALL.stream()
                            .filter(service -> !PayerScope.LISTED.contains(service))
                            .count());
    Set<String> found = new HashSet<>();
    report.findings(Expiring.class).forEach(item -> found.add(item.commitment().toString()));
    if (!report.complete() || found.isEmpty() || unused.calls() < 0) {
      throw new IllegalStateException("not everything was read: " + report.findings());
    }
    return new Measured(
        report.summary().terms().guidance() instanceof Guidance.Guided ? "guided" : "whole",
        aws.counts().calls() - always,
        always,
        wall,
        used,
        found);
  }

  private static void prove(Measured whole, Measured guided) {
    if (!whole.name().equals("whole")
        || !guided.name().equals("guided")
        || !whole.found().equals(guided.found())
        || whole.calls() < LEAST_FACTOR * guided.calls()) {
      throw new IllegalStateException("the payer does not guide as it has to: " + guided);
    }
  }

  private void print() {
    System.out.printf(
        "%n%d accounts x %d regions x all services, %d of which hold something, %d ms a call, medians of %d%n",
        options.accounts().getFirst(),
        options.regions(),
        holding(options),
        options.latency(),
        options.runs());
    System.out.printf(
        "%-8s %14s %12s %8s %8s%n", "", "calls, listed", "calls, else", "wall s", "CPU s");
    measured.forEach((name, runs) ->
        System.out.printf(
            "%-8s %14.0f %12d %8.2f %8.2f%n",
            name,
            median(runs, Measured::calls),
            runs.getFirst().always(),
            median(runs, Measured::wall),
            median(runs, Measured::cpu)));
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> number) {
    return runs.stream().mapToDouble(number).sorted().skip(runs.size() / 2).findFirst().orElse(0);
  }

  /// @param calls those to the services that the payer lists
  /// @param always the others: those that enter accounts, and to the services that it does not list
  private record Measured(
      String name, int calls, int always, double wall, double cpu, Set<String> found) {}
}
