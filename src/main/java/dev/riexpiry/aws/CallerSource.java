package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.signin.MachineSource;
import dev.riexpiry.signin.Origin;
import dev.riexpiry.signin.Profiles;
import dev.riexpiry.signin.SessionCache;
import dev.riexpiry.signin.Source;
import dev.riexpiry.signin.Way;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.SystemSetting;

/// Where the caller's own credentials come from, and what provides them.
sealed interface CallerSource {
  List<SystemSetting> VARIABLES =
      List.of(
          SdkSystemSetting.AWS_ACCESS_KEY_ID,
          SdkSystemSetting.AWS_SECRET_ACCESS_KEY,
          SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE,
          SdkSystemSetting.AWS_ROLE_ARN,
          SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI,
          SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI);

  /// Where they come from.
  Origin origin();

  /// What provides them.
  AwsCredentialsProvider provider();

  /// Credentials that somebody gave this process.
  static CallerSource given(AwsCredentialsProvider provider) {
    return new OfSdk(Origin.OfMachine.KEYS, Way.ENVIRONMENT, provider);
  }

  /// Decides which credentials of the process are taken.
  ///
  /// @param option the profile that the caller named
  /// @param sessions where sessions are kept for which a code was typed
  /// @throws InvalidInputException if there is no such profile, or what it says cannot be
  static CallerSource of(Optional<String> option, InstantSource clock, SessionCache sessions) {
    Supplier<Profiles> profiles = Configuration::profiles;
    Origin origin = Origin.of(option, variables(), profiles);
    return switch (origin) {
      case Origin.OfMachine machine ->
          new OfSdk(origin, machine.way(), DefaultCredentialsProvider.builder().build());
      case Origin.OfProfile(String name) ->
          switch (profiles.get().source(name)) {
            case Source.Assumed roles -> new Roles(origin, new RoleChain(roles, sessions, clock));
            case Source.OfProfile(String profile, Way way) ->
                new OfSdk(origin, way, ProfileProviders.of(profile, way));
            case Source.Keys keys ->
                new OfSdk(origin, Way.KEYS, ProfileCredentialsProvider.create(keys.profile()));
            case Source.OfMachine(String profile, MachineSource machine) ->
                new OfSdk(origin, machine.way(), ProfileCredentialsProvider.create(profile));
          };
    };
  }

  private static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    VARIABLES.forEach(variable -> put(variables, variable, variable.getStringValue()));
    put(
        variables,
        ProfileFileSystemSetting.AWS_PROFILE,
        ProfileFileSystemSetting.AWS_PROFILE.getNonDefaultStringValue());
    return variables;
  }

  private static void put(
      Map<String, String> variables, SystemSetting variable, Optional<String> value) {
    value
        .filter(text -> !text.isBlank())
        .ifPresent(text -> variables.put(variable.environmentVariable(), text));
  }

  /// Credentials that the SDK finds.
  record OfSdk(Origin origin, Way way, AwsCredentialsProvider provider) implements CallerSource {
    public OfSdk {
      requireNonNull(origin, "origin is null");
      requireNonNull(way, "way is null");
      requireNonNull(provider, "provider is null");
    }
  }

  /// A chain of roles, which has credentials once it is signed in.
  record Roles(Origin origin, RoleChain provider) implements CallerSource {
    public Roles {
      requireNonNull(origin, "origin is null");
      requireNonNull(provider, "provider is null");
    }
  }
}
