package dev.riexpiry.aws;

import java.util.Map;
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
  /// The regions of each partition that no account can do without: its first one.
  private static final Map<String, String> ALWAYS_ENABLED =
      Map.of(
          "aws", "us-east-1",
          "aws-cn", "cn-north-1",
          "aws-us-gov", "us-gov-west-1",
          "aws-iso", "us-iso-east-1",
          "aws-iso-b", "us-isob-east-1",
          "aws-iso-e", "eu-isoe-west-1",
          "aws-iso-f", "us-isof-south-1",
          "aws-eusc", "eusc-de-east-1");

  private HomeRegion() {}

  /// A region in the partition of `home` that is enabled in every account; `home` itself in a
  /// partition that is not known.
  static Region alwaysEnabled(Region home) {
    return Optional.ofNullable(ALWAYS_ENABLED.get(home.metadata().partition().id()))
        .map(Region::of)
        .orElse(home);
  }

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
