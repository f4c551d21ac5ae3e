package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import java.util.Locale;

/// The kind of usage that a commitment gives its discount on. Two commitments with equal keys can
/// replace each other. Their payment options and offering classes are no part of it: AWS applies
/// their discount alike.
///
/// @param accountId the account that owns them: a commitment of another account need not apply to
///   this one
/// @param region the region in which they were bought
/// @param service the service that sold them
/// @param type the family where sizes do not matter, otherwise the exact type; the type and family
///   of a Savings Plan
/// @param scope the region or zone
/// @param platform operating system or engine, edition and licence included; the currency of a
///   Savings Plan
/// @param tenancy `default` where the service has none
/// @param multiAz whether they are for pairs only, where a pair is not simply worth two
record CoverageKey(
    AccountId accountId,
    String region,
    Service service,
    String type,
    Scope scope,
    String platform,
    String tenancy,
    boolean multiAz) {
  static final String USUAL_TENANCY = "default";

  /// The suffix left over from the time when an instance could be outside a VPC.
  private static final String OUTDATED_SUFFIX = " (Amazon VPC)";

  CoverageKey {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    requireNonNull(type, "type is null");
    requireNonNull(scope, "scope is null");
    requireNonNull(platform, "platform is null");
    requireNonNull(tenancy, "tenancy is null");
  }

  /// Makes the key of `family` in any size.
  static CoverageKey ofFamily(Commitment commitment, Covered.Resources covered, String family) {
    return of(commitment, covered, family, false);
  }

  /// Makes the key of the exact type.
  static CoverageKey ofType(Commitment commitment, Covered.Resources covered) {
    return of(commitment, covered, covered.resourceType(), covered.multiAz());
  }

  /// Makes the key of a Savings Plan.
  static CoverageKey ofPlan(Commitment commitment, Covered.Spend plan, String currency) {
    return new CoverageKey(
        commitment.accountId(),
        commitment.region(),
        commitment.service(),
        plan.planType() + plan.family().map(family -> " " + family).orElse(""),
        plan.scope(),
        currency,
        USUAL_TENANCY,
        false);
  }

  private static CoverageKey of(
      Commitment commitment, Covered.Resources covered, String type, boolean multiAz) {
    return new CoverageKey(
        commitment.accountId(),
        commitment.region(),
        commitment.service(),
        type,
        covered.scope(),
        platform(covered),
        tenancy(covered),
        multiAz);
  }

  /// The platform as services spell it in lower case: what RDS calls `aurora-mysql`, Cost Explorer
  /// calls `Aurora MySQL`.
  static String platform(Covered.Resources covered) {
    return covered
        .platform()
        .orElse("")
        .replace(OUTDATED_SUFFIX, "")
        .toLowerCase(Locale.ROOT)
        .replace(' ', '-');
  }

  static String tenancy(Covered.Resources covered) {
    return covered.tenancy().orElse(USUAL_TENANCY);
  }
}
