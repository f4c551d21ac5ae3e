package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import java.util.Optional;

/// The ARN of a commitment: what its service says, or, for those that say none, what the Service
/// Authorization Reference makes of its id. Reserved nodes of Redshift and reservations of
/// OpenSearch have none.
final class CommitmentArn {
  private CommitmentArn() {}

  static Optional<String> of(Commitment commitment) {
    return commitment
        .label()
        .arn()
        .filter(arn -> arn.startsWith("arn:"))
        .or(() ->
            switch (commitment.service()) {
              case EC2 -> Optional.of(ec2(commitment, "reserved-instances"));
              case EC2_HOST -> Optional.of(ec2(commitment, "host-reservation"));
              case EC2_CAPACITY_BLOCK -> Optional.of(ec2(commitment, "capacity-reservation"));
              case RDS,
                  ELASTICACHE,
                  OPENSEARCH,
                  REDSHIFT,
                  REDSHIFT_SERVERLESS,
                  MEMORYDB,
                  SAVINGS_PLANS ->
                  Optional.empty();
            });
  }

  private static String ec2(Commitment commitment, String kind) {
    return "arn:%s:ec2:%s:%s:%s/%s"
        .formatted(
            partition(commitment.region()),
            commitment.region(),
            commitment.accountId(),
            kind,
            commitment.id());
  }

  private static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    if (region.startsWith("us-gov-")) {
      return "aws-us-gov";
    }
    if (region.startsWith("us-iso-")) {
      return "aws-iso";
    }
    if (region.startsWith("us-isob-")) {
      return "aws-iso-b";
    }
    if (region.startsWith("eu-isoe-")) {
      return "aws-iso-e";
    }
    if (region.startsWith("us-isof-")) {
      return "aws-iso-f";
    }
    return region.startsWith("eusc-") ? "aws-eusc" : "aws";
  }
}
