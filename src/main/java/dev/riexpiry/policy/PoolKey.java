package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;

/// The usage that commitments of one payer give their discount on, whichever of its accounts owns
/// them: AWS shares it among all of them, unless an account has that switched off.
///
/// @see CoverageKey
record PoolKey(
    String region,
    Service service,
    String type,
    Scope scope,
    String platform,
    String tenancy,
    boolean multiAz) {
  PoolKey {
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    requireNonNull(type, "type is null");
    requireNonNull(scope, "scope is null");
    requireNonNull(platform, "platform is null");
    requireNonNull(tenancy, "tenancy is null");
  }

  static PoolKey of(CoverageKey key) {
    return new PoolKey(
        key.region(),
        key.service(),
        key.type(),
        key.scope(),
        key.platform(),
        key.tenancy(),
        key.multiAz());
  }
}
