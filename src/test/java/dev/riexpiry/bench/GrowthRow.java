package dev.riexpiry.bench;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What there can be much of, and what is made of it.
enum GrowthRow {
  TABLE("table", Grouping.DIGEST, 1_000),
  CSV("csv", Grouping.DIGEST, 1_000),
  JSON("json", Grouping.DIGEST, 1_000),
  /// As a check with a ledger announces it.
  RECORDED("json", Grouping.DIGEST, 1_000),
  BY_ACCOUNT("json", Grouping.ACCOUNT, 0),
  BY_UNIT("json", Grouping.OU, 0),
  BY_RESERVATION("json", Grouping.RESERVATION, 0),
  OWN_TOPICS("json", Grouping.DIGEST, 0),
  /// A rule for each commitment by its id.
  IGNORED("json", Grouping.DIGEST, 1_000),
  /// Purchases of one kind in one account, each renewed by another.
  RENEWED("json", Grouping.DIGEST, 1),
  /// The same, and nothing renewed: bought months before.
  LAPSED("json", Grouping.DIGEST, 1),
  /// What stopped in one place on days that nobody knows, and what was bought there since.
  RETIRED("json", Grouping.DIGEST, 1),
  /// Nodes that were exchanged in one place.
  EXCHANGED("json", Grouping.DIGEST, 1),
  /// Targets that could not be read, each in an account of its own.
  REFUSED("json", Grouping.DIGEST, 0);

  private static final Instant MORNING = Instant.parse("2026-05-04T03:59:59Z");

  private final String format;
  private final Grouping grouping;
  private final int accounts;

  /// @param accounts the accounts that the commitments are in; 0 for one each
  GrowthRow(String format, Grouping grouping, int accounts) {
    this.format = format;
    this.grouping = grouping;
    this.accounts = accounts;
  }

  String format() {
    return format;
  }

  boolean recorded() {
    return this == RECORDED;
  }

  /// Tells whether each is a finding, or ignored; the others have successors.
  boolean isSaid() {
    return this != RETIRED && this != EXCHANGED;
  }

  /// A check that finds so many things to say.
  Case of(int size) {
    int owners = accounts == 0 ? Math.max(1, size) : accounts;
    FakeAws aws = new FakeAws();
    List<List<Commitment>> listings =
        IntStream.range(0, owners).<List<Commitment>>mapToObj(_ -> new ArrayList<>()).toList();
    for (int i = 0; i < size; i++) {
      listings.get(i % owners).addAll(commitments(i, owner(i % owners)));
    }
    Service service = this == EXCHANGED ? Service.REDSHIFT : Service.EC2;
    for (int owner = 0; owner < owners; owner++) {
      aws.answers(
          owner(owner),
          "us-east-1",
          service,
          this == REFUSED && size > 0
              ? Reading.failed(Sample.denied("ec2:DescribeReservedInstances"))
              : new Reading(listings.get(owner), List.of(), false));
    }
    return new Case(
        aws,
        CheckFixture.request(
            "2026-05-04",
            new Roster(
                IntStream.range(0, owners).mapToObj(i -> account(i, service)).toList(),
                List.of(),
                true,
                this == IGNORED ? rules(size) : IgnoreRules.NONE),
            grouping,
            new DeliveryMode.Publish(CheckFixture.TOPIC)));
  }

  private List<Commitment> commitments(int i, AccountId owner) {
    return switch (this) {
      case TABLE, CSV, JSON, RECORDED, BY_ACCOUNT, BY_UNIT, BY_RESERVATION, OWN_TOPICS, IGNORED ->
          List.of(
              commitment(
                  owner,
                  "r-" + i,
                  Service.EC2,
                  Known.ACTIVE,
                  year(days(1 + i % 59).plusSeconds(i % 86_000))));
      case RENEWED ->
          List.of(
              commitment(
                  owner,
                  "r-" + i,
                  Service.EC2,
                  Known.ACTIVE,
                  year(days(1).plusSeconds(60L * i % 5_000_000))),
              commitment(
                  owner,
                  "q-" + i,
                  Service.EC2,
                  Known.QUEUED,
                  yearFrom(days(1).plusSeconds(60L * i % 5_000_000 + 1800))));
      case LAPSED ->
          List.of(
              commitment(
                  owner,
                  "r-" + i,
                  Service.EC2,
                  Known.RETIRED,
                  year(days(-1 - i % 6).minusSeconds(i % 80_000))),
              commitment(
                  owner,
                  "b-" + i,
                  Service.EC2,
                  Known.ACTIVE,
                  yearFrom(days(-200).plusSeconds(60L * i))));
      case RETIRED ->
          List.of(
              commitment(
                  owner, "r-" + i, Service.EC2, Known.RETIRED, year(days(165).plusSeconds(i))),
              commitment(
                  owner,
                  "b-" + i,
                  Service.EC2,
                  Known.ACTIVE,
                  yearFrom(days(-100).plusSeconds(60L * i))));
      case EXCHANGED ->
          List.of(
              commitment(
                  owner,
                  "r-" + i,
                  Service.REDSHIFT,
                  Known.RETIRED,
                  year(days(-1).minusSeconds(i % 80_000))),
              commitment(
                  owner,
                  "n-" + i,
                  Service.REDSHIFT,
                  Known.ACTIVE,
                  yearFrom(days(-30).plusSeconds(60L * i))));
      case REFUSED -> List.of();
    };
  }

  private static Instant days(int days) {
    return MORNING.plus(Duration.ofDays(days));
  }

  private static Term year(Instant end) {
    return new Term(end.minus(Duration.ofDays(365)), end);
  }

  private static Term yearFrom(Instant start) {
    return new Term(start, start.plus(Duration.ofDays(365)));
  }

  private static Commitment commitment(
      AccountId owner, String id, Service service, CommitmentState state, Term term) {
    Commitment plain = Sample.ec2(owner, id, "2026-05-04T03:59:59Z");
    return new Commitment(
        owner,
        plain.region(),
        service,
        id,
        state,
        plain.covered(),
        plain.offering(),
        term,
        plain.hourlyPrice(),
        Label.of(Map.of("Owner", "team-" + id)));
  }

  private Account account(int i, Service service) {
    return new Account(
        "account-" + i,
        owner(i),
        RemoteRole.parse("ri-expiry-reader"),
        Optional.empty(),
        new RegionChoice.Listed(List.of("us-east-1")),
        List.of(service),
        Optional.of("Workloads/Unit " + i % 500),
        this == OWN_TOPICS
            ? Optional.of(new TopicArn("arn:aws:sns:us-east-1:%s:owned".formatted(owner(i))))
            : Optional.empty());
  }

  private static AccountId owner(int i) {
    return new AccountId("%012d".formatted(200_000_000_000L + i));
  }

  private static IgnoreRules rules(int size) {
    IntFunction<IgnoreRule> rule =
        i ->
            new IgnoreRule(
                Optional.of("r-" + i),
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse("2026-12-31"),
                "moved to another instance family");
    return new IgnoreRules(IntStream.range(0, size).mapToObj(rule).toList());
  }

  /// @param aws answers
  /// @param request asks
  record Case(AwsAccess aws, CheckRequest request) {}
}
