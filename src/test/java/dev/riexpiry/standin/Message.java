package dev.riexpiry.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/// A message that a topic took.
///
/// @param topicArn the topic
/// @param region the region of the endpoint that took it
/// @param subject the subject of mails
/// @param message the JSON with a text for each protocol
/// @param attributes name to type and text, such as `Number 7`
public record Message(
    String topicArn,
    String region,
    String subject,
    String message,
    Map<String, String> attributes) {

  static Message of(Call call) {
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 1; call.parameters().containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
      String entry = "MessageAttributes.entry." + i + ".";
      attributes.put(
          call.parameters().get(entry + "Name"),
          call.parameters().get(entry + "Value.DataType")
              + " "
              + call.parameters().get(entry + "Value.StringValue"));
    }
    return new Message(
        call.parameters().getOrDefault("TopicArn", ""),
        call.region(),
        call.parameters().getOrDefault("Subject", ""),
        call.parameters().getOrDefault("Message", ""),
        attributes);
  }

  /// The text that a subscriber by mail gets.
  public String mail() {
    return text("email");
  }

  /// The text that a subscriber of `protocol` gets.
  public String text(String protocol) {
    try {
      return new ObjectMapper().readTree(message).path(protocol).asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("SNS does not take such a message", e);
    }
  }
}
