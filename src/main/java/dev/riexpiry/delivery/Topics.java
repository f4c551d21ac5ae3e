package dev.riexpiry.delivery;

import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;

/// Looks at topics without sending anything to them.
public interface Topics {
  /// The action that tells of what kind a topic is.
  String ATTRIBUTES_ACTION = "sns:GetTopicAttributes";

  /// The action that lists a topic's subscriptions.
  String SUBSCRIPTIONS_ACTION = "sns:ListSubscriptionsByTopic";

  /// Tells whether a topic is a standard one. Fails if there is no such topic.
  Outcome<Boolean> isStandard(TopicArn topic);

  /// Counts the subscriptions of a topic, until one is found that is confirmed.
  Outcome<Subscriptions> subscriptions(TopicArn topic);

  /// The subscriptions of a topic.
  ///
  /// @param confirmed those that get messages, 0 or more
  /// @param pending those that nobody has confirmed yet, 0 or more
  record Subscriptions(int confirmed, int pending) {}
}
