package dev.riexpiry.policy;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A commitment in the words a case needs; what it does not say is the usual.
public record Purchase(
    AccountId account,
    String region,
    Service service,
    String id,
    CommitmentState state,
    Covered covered,
    String offeringClass,
    Instant start,
    Instant end) {
  private static final Duration YEAR = Duration.ofDays(365);
  static final String REGION = "us-east-1";

  /// Regional Linux with default tenancy, active, to end on 11 May 2026.
  public static Purchase ec2(String id, int quantity, String type) {
    return of(
        Service.EC2, id, resources(quantity, type, "Linux/UNIX", Optional.of("default"), false));
  }

  public static Purchase rds(String id, int quantity, String type, String engine) {
    return of(Service.RDS, id, resources(quantity, type, engine, Optional.empty(), false));
  }

  public static Purchase rdsMultiAz(String id, int quantity, String type, String engine) {
    return of(Service.RDS, id, resources(quantity, type, engine, Optional.empty(), true));
  }

  public static Purchase plan(String id, String planType, String hourly) {
    return spend(id, planType, Optional.of(hourly), Optional.empty(), new Scope.Global());
  }

  public static Purchase ec2Plan(String id, String hourly, String family, String region) {
    return spend(
        id, "EC2Instance", Optional.of(hourly), Optional.of(family), new Scope.Region(region));
  }

  public static Purchase amountlessPlan(String id, String planType) {
    return spend(id, planType, Optional.empty(), Optional.empty(), new Scope.Global());
  }

  private static Purchase spend(
      String id, String planType, Optional<String> hourly, Optional<String> family, Scope scope) {
    return of(
        Service.SAVINGS_PLANS,
        id,
        new Covered.Spend(
            planType,
            hourly.map(amount -> new Money(new BigDecimal(amount), Optional.of("USD"))),
            family,
            scope));
  }

  private static Purchase of(Service service, String id, Covered covered) {
    return new Purchase(
            Sample.WEB,
            REGION,
            service,
            id,
            CommitmentState.Known.ACTIVE,
            covered,
            "standard",
            Instant.EPOCH,
            Instant.EPOCH)
        .ending("2026-05-11T03:59:59Z");
  }

  private static Covered.Resources resources(
      int quantity, String type, String platform, Optional<String> tenancy, boolean multiAz) {
    return new Covered.Resources(
        type,
        quantity,
        Unit.INSTANCES,
        new Scope.Region(REGION),
        Optional.of(platform),
        tenancy,
        multiAz);
  }

  /// Active for the year before `last`.
  public Purchase ending(String last) {
    Instant at = Instant.parse(last);
    return with(CommitmentState.Known.ACTIVE, at.minus(YEAR).plusSeconds(1), at);
  }

  /// Queued for the year from `first`.
  public Purchase queued(String first) {
    Instant at = Instant.parse(first);
    return with(CommitmentState.Known.QUEUED, at, at.plus(YEAR).minusSeconds(1));
  }

  /// Queued to begin the second after the usual end.
  public Purchase queued() {
    return queued("2026-05-11T04:00:00Z");
  }

  /// Active for the year from `first`.
  public Purchase bought(String first) {
    return queued(first).in(CommitmentState.Known.ACTIVE);
  }

  /// Active from `first` to `last`.
  public Purchase bought(String first, String last) {
    return with(CommitmentState.Known.ACTIVE, Instant.parse(first), Instant.parse(last));
  }

  public Purchase in(CommitmentState other) {
    return with(other, start, end);
  }

  public Purchase withId(String other) {
    return new Purchase(account, region, service, other, state, covered, offeringClass, start, end);
  }

  public Purchase of(AccountId other) {
    return new Purchase(other, region, service, id, state, covered, offeringClass, start, end);
  }

  public Purchase inRegion(String other) {
    return covering(scoped(new Scope.Region(other)), other);
  }

  public Purchase inZone(String zone) {
    return covering(scoped(new Scope.Zone(zone)), region);
  }

  private Covered.Resources scoped(Scope scope) {
    Covered.Resources it = (Covered.Resources) covered;
    return new Covered.Resources(
        it.resourceType(),
        it.quantity(),
        it.unit(),
        scope,
        it.platform(),
        it.tenancy(),
        it.multiAz());
  }

  public Purchase on(String platform) {
    Covered.Resources it = (Covered.Resources) covered;
    return covering(
        resources(it.quantity(), it.resourceType(), platform, it.tenancy(), it.multiAz()), region);
  }

  public Purchase tenancy(String tenancy) {
    Covered.Resources it = (Covered.Resources) covered;
    return covering(
        resources(
            it.quantity(),
            it.resourceType(),
            it.platform().orElseThrow(),
            Optional.of(tenancy),
            it.multiAz()),
        region);
  }

  public Purchase counting(Unit unit) {
    Covered.Resources it = (Covered.Resources) covered;
    return covering(
        new Covered.Resources(
            it.resourceType(), it.quantity(), unit, it.scope(), it.platform(), it.tenancy(), false),
        region);
  }

  public Purchase convertible() {
    return new Purchase(account, region, service, id, state, covered, "convertible", start, end);
  }

  private Purchase covering(Covered other, String where) {
    return new Purchase(account, where, service, id, state, other, offeringClass, start, end);
  }

  private Purchase with(CommitmentState newState, Instant from, Instant to) {
    return new Purchase(account, region, service, id, newState, covered, offeringClass, from, to);
  }

  public Commitment commitment() {
    return new Commitment(
        account,
        region,
        service,
        id,
        state,
        covered,
        new Offering(Optional.of("No Upfront"), Optional.of(offeringClass)),
        new Term(start, end),
        Optional.empty(),
        Label.NONE);
  }
}
