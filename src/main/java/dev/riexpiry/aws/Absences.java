package dev.riexpiry.aws;

import dev.riexpiry.commitment.Service;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/// Which services turned out not to exist in which regions, so that one look is enough in a run.
///
/// A service is absent if the SDK does not know it there *and* its host has no address. Neither is
/// enough alone: the SDK may be older than the service in that region, and a reservation whose call
/// was spared would lapse unannounced; and a name that cannot be resolved where the SDK knows the
/// service is a fault of this machine.
final class Absences {
  private final Set<Key> absent = ConcurrentHashMap.newKeySet();

  boolean contains(Service service, Region region) {
    return absent.contains(new Key(service, region));
  }

  /// Tells whether a call failed because there is no such service there, and remembers it.
  boolean learn(Service service, Region region, ServiceMetadata known, SdkException thrown) {
    boolean missing = !knows(known, service, region) && AwsFailures.hasNoAddress(thrown);
    if (missing) {
      absent.add(new Key(service, region));
    }
    return missing;
  }

  /// What is asked once for all regions is known by its partition.
  private static boolean knows(ServiceMetadata metadata, Service service, Region region) {
    return service.global()
        ? metadata.servicePartitions().stream()
            .anyMatch(known -> known.partition().id().equals(region.metadata().partition().id()))
        : metadata.regions().contains(region);
  }

  private record Key(Service service, Region region) {}
}
