package dev.riexpiry.aws;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;

/// The names by which AWS shows regions to people, such as `US West (Oregon)`. Cost Explorer gives
/// them for plans, and codes for reservations.
final class RegionNames {
  private static final Map<String, String> CODES =
      Region.regions().stream()
          .filter(region -> !region.isGlobalRegion())
          .collect(
              Collectors.toMap(region -> region.metadata().description(), Region::id, (a, _) -> a));

  private RegionNames() {}

  /// The code of a region that is named either way; the name itself if it is not known.
  static String code(String name) {
    // The SDK says Europe where AWS said EU before.
    return CODES.getOrDefault(name.replaceFirst("^EU \\(", "Europe ("), name);
  }
}
