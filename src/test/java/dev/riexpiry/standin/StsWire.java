package dev.riexpiry.standin;

import dev.riexpiry.standin.Organization.Device;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Role;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// STS: gives credentials of the account of the role that is assumed.
final class StsWire extends QueryWire {
  private static final Pattern ROLE =
      Pattern.compile("arn:(?<partition>[a-z-]+):iam::(?<account>[0-9]{12}):role/(?<name>.+)");
  private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

  StsWire() {
    super("https://sts.amazonaws.com/doc/2011-06-15/");
  }

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    if (call.action().equals("GetCallerIdentity")) {
      return success(
          call,
          Wire.element("Arn", user(call, caller))
              + Wire.element("UserId", "AIDAFAKE" + caller.id())
              + Wire.element("Account", caller.id()));
    }
    if (!call.action().equals("AssumeRole")) {
      return noSuchAction(call);
    }
    String session = call.parameter("RoleSessionName").orElse("");
    if (!SESSION_NAME.matcher(session).matches()) {
      return refusal(
          call,
          400,
          "ValidationError",
          "1 validation error detected: Value at 'roleSessionName' failed to satisfy constraint");
    }
    String arn = call.parameter("RoleArn").orElse("");
    Matcher role = ROLE.matcher(arn);
    Optional<Role> opened =
        role.matches() && role.group("partition").equals(partition(call.region()))
            ? opened(
                organization.member(role.group("account")),
                role.group("name"),
                call.parameter("ExternalId"))
            : Optional.empty();
    Optional<Device> device = opened.flatMap(Role::device);
    if (opened.isEmpty() || (device.isPresent() && call.parameter("SerialNumber").isEmpty())) {
      return refusal(
          call,
          403,
          "AccessDenied",
          "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
              .formatted(user(call, caller), arn));
    }
    Optional<String> wrong = device.flatMap(asked -> wrong(asked, call));
    if (wrong.isPresent()) {
      return refusal(call, 403, "AccessDenied", "MultiFactorAuthentication failed" + wrong.get());
    }
    return success(call, credentials(role.group("account"), arn, session));
  }

  private static String user(Call call, Member caller) {
    return "arn:%s:iam::%s:user/stand-in".formatted(partition(call.region()), caller.id());
  }

  private static Optional<Role> opened(
      Optional<Member> member, String role, Optional<String> externalId) {
    return member.stream()
        .flatMap(found -> found.roles().stream())
        .filter(known -> known.pathAndName().equals(role))
        .filter(known -> known.externalId().isEmpty() || known.externalId().equals(externalId))
        .findFirst();
  }

  /// What AWS says after its first words where a device or a code is wrong. A code counts once.
  private static Optional<String> wrong(Device device, Call call) {
    if (!call.parameter("SerialNumber").equals(Optional.of(device.serial()))) {
      return Optional.of(
          ", unable to validate MFA code.  Please verify your MFA serial number is valid and"
              + " associated with this user.");
    }
    String code = call.parameter("TokenCode").orElse("");
    return device.takes(code)
        ? Optional.empty()
        : Optional.of(" with invalid MFA one time pass code. ");
  }

  private static String credentials(String account, String arn, String session) {
    return "<AssumedRoleUser>%s%s</AssumedRoleUser><Credentials>%s%s%s%s</Credentials>"
        .formatted(
            Wire.element("AssumedRoleId", "AROAFAKE" + account + ":" + session),
            Wire.element(
                "Arn",
                arn.replace(":iam:", ":sts:").replaceFirst(":role/(.*/)?", ":assumed-role/")
                    + "/"
                    + session),
            Wire.element("AccessKeyId", Keys.temporaryKeyId(account)),
            Wire.element("SecretAccessKey", Keys.secret(account)),
            Wire.element("SessionToken", Keys.sessionToken(account)),
            Wire.element("Expiration", "2999-12-31T00:00:00Z"));
  }

  private static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
