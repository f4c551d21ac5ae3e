package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.OrganizationScope;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import dev.riexpiry.standin.Tree.Unit;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call of a run × everything that can go wrong with it: the run ends in time, says what it
/// could not do, and loses nothing else. A call of a new service is one more row.
class FaultSuiteTest {
  private static final String PAYER = "111111111111";
  private static final String WEB = "222222222222";
  private static final String DATA = "333333333333";
  private static final String UNIT = "ou-ab12-prod0000";
  private static final TopicArn TOPIC =
      new TopicArn("arn:aws:sns:us-east-1:111111111111:ri-expiry");
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Set<Fault.Kind> WAITED_FOR =
      Set.of(Fault.Kind.SILENCE, Fault.Kind.DRIP, Fault.Kind.LATE_REFUSAL);

  /// The calls whose answers have no pages.
  private static final Set<String> WHOLE =
      Set.of(
          "sts:AssumeRole",
          "sts:GetCallerIdentity",
          "ec2:DescribeRegions",
          "ec2:DescribeReservedInstances",
          "organizations:DescribeOrganization",
          "sns:Publish");

  /// @param service the service that is called
  /// @param action what for
  /// @param account by whom; `*` for anybody
  /// @param tells what the report names
  /// @param stays the reservations that are found all the same
  record Row(AwsService service, String action, String account, String tells, Set<String> stays) {
    boolean has(Fault.Kind kind) {
      return kind != Fault.Kind.REPEATED_TOKEN || !WHOLE.contains(tells);
    }

    /// What is found all the same. A listing whose pages repeat themselves was read up to there.
    Set<String> stays(Fault.Kind kind) {
      return kind == Fault.Kind.REPEATED_TOKEN && !service.equals(AwsService.ORGANIZATIONS)
          ? EVERYTHING
          : stays;
    }

    Fault fault(Fault.Kind kind) {
      return Fault.of(kind, service).action(action).account(account);
    }

    @Override
    public String toString() {
      return action + " by " + account;
    }
  }

  private static final List<String> KINDS =
      List.of("ec2", "rds", "cache", "search", "nodes", "rpus", "memory", "host", "block", "plan");
  private static final Set<String> EVERYTHING = of("payer", "web", "data");

  private static Set<String> of(String... names) {
    return Stream.of(names)
        .flatMap(name -> KINDS.stream().map(kind -> name + "-" + kind))
        .collect(Collectors.toSet());
  }

  private static Set<String> without(Set<String> ids, String lost) {
    return ids.stream().filter(id -> !id.equals(lost)).collect(Collectors.toSet());
  }

  private static Set<String> with(Set<String> ids, String kept) {
    return Stream.concat(ids.stream(), Stream.of(kept)).collect(Collectors.toSet());
  }

  private static final List<Row> ROWS =
      List.of(
          new Row(AwsService.STS, "AssumeRole", "*", "sts:AssumeRole", of("payer")),
          new Row(
              AwsService.EC2,
              "DescribeRegions",
              WEB,
              "ec2:DescribeRegions",
              with(of("payer", "data"), "web-plan")),
          new Row(
              AwsService.EC2,
              "DescribeReservedInstances",
              WEB,
              "ec2:DescribeReservedInstances",
              without(EVERYTHING, "web-ec2")),
          new Row(
              AwsService.RDS,
              "DescribeReservedDBInstances",
              WEB,
              "rds:DescribeReservedDBInstances",
              without(EVERYTHING, "web-rds")),
          new Row(
              AwsService.ELASTICACHE,
              "DescribeReservedCacheNodes",
              WEB,
              "elasticache:DescribeReservedCacheNodes",
              without(EVERYTHING, "web-cache")),
          new Row(
              AwsService.OPENSEARCH,
              "DescribeReservedInstances",
              WEB,
              "es:DescribeReservedInstances",
              without(EVERYTHING, "web-search")),
          new Row(
              AwsService.REDSHIFT,
              "DescribeReservedNodes",
              WEB,
              "redshift:DescribeReservedNodes",
              without(EVERYTHING, "web-nodes")),
          new Row(
              AwsService.REDSHIFT_SERVERLESS,
              "ListReservations",
              WEB,
              "redshift-serverless:ListReservations",
              without(EVERYTHING, "web-rpus")),
          new Row(
              AwsService.MEMORYDB,
              "DescribeReservedNodes",
              WEB,
              "memorydb:DescribeReservedNodes",
              without(EVERYTHING, "web-memory")),
          new Row(
              AwsService.EC2,
              "DescribeHostReservations",
              WEB,
              "ec2:DescribeHostReservations",
              without(EVERYTHING, "web-host")),
          new Row(
              AwsService.EC2,
              "DescribeCapacityBlocks",
              WEB,
              "ec2:DescribeCapacityBlocks",
              without(EVERYTHING, "web-block")),
          new Row(
              AwsService.SAVINGS_PLANS,
              "DescribeSavingsPlans",
              WEB,
              "savingsplans:DescribeSavingsPlans",
              without(EVERYTHING, "web-plan")),
          new Row(AwsService.STS, "GetCallerIdentity", "*", "sts:GetCallerIdentity", EVERYTHING),
          new Row(AwsService.ORGANIZATIONS, "ListRoots", "*", "organizations:ListRoots", of("web")),
          new Row(
              AwsService.ORGANIZATIONS,
              "ListAccountsForParent",
              "*",
              "organizations:ListAccountsForParent",
              of("web")),
          new Row(
              AwsService.ORGANIZATIONS,
              "ListOrganizationalUnitsForParent",
              "*",
              "organizations:ListOrganizationalUnitsForParent",
              of("payer", "web")),
          new Row(
              AwsService.ORGANIZATIONS,
              "DescribeOrganization",
              "*",
              "organizations:DescribeOrganization",
              EVERYTHING),
          new Row(
              AwsService.COST_EXPLORER,
              "GetReservationUtilization",
              "*",
              "ce:GetReservationUtilization",
              EVERYTHING),
          new Row(
              AwsService.COST_EXPLORER,
              "GetSavingsPlansUtilizationDetails",
              "*",
              "ce:GetSavingsPlansUtilizationDetails",
              EVERYTHING),
          new Row(AwsService.SNS, "Publish", "*", "sns:Publish", EVERYTHING));

  static Stream<Arguments> answers() {
    return rows(kind -> !WAITED_FOR.contains(kind));
  }

  /// Those that each take as long as the clients are patient; [SilenceSuiteTest] waits for them.
  static Stream<Arguments> silences() {
    return rows(WAITED_FOR::contains);
  }

  private static Stream<Arguments> rows(Predicate<Fault.Kind> filter) {
    return ROWS.stream()
        .flatMap(row ->
            Arrays.stream(Fault.Kind.values())
                // Silence is what these impatient clients take for a hang.
                .filter(kind -> kind != Fault.Kind.HANG)
                .filter(row::has)
                .filter(filter)
                .map(kind -> Arguments.of(row, kind)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("answers")
  @Timeout(120)
  void aFaultIsNamedAndTakesNothingElseWithIt(Row row, Fault.Kind kind) {
    assertNamedAndTakesNothingElseWithIt(row, kind);
  }

  static void assertNamedAndTakesNothingElseWithIt(Row row, Fault.Kind kind) {
    try (StandIn _ = StandIn.start(organization(), row.fault(kind));
        AwsClients clients = QuickClients.impatient(PATIENCE)) {
      CheckReport report = run(clients);

      assertThat(report.findings(Expiring.class).stream().map(item -> item.commitment().id()))
          .containsExactlyInAnyOrderElementsOf(row.stays(kind));
      assertThat(
              Stream.concat(
                      Stream.concat(
                          report.findings(Unread.class).stream().map(item -> item.failure()),
                          report.summary().payer().reconciliation().failures().stream()),
                      report.unsent().stream())
                  .toList())
          .isNotEmpty()
          .allSatisfy(failure -> assertThat(failure.remedy()).isNotBlank())
          .extracting(Failure::action)
          .contains(row.tells());
    }
  }

  private static CheckReport run(AwsClients clients) {
    Stop stop = Stop.onRequest();
    AccountsFile file =
        new AccountsFile(
            List.of(
                new Account(
                    "web",
                    new AccountId(WEB),
                    RemoteRole.parse("ri-expiry-reader"),
                    Optional.empty(),
                    new RegionChoice.AllEnabled(),
                    Optional.empty())),
            Optional.of(
                new OrganizationScope(
                    RemoteRole.parse("ri-expiry-reader").orElseThrow(),
                    Optional.empty(),
                    new RegionChoice.AllEnabled(),
                    List.of(),
                    Set.of())),
            Optional.of(
                new PayerScope(
                    Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of())),
            IgnoreRules.NONE,
            OwnerTags.DEFAULT);
    return new Check(
            new Sweep(new SdkAccess(clients), List.of(Service.values()), 8, Progress.NONE),
            new AwsAdapters(clients).publishers(),
            Optional.empty(),
            new PayerInquiry(
                new SdkCostExplorer(clients), () -> Instant.parse("2026-05-04T06:00:00Z")))
        .run(
            new CheckRequest(
                Roster.of(file, new OrganizationDirectory(clients), stop),
                new CheckDate(LocalDate.parse("2026-05-04"), ZoneOffset.UTC),
                Milestones.DEFAULT,
                Grouping.DIGEST,
                new DeliveryMode.Publish(TOPIC)),
            stop);
  }

  private static Organization organization() {
    return Organization.of(
            withBooks(member(PAYER, "payer")), member(WEB, "web"), member(DATA, "data"))
        .withTopics(TOPIC.value())
        .withTree(
            new Tree(
                List.of(new Unit(UNIT, "Production", "r-ab12")),
                List.of(
                    new Leaf(PAYER, "payer", "ACTIVE", "r-ab12"),
                    new Leaf(WEB, "web", "ACTIVE", UNIT),
                    new Leaf(DATA, "data", "ACTIVE", UNIT))));
  }

  /// The account that pays, whose Cost Explorer lists something of an account that nobody reads and
  /// that ends in years.
  private static Member withBooks(Member payer) {
    String start = "2026-01-01T00:00:00Z";
    String end = "2028-12-30T23:59:59Z";
    return new Member(
        payer.id(),
        payer.roles(),
        payer.regions(),
        Stream.concat(
                payer.reservations().stream(),
                Stream.of(
                    Books.reservation(
                        "Amazon Relational Database Service",
                        "444444444444",
                        "books-rds",
                        "db.r6g.large",
                        start,
                        end),
                    Books.plan("444444444444", "books-plan", start, end)))
            .toList());
  }

  /// One of everything, all of which end within a week.
  private static Member member(String id, String name) {
    String region = "us-east-1";
    String start = "2025-05-11T08:00:00Z";
    String end = "2026-05-11T08:00:00Z";
    return Member.of(
            id,
            Reservation.ec2(region, name + "-ec2", "m5.large", 1, end),
            Reservation.rds(region, name + "-rds", "db.r6g.large", 1, start, 31_536_000L),
            Sold.elastiCache(region, name + "-cache", start),
            Sold.openSearch(region, name + "-search", start),
            Sold.redshift(region, name + "-nodes", start),
            Sold.redshiftServerless(region, name + "-rpus", start, end),
            Sold.memoryDb(region, name + "-memory", start),
            Sold.host(region, name + "-host", start, end),
            Sold.capacityBlock(region, name + "-block", start, end),
            Sold.savingsPlan(name + "-plan", start, end))
        .withRegions(region);
  }
}
