package dev.riexpiry.check;

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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A commitment as the steps of a spread check hand it on.
///
/// @param resources absent for a plan
/// @param plan absent for anything else
record StoredCommitment(
    String accountId,
    String region,
    String service,
    String id,
    String state,
    Optional<StoredResources> resources,
    Optional<StoredPlan> plan,
    StoredScope scope,
    Optional<String> payment,
    Optional<String> offeringClass,
    String start,
    String end,
    Optional<StoredMoney> hourlyPrice,
    Optional<String> name,
    Optional<String> arn,
    Map<String, String> tags) {

  static StoredCommitment of(Commitment commitment) {
    Covered covered = commitment.covered();
    return new StoredCommitment(
        commitment.accountId().value(),
        commitment.region(),
        commitment.service().id(),
        commitment.id(),
        commitment.state().text(),
        covered instanceof Covered.Resources resources
            ? Optional.of(StoredResources.of(resources))
            : Optional.empty(),
        covered instanceof Covered.Spend spend
            ? Optional.of(StoredPlan.of(spend))
            : Optional.empty(),
        new StoredScope(covered.scope().id(), covered.scope().name()),
        commitment.offering().payment(),
        commitment.offering().offeringClass(),
        commitment.start().toString(),
        commitment.end().toString(),
        commitment.hourlyPrice().map(StoredMoney::of),
        commitment.label().name(),
        commitment.label().arn(),
        commitment.label().tags());
  }

  Commitment commitment() {
    return new Commitment(
        new AccountId(accountId),
        region,
        Service.of(service),
        id,
        CommitmentState.of(state),
        covered(),
        new Offering(payment, offeringClass),
        new Term(Instant.parse(start), Instant.parse(end)),
        hourlyPrice.map(StoredMoney::money),
        new Label(name, arn, tags));
  }

  private Covered covered() {
    return resources
        .<Covered>map(some -> some.covered(scope.scope()))
        .or(() -> plan.map(some -> some.covered(scope.scope())))
        .orElseThrow(() -> new IllegalArgumentException("a commitment that covers nothing: " + id));
  }

  record StoredResources(
      String type,
      int quantity,
      String unit,
      Optional<String> platform,
      Optional<String> tenancy,
      boolean multiAz) {
    private static StoredResources of(Covered.Resources resources) {
      return new StoredResources(
          resources.resourceType(),
          resources.quantity(),
          resources.unit().name(),
          resources.platform(),
          resources.tenancy(),
          resources.multiAz());
    }

    private Covered covered(Scope scope) {
      return new Covered.Resources(
          type, quantity, Unit.valueOf(unit), scope, platform, tenancy, multiAz);
    }
  }

  record StoredPlan(String type, Optional<StoredMoney> hourly, Optional<String> family) {
    private static StoredPlan of(Covered.Spend spend) {
      return new StoredPlan(spend.planType(), spend.hourly().map(StoredMoney::of), spend.family());
    }

    private Covered covered(Scope scope) {
      return new Covered.Spend(type, hourly.map(StoredMoney::money), family, scope);
    }
  }

  record StoredScope(String kind, Optional<String> name) {
    private Scope scope() {
      return switch (kind) {
        case "region" -> new Scope.Region(name.orElseThrow());
        case "zone" -> new Scope.Zone(name.orElseThrow());
        case "global" -> new Scope.Global();
        default -> throw new IllegalArgumentException("no such scope: " + kind);
      };
    }
  }

  /// @param amount as text, so that no decimal is lost
  record StoredMoney(String amount, Optional<String> currency) {
    private static StoredMoney of(Money money) {
      return new StoredMoney(money.amount().toPlainString(), money.currency());
    }

    private Money money() {
      return new Money(new BigDecimal(amount), currency);
    }
  }
}
