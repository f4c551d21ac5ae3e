package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.text.Json;
import java.util.List;
import java.util.Optional;

/// A message for a chat channel, in the form that Amazon Q Developer in chat applications takes.
///
/// @param topic the topic that the channel listens to, where it is known
/// @param title at most [ChatComposer#MAX_TITLE] characters
/// @param json the whole message, as it is published
/// @param findings everything that it announces, shown or counted
public record ChatMessage(
    Optional<TopicArn> topic, String title, String json, List<Finding> findings) {
  public ChatMessage {
    requireNonNull(topic, "topic is null");
    requireNonNull(title, "title is null");
    requireNonNull(json, "json is null");
    findings = List.copyOf(findings);
  }

  static ChatMessage of(Optional<TopicArn> topic, ChatDocument document, List<Finding> findings) {
    return new ChatMessage(topic, document.content().title(), Json.compact(document), findings);
  }
}
