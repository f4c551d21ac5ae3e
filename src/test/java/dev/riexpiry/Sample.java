package dev.riexpiry;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.OrganizationScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Values that tests have in common. What a test is about it says itself.
public final class Sample {
  public static final AccountId TOOLS = new AccountId("111122223333");

  /// The owner of the caller's own credentials, in the account [#TOOLS].
  public static final Identity CALLER =
      Identity.of("arn:aws:sts::" + TOOLS + ":assumed-role/notifier/session").orElseThrow();

  public static final AccountId WEB = new AccountId("222233334444");
  public static final AccountId DATA = new AccountId("333344445555");

  private Sample() {}

  /// Four m5.large in us-east-1, bought for a year.
  public static Commitment ec2(AccountId owner, String id, String end) {
    return ec2(owner, id, end, CommitmentState.Known.ACTIVE);
  }

  public static Commitment ec2(AccountId owner, String id, String end, CommitmentState state) {
    return new Commitment(
        owner,
        "us-east-1",
        Service.EC2,
        id,
        state,
        new Covered.Resources(
            "m5.large",
            4,
            Unit.INSTANCES,
            new Scope.Region("us-east-1"),
            Optional.of("Linux/UNIX"),
            Optional.of("default"),
            false),
        new Offering(Optional.of("No Upfront"), Optional.of("standard")),
        new Term(Instant.parse(end).minus(Duration.ofDays(365)).plusSeconds(1), Instant.parse(end)),
        Optional.empty(),
        Label.NONE);
  }

  /// The same commitment with tags.
  public static Commitment tagged(Commitment commitment, Map<String, String> tags) {
    return new Commitment(
        commitment.accountId(),
        commitment.region(),
        commitment.service(),
        commitment.id(),
        commitment.state(),
        commitment.covered(),
        commitment.offering(),
        commitment.term(),
        commitment.hourlyPrice(),
        Label.of(tags));
  }

  /// One db.r6g.large in eu-west-1, bought for a year.
  public static Commitment rds(AccountId owner, String id, String end) {
    return new Commitment(
        owner,
        "eu-west-1",
        Service.RDS,
        id,
        CommitmentState.Known.ACTIVE,
        new Covered.Resources(
            "db.r6g.large",
            1,
            Unit.INSTANCES,
            new Scope.Region("eu-west-1"),
            Optional.of("postgresql"),
            Optional.empty(),
            true),
        new Offering(Optional.of("All Upfront"), Optional.empty()),
        new Term(Instant.parse(end).minus(Duration.ofDays(365)), Instant.parse(end)),
        Optional.empty(),
        Label.NONE);
  }

  /// A Compute Savings Plan, bought for a year.
  public static Commitment savingsPlan(AccountId owner, String id, String end) {
    return new Commitment(
        owner,
        Service.GLOBAL,
        Service.SAVINGS_PLANS,
        id,
        CommitmentState.Known.ACTIVE,
        new Covered.Spend("Compute", Optional.empty(), Optional.empty(), new Scope.Global()),
        new Offering(Optional.of("No Upfront"), Optional.empty()),
        new Term(Instant.parse(end).minus(Duration.ofDays(365)), Instant.parse(end)),
        Optional.empty(),
        Label.NONE);
  }

  public static Expiring expiring(Commitment commitment, int daysLeft, int milestone) {
    return new Expiring(commitment, daysLeft, milestone, new Renewal.None(), Origins.NONE);
  }

  /// An account that is read with the caller's own credentials.
  public static Account own(String name, AccountId id, String... regions) {
    Account account = account(name, id, regions);
    return new Account(
        name, id, Optional.empty(), Optional.empty(), account.regions(), Optional.empty());
  }

  /// An account with a role to assume.
  public static Account account(String name, AccountId id, String... regions) {
    return new Account(
        name,
        id,
        RemoteRole.parse("ri-expiry-reader"),
        Optional.empty(),
        regions.length == 0
            ? new RegionChoice.AllEnabled()
            : new RegionChoice.Listed(List.of(regions)),
        Optional.empty());
  }

  /// An account whose alerts go to a topic of its own.
  public static Account account(String name, AccountId id, TopicArn topic, String... regions) {
    Account account = account(name, id, regions);
    return new Account(
        account.name(),
        account.id(),
        account.role(),
        account.externalId(),
        account.regions(),
        account.services(),
        account.organizationalUnit(),
        Optional.of(topic));
  }

  /// An organization in which all services are read.
  public static OrganizationScope organization(
      RemoteRole role,
      Optional<ExternalId> externalId,
      RegionChoice regions,
      List<String> organizationalUnits,
      Set<AccountId> excluded) {
    return new OrganizationScope(
        role, externalId, regions, Service.ALL, organizationalUnits, excluded);
  }

  public static Failure denied(String action) {
    return new Failure(
        action,
        "AccessDenied",
        "not authorized to perform " + action,
        "allow " + action + " in the policy of the role that reads this account");
  }

  /// A target that could not be read.
  public static PlaceFailure failure(
      AccountId id, String region, Service service, Failure failure) {
    return new PlaceFailure(new Place.Target(id, region, service), failure);
  }

  /// A whole account that could not be read.
  public static PlaceFailure failure(AccountId id, Failure failure) {
    return new PlaceFailure(new Place.Account(id), failure);
  }

  /// A target that could not be read on 4 May 2026 for the first time.
  public static Unread unread(AccountId id, String region, Service service, Failure failure) {
    return unread(failure(id, region, service, failure));
  }

  /// A whole account that could not be read on 4 May 2026 for the first time.
  public static Unread unread(AccountId id, Failure failure) {
    return unread(failure(id, failure));
  }

  /// A place that could not be read on 4 May 2026 for the first time.
  public static Unread unread(PlaceFailure item) {
    LocalDate date = LocalDate.parse("2026-05-04");
    return Unread.on(date, item.place(), item.failure(), Outage.since(date));
  }
}
