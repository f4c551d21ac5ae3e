package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import java.util.List;
import java.util.Optional;

/// Links to the page of the AWS console that shows a commitment: in the account that the user is
/// signed in to, or by an access portal in the commitment's own. Partitions whose consoles have no
/// published address have no link: a wrong one costs more time than none.
public final class ConsoleLink {
  private static final List<String> WITHOUT_LINK = List.of("us-iso", "eu-iso", "eusc-");

  private static final String LARGEST = "console.aws.amazon.com";

  /// The page of the largest partition; the ARN of a plan says whether it is in that one.
  private static final String SAVINGS_PLANS =
      "https://us-east-1.console.aws.amazon.com/costmanagement/home#/savings-plans/inventory";

  private ConsoleLink() {}

  /// The page of reservations where its address is known for sure, else the service's own.
  ///
  /// @param startUrl the portal through which it opens in the commitment's account, if there is one
  public static Optional<String> of(Commitment commitment, Optional<StartUrl> startUrl) {
    Optional<String> link = page(commitment);
    return startUrl
        .map(portal -> link.map(page -> portal.shortcut(commitment.accountId(), page)))
        .orElse(link);
  }

  private static Optional<String> page(Commitment commitment) {
    String region = commitment.region();
    return switch (commitment.service()) {
      case EC2 -> at(region, "ec2", "#ReservedInstances:");
      case RDS -> at(region, "rds", "#reserved-instances:");
      case ELASTICACHE -> at(region, "elasticache", "");
      case OPENSEARCH -> at(region, "aos", "");
      case REDSHIFT, REDSHIFT_SERVERLESS -> at(region, "redshiftv2", "");
      case MEMORYDB -> at(region, "memorydb", "");
      case EC2_HOST -> at(region, "ec2", "#Hosts:");
      case EC2_CAPACITY_BLOCK -> at(region, "ec2", "#CapacityReservations:");
      case SAVINGS_PLANS ->
          commitment
              .label()
              .arn()
              .filter(arn -> arn.startsWith("arn:aws:"))
              .map(_ -> SAVINGS_PLANS);
    };
  }

  /// The page of S3 that shows an object, from which it can be opened.
  ///
  /// @param region any region of the partition: S3 finds that of the bucket
  static Optional<String> ofObject(String region, String bucket, String key) {
    return host(region)
        .map(host -> host.equals(LARGEST) ? "s3." + host : host)
        .map(host -> "https://%s/s3/object/%s?prefix=%s".formatted(host, bucket, key));
  }

  private static Optional<String> at(String region, String console, String page) {
    return host(region)
        .map(host ->
            "https://%s.%s/%s/home?region=%s%s".formatted(region, host, console, region, page));
  }

  private static Optional<String> host(String region) {
    if (WITHOUT_LINK.stream().anyMatch(region::startsWith)) {
      return Optional.empty();
    }
    if (region.startsWith("cn-")) {
      return Optional.of("console.amazonaws.cn");
    }
    return Optional.of(region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com" : LARGEST);
  }
}
