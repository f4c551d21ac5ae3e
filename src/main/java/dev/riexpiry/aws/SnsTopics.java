package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.delivery.Topics;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

/// Looks at SNS topics, in the topic's own region, with the caller's own credentials.
final class SnsTopics implements Topics {
  /// The attribute that only FIFO topics have.
  private static final String FIFO = "FifoTopic";

  /// The beginning of the ARN of a subscription that is confirmed.
  private static final String CONFIRMED = "arn:";

  private final AwsClients clients;

  /// @param clients the SDK clients
  SnsTopics(AwsClients clients) {
    this.clients = requireNonNull(clients, "clients is null");
  }

  @Override
  public Outcome<Boolean> isStandard(TopicArn topic) {
    return new AwsCall(ATTRIBUTES_ACTION, input(topic))
        .ask(() -> {
          GetTopicAttributesResponse answer =
              client(topic).getTopicAttributes(request -> request.topicArn(topic.value()));
          return answer.attributes().isEmpty()
              ? new Outcome.Failed<>(
                  AwsFailures.unusable(ATTRIBUTES_ACTION, "the answer holds no attributes"))
              : new Outcome.Found<>(!Boolean.parseBoolean(answer.attributes().get(FIFO)));
        });
  }

  @Override
  public Outcome<Subscriptions> subscriptions(TopicArn topic) {
    return new AwsCall(SUBSCRIPTIONS_ACTION, input(topic))
        .ask(() -> {
          int pending = 0;
          for (ListSubscriptionsByTopicResponse page :
              Pages.<ListSubscriptionsByTopicResponse>byToken(
                  token ->
                      client(topic)
                          .listSubscriptionsByTopic(
                              request -> request.topicArn(topic.value()).nextToken(token)),
                  ListSubscriptionsByTopicResponse::nextToken)) {
            if (!page.hasSubscriptions()) {
              return new Outcome.Failed<>(
                  AwsFailures.unusable(
                      SUBSCRIPTIONS_ACTION, "the answer holds no list of subscriptions"));
            }
            int confirmed =
                (int) page.subscriptions().stream().filter(SnsTopics::isConfirmed).count();
            pending += page.subscriptions().size() - confirmed;
            if (confirmed > 0) {
              return new Outcome.Found<>(new Subscriptions(confirmed, pending));
            }
          }
          return new Outcome.Found<>(new Subscriptions(0, pending));
        });
  }

  /// A subscription that waits for its confirmation, or is deleted, has a word in place of an ARN.
  private static boolean isConfirmed(Subscription subscription) {
    return OptionalMembers.orEmpty(subscription.subscriptionArn()).startsWith(CONFIRMED);
  }

  private Input input(TopicArn topic) {
    return new Input(topic.value(), clients.partition());
  }

  private SnsClient client(TopicArn topic) {
    return clients.client(SnsClient.class, Region.of(topic.region()), SnsClient::builder);
  }
}
