package dev.riexpiry.aws;

import dev.riexpiry.signin.Way;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.signin.SigninClient;
import software.amazon.awssdk.services.signin.auth.LoginCredentialsProvider;

/// What provides a profile's own credentials: the SDK.
final class ProfileProviders {
  private ProfileProviders() {}

  /// @param way how the profile gets them
  static AwsCredentialsProvider of(String profile, Way way) {
    return switch (way) {
      case LOGIN -> login(Configuration.files(), profile);
      case KEYS, SSO, PROCESS, WEB_IDENTITY, NONE, ENVIRONMENT, CONTAINER, INSTANCE ->
          ProfileCredentialsProvider.create(profile);
    };
  }

  /// A console session, renewed in the region of its own profile: the SDK looks into the default
  /// one (<https://github.com/aws/aws-sdk-java-v2/issues/7196>).
  private static AwsCredentialsProvider login(ProfileFile files, String name) {
    Optional<Profile> profile = files.profile(name);
    Region region =
        profile
            .flatMap(found -> found.property(ProfileProperty.REGION))
            .map(Region::of)
            .orElseGet(() -> HomeRegion.of(Optional.of(name)));
    return LoginCredentialsProvider.builder()
        .loginSession(
            profile.flatMap(found -> found.property(ProfileProperty.LOGIN_SESSION)).orElseThrow())
        .signinClient(SigninClient.builder().region(region).build())
        .build();
  }
}
