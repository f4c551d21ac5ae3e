package dev.riexpiry.aws;

import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.text.Redaction;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// The answers by which AWS itself says that it does not offer a listing in a region: each protocol
/// has a code of its own for it, and some services only words.
final class NotOffered {
  /// The services that are offered wherever there is AWS: who says otherwise of them is a proxy or
  /// a policy, and must not be believed for good.
  private static final Set<Service> EVERYWHERE =
      EnumSet.of(Service.EC2, Service.RDS, Service.SAVINGS_PLANS);

  private NotOffered() {}

  /// The failure for what was thrown, if AWS says so by it. A proxy tells of a host that does not
  /// exist in its own words, so that its refusal counts where the SDK does not know the service.
  ///
  /// @param known whether the SDK knows the service in that region
  static Optional<Failure> failure(Service service, boolean known, SdkException thrown) {
    if (EVERYWHERE.contains(service)) {
      return Optional.empty();
    }
    if (thrown instanceof AwsServiceException answer) {
      return isSaidBy(refusal(service, answer))
          ? Optional.of(
              Failure.notOffered(
                  service.action(),
                  Redaction.of(AwsFailures.codeOf(answer) + ": " + message(answer))))
          : Optional.empty();
    }
    return !known && AwsFailures.isRefusalOfProxy(thrown)
        ? Optional.of(
            Failure.notOffered(service.action(), Redaction.of(String.valueOf(thrown.getMessage()))))
        : Optional.empty();
  }

  private static Refusal refusal(Service service, AwsServiceException answer) {
    return new Refusal(
        service.action(),
        Input.NONE,
        AwsFailures.codeOf(answer),
        message(answer),
        answer.statusCode(),
        answer.isThrottlingException());
  }

  private static boolean isSaidBy(Refusal refusal) {
    return refusal.hasCode(
            "UnsupportedOperation",
            "UnsupportedOperationException",
            "InvalidAction",
            "UnknownOperationException")
        || (!refusal.isDenial()
            && refusal.status() / 100 == 4
            && refusal.says(
                "not available in this region",
                "not supported in this region",
                "not offered in this region"));
  }

  private static String message(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorMessage)
        .filter(message -> !message.isBlank())
        .orElse("without a message");
  }
}
