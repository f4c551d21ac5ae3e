package dev.riexpiry.aws;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/// How long an answer may take.
enum Patience {
  /// As long as answers take, with another attempt after the first silence.
  USUAL,

  /// Much longer, in one attempt: for what has been silent before.
  LAST;

  void limit(AwsRequestOverrideConfiguration.Builder request, AwsClients clients) {
    switch (this) {
      case USUAL -> {}
      case LAST ->
          request
              .apiCallAttemptTimeout(clients.lastAttempt())
              .apiCallTimeout(clients.lastAttempt());
    }
  }
}
