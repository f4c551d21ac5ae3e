package dev.riexpiry.aws;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportRole;
import dev.riexpiry.finding.Failure;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What S3 may mean where it refuses to take a report. Of a bucket of another owner, of a policy
/// that wants another encryption and of a right that is missing it says the same two words.
final class S3Refusals {
  private static final int FORBIDDEN = 403;
  private static final String BARE = "Access Denied";

  private S3Refusals() {}

  /// The same failure with a remedy that names what was sent, where S3 gave no reason.
  static Failure explained(Failure failure, Throwable thrown, ReportPlace place, AccountId owner) {
    return thrown instanceof S3Exception answer
            && answer.statusCode() == FORBIDDEN
            && failure.message().strip().equals(BARE)
        ? new Failure(failure.action(), failure.code(), failure.message(), remedy(place, owner))
        : failure;
  }

  private static String remedy(ReportPlace place, AccountId owner) {
    return "S3 does not say why, so see each: that the bucket %s is one of account %s%s; that %s may %s on %s*, and that the bucket's policy lets it; that this policy takes what is encrypted with %s"
        .formatted(
            place.location().bucket(),
            owner,
            place.role().isPresent()
                ? ""
                : " (for a bucket of another account set REPORT_ROLE_ARN, --report-role-arn)",
            place.role().map(ReportRole::arn).orElse("the caller"),
            S3Shelf.ACTION,
            place.location(),
            place
                .key()
                .map(key ->
                    "aws:kms and the key %s, which lets it use kms:GenerateDataKey".formatted(key))
                .orElse("AES256 (for aws:kms set REPORT_KMS_KEY_ARN, --report-kms-key-arn)"));
  }
}
