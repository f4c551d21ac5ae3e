package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.TopicArn;

/// A topic of which nobody gets the messages: it has no subscription that is confirmed.
///
/// @param topic the topic
/// @param pending its subscriptions that nobody has confirmed, 0 or more
public record Unheard(TopicArn topic, int pending) {
  /// @throws IllegalArgumentException if the number is negative
  public Unheard {
    requireNonNull(topic, "topic is null");
    if (pending < 0) {
      throw new IllegalArgumentException("a negative number of subscriptions");
    }
  }

  /// Says why nobody gets them.
  public String reason() {
    return switch (pending) {
      case 0 -> "nobody is subscribed";
      case 1 -> "the one subscription is not confirmed";
      default -> "none of %d subscriptions is confirmed".formatted(pending);
    };
  }

  /// Says what a person can do about it.
  public String remedy() {
    return pending == 0
        ? "run: aws sns subscribe --region %s --topic-arn %s --protocol email --notification-endpoint ADDRESS"
            .formatted(topic.region(), topic)
        : "follow the link in the mail that SNS sent to each address; it holds for two days, then"
            + " subscribe the address again";
  }
}
