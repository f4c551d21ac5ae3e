package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import java.util.List;
import java.util.Optional;

/// Where the AWS console shows a commitment, for somebody who is signed in to its account.
/// Partitions whose consoles have no published address have no link: a wrong one costs more time
/// than none.
final class ConsoleLink {
  private static final List<String> WITHOUT_LINK = List.of("us-iso", "eu-iso", "eusc-");

  private ConsoleLink() {}

  static Optional<String> of(Commitment commitment) {
    String region = commitment.region();
    String page =
        switch (commitment.service()) {
          case EC2 -> "ec2/home?region=" + region + "#ReservedInstances:";
          case RDS -> "rds/home?region=" + region + "#reserved-instances:";
        };
    return host(region).map(host -> "https://" + region + "." + host + "/" + page);
  }

  private static Optional<String> host(String region) {
    if (WITHOUT_LINK.stream().anyMatch(region::startsWith)) {
      return Optional.empty();
    }
    if (region.startsWith("cn-")) {
      return Optional.of("console.amazonaws.cn");
    }
    return Optional.of(
        region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com" : "console.aws.amazon.com");
  }
}
