package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.delivery.ChatPublisher;
import dev.riexpiry.delivery.Publisher;
import dev.riexpiry.delivery.Receipt.Result;
import dev.riexpiry.delivery.Receipt.Result.Attempt;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.TopicArn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/// Sends alerts and chat messages to SNS, in the topic's own region, with the caller's own
/// credentials, at a pace that each topic's mail subscriptions bear. What SNS may have taken is not
/// published again.
final class SnsPublisher implements Publisher, ChatPublisher {
  static final String ACTION = "sns:Publish";

  private static final String SEE_WHETHER_IT_ARRIVED =
      "see whether the message arrived; if not, run the check again";

  private final AwsClients clients;
  private final Map<TopicArn, Pace> paces = new ConcurrentHashMap<>();

  /// @param clients the SDK clients
  SnsPublisher(AwsClients clients) {
    this.clients = requireNonNull(clients, "clients is null");
  }

  @Override
  public Attempt publish(TopicArn topicArn, Alert alert) {
    return publish(
        topicArn,
        request ->
            request
                .subject(alert.subject())
                .messageStructure("json")
                .message(alert.message())
                .messageAttributes(attributes(alert.attributes())));
  }

  /// Sends a chat message as it is: Amazon Q Developer drops one that is wrapped in anything.
  @Override
  public Attempt publish(TopicArn topicArn, ChatMessage message) {
    return publish(topicArn, request -> request.message(message.json()));
  }

  private Attempt publish(TopicArn topicArn, Consumer<PublishRequest.Builder> message) {
    paces.computeIfAbsent(topicArn, _ -> new Pace()).await();
    return new AwsCall(ACTION, new Input(topicArn.value(), clients.partition()))
        .<Attempt>ask(
            () -> send(topicArn, message),
            (failure, thrown) ->
                Taken.isExcluded(thrown) || failure.refusesCaller()
                    ? new Result.Refused(failure)
                    : unknown(failure.code(), failure.message()));
  }

  private Attempt send(TopicArn topicArn, Consumer<PublishRequest.Builder> message) {
    String messageId =
        clients
            .unrepeated(SnsClient.class, Region.of(topicArn.region()), SnsClient::builder)
            .publish(request -> message.accept(request.topicArn(topicArn.value())))
            .messageId();
    return messageId == null
        ? unknown(Failure.UNUSABLE_ANSWER, "the answer holds no message id")
        : new Result.Sent(messageId);
  }

  private static Attempt unknown(String code, String message) {
    return new Result.Unknown(new Failure(ACTION, code, message, SEE_WHETHER_IT_ARRIVED));
  }

  private static Map<String, MessageAttributeValue> attributes(AlertAttributes attributes) {
    Map<String, MessageAttributeValue> values = new LinkedHashMap<>();
    if (!attributes.accountIds().isEmpty()) {
      values.put("accountIds", value("String.Array", attributes.accountIdArray()));
    }
    if (!attributes.services().isEmpty()) {
      values.put("services", value("String.Array", attributes.serviceArray()));
    }
    attributes
        .minDaysLeft()
        .ifPresent(days -> values.put("minDaysLeft", value("Number", String.valueOf(days))));
    values.put("complete", value("String", String.valueOf(attributes.complete())));
    return values;
  }

  private static MessageAttributeValue value(String type, String text) {
    return MessageAttributeValue.builder().dataType(type).stringValue(text).build();
  }
}
