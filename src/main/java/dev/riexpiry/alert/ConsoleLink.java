package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;

/// Where the AWS console shows a commitment, for somebody who is signed in to its account.
final class ConsoleLink {
  private ConsoleLink() {}

  static String of(Commitment commitment) {
    String region = commitment.region();
    String page =
        switch (commitment.service()) {
          case EC2 -> "ec2/home?region=" + region + "#ReservedInstances:";
          case RDS -> "rds/home?region=" + region + "#reserved-instances:";
        };
    return "https://" + region + "." + host(region) + "/" + page;
  }

  private static String host(String region) {
    if (region.startsWith("cn-")) {
      return "console.amazonaws.cn";
    }
    return region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com" : "console.aws.amazon.com";
  }
}
