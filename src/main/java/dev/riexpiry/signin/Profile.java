package dev.riexpiry.signin;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One profile of the AWS configuration: what both of its files say of it.
///
/// @param name its name
/// @param settings its settings by name, in lower case; may hold secrets
public record Profile(String name, Map<String, String> settings) {
  public Profile {
    requireNonNull(name, "name is null");
    settings = Map.copyOf(settings);
  }

  /// The text of a setting; empty if it is absent or blank.
  Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty));
  }

  /// Tells whether it stands for a role that another profile, or what runs here, assumes. A role
  /// for a web identity is none: it needs no credentials.
  boolean assumesRole() {
    return setting("role_arn").isPresent() && setting("web_identity_token_file").isEmpty();
  }

  /// Tells whether it has keys of its own.
  boolean hasKeys() {
    return Stream.of("aws_access_key_id", "aws_secret_access_key")
        .anyMatch(key -> setting(key).isPresent());
  }

  /// Tells whether it says where credentials come from.
  boolean givesCredentials() {
    return assumesRole() || way() != Way.NONE;
  }

  /// The way of its own credentials, in the order of the SDK.
  Way way() {
    if (has("role_arn", "web_identity_token_file")) {
      return Way.WEB_IDENTITY;
    }
    if (has("sso_session") || has("sso_start_url") || has("sso_account_id")) {
      return Way.SSO;
    }
    if (has("login_session")) {
      return Way.LOGIN;
    }
    if (hasKeys()) {
      return Way.KEYS;
    }
    return has("credential_process") ? Way.PROCESS : Way.NONE;
  }

  private boolean has(String... keys) {
    return Stream.of(keys).allMatch(key -> setting(key).isPresent());
  }

  /// Leaves out the settings.
  @Override
  public String toString() {
    return "Profile[" + name + "]";
  }
}
