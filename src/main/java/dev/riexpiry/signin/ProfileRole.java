package dev.riexpiry.signin;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// The role that a profile stands for, and how it is to be assumed.
///
/// @param profile the name of the profile
/// @param arn the ARN of the role
/// @param mfaSerial the MFA device of which a code is needed: an ARN, or the number of a device
/// @param externalId the external id
/// @param sessionName the name of the session
/// @param seconds how long the session is to last
public record ProfileRole(
    String profile,
    String arn,
    Optional<String> mfaSerial,
    Optional<String> externalId,
    Optional<String> sessionName,
    Optional<Integer> seconds) {
  public ProfileRole {
    requireNonNull(profile, "profile is null");
    requireNonNull(arn, "arn is null");
    requireNonNull(mfaSerial, "mfaSerial is null");
    requireNonNull(externalId, "externalId is null");
    requireNonNull(sessionName, "sessionName is null");
    requireNonNull(seconds, "seconds is null");
  }

  static ProfileRole of(Profile profile) {
    return new ProfileRole(
        profile.name(),
        profile.setting("role_arn").orElseThrow(),
        profile.setting("mfa_serial"),
        profile.setting("external_id"),
        profile.setting("role_session_name"),
        profile.setting("duration_seconds").flatMap(ProfileRole::number));
  }

  /// A number; empty for anything else, which the AWS CLI passes over too.
  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
