package dev.riexpiry.aws;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.signin.ProfileRole;
import dev.riexpiry.signin.Source;
import dev.riexpiry.signin.Way;
import java.util.Locale;

/// Why a profile's role could not be assumed, with the command or the setting that mends it.
final class RoleFailures {
  private static final String WRONG_CODE = "MultiFactorAuthentication failed with invalid";
  private static final String WRONG_DEVICE = "MultiFactorAuthentication failed, unable to validate";

  private RoleFailures() {}

  /// The failure where a code is needed and nobody gives one.
  static Failure noCode(String profile, String serial) {
    return new Failure(
        StsSignIn.ACTION,
        Failure.NO_CREDENTIALS,
        "the profile '%s' needs a code of the MFA device %s, and there is neither a terminal to type it on nor --mfa-code"
            .formatted(profile, serial),
        "run it in a terminal, which asks for the code, or add --mfa-code 123456 with the device's own");
  }

  /// Tells whether another code may help.
  static boolean isWrongCode(Failure failure) {
    return failure.message().startsWith(WRONG_CODE);
  }

  /// Names the profile and the role in a failure of AWS, and what mends it there.
  ///
  /// @param by the credentials that it was to be assumed with
  static Failure of(ProfileRole role, Source by, Failure failure) {
    return new Failure(
        StsSignIn.ACTION,
        failure.code(),
        "the role %s of the profile '%s' could not be assumed: %s, %s"
            .formatted(role.arn(), role.profile(), failure.code(), failure.message()),
        remedy(role, by, failure));
  }

  private static String remedy(ProfileRole role, Source by, Failure failure) {
    String said = failure.message().toLowerCase(Locale.ROOT);
    if (isWrongCode(failure)) {
      return "wait for the device's next code, since each counts once, then run it again";
    }
    if (failure.message().startsWith(WRONG_DEVICE)) {
      return "name a device of the user whose keys sign in as mfa_serial of the profile '%s'"
          .formatted(role.profile());
    }
    if (failure.refusesCaller()) {
      return "the credentials of %s are not valid, or no longer: %s"
          .formatted(named(by), renew(by));
    }
    if (said.contains("maxsessionduration") || said.contains("durationseconds")) {
      return "lower duration_seconds of the profile '%s', or raise the role's MaxSessionDuration"
          .formatted(role.profile());
    }
    if (failure.code().startsWith("AccessDenied") && !said.contains("explicit deny")) {
      return "check role_arn%s of the profile '%s', that the role trusts the credentials of %s, and that these may assume it%s"
          .formatted(
              role.externalId().isPresent() ? " and external_id" : "",
              role.profile(),
              named(by),
              role.mfaSerial().isPresent() ? "" : "; if it asks for MFA, add mfa_serial there");
    }
    return failure.remedy();
  }

  private static String named(Source by) {
    return switch (by) {
      case Source.OfMachine machine -> machine.machine().word();
      case Source.OfProfile(String profile, Way _) -> "the profile '" + profile + "'";
      case Source.Keys keys -> "the profile '" + keys.profile() + "'";
      case Source.Assumed(ProfileRole role, Source _) -> "the profile '" + role.profile() + "'";
    };
  }

  private static String renew(Source by) {
    return switch (by) {
      case Source.OfMachine _, Source.Assumed _ -> "sign in again";
      case Source.OfProfile(String profile, Way _) -> "aws configure --profile " + profile;
      case Source.Keys keys -> "aws configure --profile " + keys.profile();
    };
  }
}
