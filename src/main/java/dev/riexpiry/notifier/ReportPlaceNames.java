package dev.riexpiry.notifier;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportRole;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.KmsKeyArn;
import dev.riexpiry.input.S3Location;
import dev.riexpiry.input.SettingParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The names of the four settings that say where the files of reports go.
///
/// @param location of the folder in a bucket
/// @param role of the ARN of the role to write with
/// @param externalId of what that role asks for
/// @param key of the ARN of the KMS key
public record ReportPlaceNames(String location, String role, String externalId, String key) {
  /// The names in the environment of the function.
  public static final ReportPlaceNames ENVIRONMENT =
      new ReportPlaceNames(
          "REPORT_LOCATION", "REPORT_ROLE_ARN", "REPORT_EXTERNAL_ID", "REPORT_KMS_KEY_ARN");

  public ReportPlaceNames {
    requireNonNull(location, "location is null");
    requireNonNull(role, "role is null");
    requireNonNull(externalId, "externalId is null");
    requireNonNull(key, "key is null");
  }

  /// Reads the settings; empty where no location is set, or something is wrong.
  ///
  /// @param parser gives the settings
  /// @param faults takes what is wrong between them
  public Optional<ReportPlace> read(SettingParser parser, List<Fault> faults) {
    int before = faults.size();
    Optional<S3Location> folder = parser.optional(location, ReportPlaceNames::location);
    Optional<RemoteRole> assumed = parser.optional(role, ReportPlaceNames::role);
    Optional<ExternalId> asked = parser.optional(externalId, ReportPlaceNames::externalId);
    Optional<KmsKeyArn> encrypting = parser.optional(key, ReportPlaceNames::key);
    if (faults.size() > before) {
      return Optional.empty();
    }
    if (folder.isEmpty()) {
      Stream.of(assumed.map(_ -> role), asked.map(_ -> externalId), encrypting.map(_ -> key))
          .flatMap(Optional::stream)
          .forEach(name ->
              faults.add(
                  new Fault(
                      name,
                      "no report goes to a bucket",
                      "name the folder in a bucket with " + location + ", or leave this out")));
    } else if (asked.isPresent() && assumed.isEmpty()) {
      faults.add(
          new Fault(externalId, "there is no role that asks for it", "name the role with " + role));
    }
    return faults.size() > before
        ? Optional.empty()
        : folder.map(
            to -> new ReportPlace(to, assumed.map(one -> new ReportRole(one, asked)), encrypting));
  }

  private static S3Location location(String text) {
    return S3Location.parse(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not a folder in a bucket", S3Location.REMEDY));
  }

  private static RemoteRole role(String text) {
    return RemoteRole.parse(text)
        .filter(parsed -> parsed.accountId().isPresent())
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not the ARN of a role",
                "write one like arn:aws:iam::222233334444:role/ri-expiry-report-writer"));
  }

  /// The text is not in the message: it may bring a reader one step nearer to that role.
  private static ExternalId externalId(String text) {
    if (!ExternalId.isValid(text)) {
      throw new InvalidValueException(
          "STS takes no such external id", "write 2 to 1224 letters, digits or _+=,.@:/-");
    }
    return new ExternalId(text);
  }

  private static KmsKeyArn key(String text) {
    return KmsKeyArn.parse(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not the ARN of a KMS key", KmsKeyArn.REMEDY));
  }
}
