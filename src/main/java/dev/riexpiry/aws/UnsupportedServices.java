package dev.riexpiry.aws;

import dev.riexpiry.commitment.Service;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/// The services that turned out not to exist in a region, so that a run looks there only once.
///
/// A service is unsupported if the SDK does not know it there *and* its host has no address.
/// Neither is enough alone: the SDK may be older than the service in that region, and a reservation
/// that was not asked for would lapse unannounced; and a name that cannot be resolved where the SDK
/// knows the service is a fault of this machine.
final class UnsupportedServices {
  private final Set<Key> unsupported = ConcurrentHashMap.newKeySet();

  boolean contains(Service service, Region region) {
    return unsupported.contains(new Key(service, region));
  }

  /// Tells whether a call failed because there is no such service there, and remembers it.
  boolean learn(Service service, Region region, ServiceMetadata known, Throwable thrown) {
    boolean missing = !knows(known, service, region) && AwsFailures.hasNoAddress(thrown);
    if (missing) {
      unsupported.add(new Key(service, region));
    }
    return missing;
  }

  /// Tells whether the SDK knows the service there: a global one by its partition, which is asked
  /// once for all regions.
  static boolean knows(ServiceMetadata metadata, Service service, Region region) {
    return service.global()
        ? metadata.servicePartitions().stream()
            .anyMatch(known -> known.partition().id().equals(region.metadata().partition().id()))
        : metadata.regions().contains(region);
  }

  private record Key(Service service, Region region) {}
}
