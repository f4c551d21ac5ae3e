package dev.riexpiry.aws;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.S3ObjectName;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What S3 may mean where it does not hand out an accounts file, and what mends it. To who may not
/// list the bucket it says of what is not there, and of what must not be read, the same two words.
final class AccountsRefusals {
  private static final int FORBIDDEN = 403;
  private static final String BARE = "Access Denied";
  private static final String DELETED = "x-amz-delete-marker";

  private AccountsRefusals() {}

  /// The same failure with a remedy that is about an accounts file, where there is one.
  static Failure explained(Failure failure, Throwable thrown, S3ObjectName object) {
    return thrown instanceof S3Exception answer
        ? switch (failure.code()) {
          case "NoSuchKey", "MethodNotAllowed" -> with(failure, missing(answer, object));
          case "InvalidObjectState" ->
              with(failure, "it is archived: restore it, or upload the file anew as STANDARD");
          case "AccessDenied" ->
              answer.statusCode() == FORBIDDEN && failure.message().strip().equals(BARE)
                  ? with(failure, denied(object))
                  : failure;
          default -> failure;
        }
        : failure;
  }

  private static String missing(S3Exception answer, S3ObjectName object) {
    return answer.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(DELETED).isPresent()
        ? "somebody has deleted it: delete its delete marker, or upload the file anew (aws s3 cp accounts.json %s)"
            .formatted(object)
        : "upload the file (aws s3 cp accounts.json %s), or name the one that is there"
            .formatted(object);
  }

  private static String denied(S3ObjectName object) {
    return "S3 does not say why, so see each: that there is %s, since what is missing is refused like this, too; that the caller may %s on it, and that the policy of the bucket lets it; that it may kms:Decrypt with the key that encrypts it, if it is one of your own"
        .formatted(object, S3AccountsFile.ACTION);
  }

  private static Failure with(Failure failure, String remedy) {
    return new Failure(failure.action(), failure.code(), failure.message(), remedy);
  }
}
