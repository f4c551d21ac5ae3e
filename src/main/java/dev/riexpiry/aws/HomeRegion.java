package dev.riexpiry.aws;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/// The region of the STS endpoint and of the partition.
///
/// - default: us-east-1, where neither `AWS_REGION` nor the profile names another. The instance
///   metadata service is not asked: off AWS that costs seconds.
final class HomeRegion {
  private HomeRegion() {}

  /// @param profile the profile to look in; the default one if it is empty
  static Region of(Optional<String> profile) {
    try {
      return new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(),
              new AwsProfileRegionProvider(ProfileFile::defaultProfileFile, profile.orElse(null)))
          .getRegion();
    } catch (SdkClientException e) {
      return Region.US_EAST_1;
    }
  }
}
