package dev.riexpiry.aws;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/// The region of the STS endpoint and of the partition.
///
/// - default: us-east-1, where neither `AWS_REGION`, nor `AWS_DEFAULT_REGION`, nor the profile
///   names another, in this order. The instance metadata service is not asked: off AWS that costs
///   seconds.
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

  static final Region USUAL = Region.US_EAST_1;

  private static final String OF_CLI = "AWS_DEFAULT_REGION";

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
    return chosen(profile, System.getenv()).orElse(USUAL);
  }

  /// The region that somebody has named. The SDK does not look into the variable of the AWS CLI.
  ///
  /// @param profile the profile to look in; the default one if it is empty
  static Optional<Region> chosen(Optional<String> profile, Map<String, String> environment) {
    return named(new SystemSettingsRegionProvider())
        .or(() ->
            Optional.ofNullable(environment.get(OF_CLI))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .map(Region::of))
        .or(() -> named(new AwsProfileRegionProvider(Configuration::files, profile.orElse(null))));
  }

  private static Optional<Region> named(AwsRegionProvider source) {
    try {
      return Optional.ofNullable(source.getRegion());
    } catch (SdkClientException _) {
      return Optional.empty();
    }
  }
}
