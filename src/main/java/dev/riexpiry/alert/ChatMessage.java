package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A message for a chat channel, in the form that Amazon Q Developer in chat applications takes.
///
/// @param topic the topic that the channel listens to, where it is known
/// @param title at most [ChatComposer#MAX_TITLE] characters
/// @param json the whole message, as it is published
/// @param findings everything that it announces, shown or counted
public record ChatMessage(
    Optional<TopicArn> topic, String title, String json, List<Finding> findings)
    implements Message {
  public ChatMessage {
    requireNonNull(topic, "topic is null");
    requireNonNull(title, "title is null");
    requireNonNull(json, "json is null");
    findings = List.copyOf(findings);
  }

  static ChatMessage of(Optional<TopicArn> topic, ChatDocument document, List<Finding> findings) {
    return new ChatMessage(topic, document.content().title(), Json.compact(document), findings);
  }

  /// The message that says that it is a test.
  ///
  /// @param title what it says
  public static ChatMessage test(TopicArn topic, String title) {
    return of(
        Optional.of(topic),
        ChatDocument.of(
            UUID.nameUUIDFromBytes((topic + " test").getBytes(StandardCharsets.UTF_8)).toString(),
            new ChatDocument.Content(
                "client-markdown",
                title,
                "Somebody asked for this test. Nothing is ending.",
                List.of(),
                List.of()),
            new ChatDocument.Metadata(
                topic + "/test", title, "ri-expiry-notifier", Map.of("test", "true"))),
        List.of());
  }
}
