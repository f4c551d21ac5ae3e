package dev.riexpiry.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.Organization.Member;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// SNS: takes a message, and is as strict about it as its documentation. A topic has one confirmed
/// subscription, on its second page; one whose name ends with `unconfirmed` has none that is
/// confirmed, one whose name ends with `unheard` none at all.
final class SnsWire extends QueryWire {
  private static final int MAX_BYTES = 256 * 1024;

  SnsWire() {
    super("http://sns.amazonaws.com/doc/2010-03-31/");
  }

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    String topic = call.parameter("TopicArn").orElse("");
    return switch (call.action()) {
      case "Publish" -> publish(call, topic, organization);
      case "GetTopicAttributes", "ListSubscriptionsByTopic" -> show(call, topic, organization);
      default -> noSuchAction(call);
    };
  }

  private Answer show(Call call, String topic, Organization organization) {
    if (!organization.topics().contains(topic) || !topic.contains(":sns:" + call.region() + ":")) {
      return refusal(call, 404, "NotFound", "Topic does not exist");
    }
    if (call.action().equals("GetTopicAttributes")) {
      return success(
          call,
          "<Attributes><entry><key>TopicArn</key><value>%s</value></entry></Attributes>"
              .formatted(topic));
    }
    if (call.parameter("NextToken").isEmpty()) {
      return success(
          call,
          "<Subscriptions>%s</Subscriptions><NextToken>2</NextToken>"
              .formatted(topic.endsWith("unheard") ? "" : subscription("PendingConfirmation")));
    }
    return success(
        call,
        "<Subscriptions>%s</Subscriptions>"
            .formatted(
                topic.endsWith("unheard") || topic.endsWith("unconfirmed")
                    ? ""
                    : subscription(topic + ":00000000-0000-4000-8000-0000000000aa")));
  }

  private static String subscription(String arn) {
    return "<member>%s<Protocol>email</Protocol></member>"
        .formatted(Wire.element("SubscriptionArn", arn));
  }

  private Answer publish(Call call, String topic, Organization organization) {
    Optional<String> fault = fault(call, topic);
    if (fault.isPresent()) {
      return refusal(call, 400, "InvalidParameter", "Invalid parameter: " + fault.get());
    }
    if (!organization.topics().contains(topic)) {
      return refusal(call, 404, "NotFound", "Topic does not exist");
    }
    return success(call, Wire.element("MessageId", call.id()));
  }

  private static Optional<String> fault(Call call, String topic) {
    if (!topic.startsWith("arn:aws") || !topic.contains(":sns:" + call.region() + ":")) {
      return Optional.of("TopicArn");
    }
    String subject = call.parameter("Subject").orElse("-");
    if (subject.isEmpty()
        || subject.length() >= 100
        || subject.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("Subject");
    }
    if (bytes(call) > MAX_BYTES) {
      return Optional.of("Message too long");
    }
    return call.parameter("MessageStructure").isEmpty()
        ? Optional.empty()
        : structureFault(call.parameter("Message").orElse(""));
  }

  private static int bytes(Call call) {
    return call.parameters().entrySet().stream()
        .filter(parameter -> parameter.getKey().startsWith("Message"))
        .mapToInt(parameter -> parameter.getValue().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private static Optional<String> structureFault(String message) {
    try {
      JsonNode json = new ObjectMapper().readTree(message);
      return json.path("default").isTextual()
          ? Optional.empty()
          : Optional.of("Message Structure - No default entry in JSON message body");
    } catch (JsonProcessingException e) {
      return Optional.of("Message Structure - JSON message body failed to parse");
    }
  }
}
