package dev.riexpiry.verify;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.alert.Event;
import dev.riexpiry.delivery.ChatPublisher;
import dev.riexpiry.delivery.EventPublisher;
import dev.riexpiry.delivery.Publisher;
import dev.riexpiry.delivery.Receipt.Result;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The one message that says that it is a test.
final class TestAlert {
  private static final String SUBJECT = "TEST of ri-expiry-notifier: nothing has to be done";

  private TestAlert() {}

  /// Sends it to a topic of alerts.
  static Verdict send(Publisher publisher, TopicArn topic) {
    return verdict(publisher.publish(topic, to(topic)));
  }

  /// Sends it to the topic of a chat channel.
  static Verdict sendToChat(ChatPublisher publisher, TopicArn topic) {
    return verdict(publisher.publish(topic, ChatMessage.test(topic, SUBJECT)));
  }

  /// Puts it on a bus.
  static Verdict put(EventPublisher publisher, EventBus bus) {
    return switch (verdict(publisher.put(bus, List.of(Event.test(SUBJECT))).getFirst())) {
      case Verdict.Works _ ->
          new Verdict.Works(
              "a test event was put; see whether a rule gets it: EventBridge takes events for a bus"
                  + " that is not there, and drops them");
      case Verdict.Failed failed -> failed;
      case Verdict.Untried untried -> untried;
    };
  }

  private static Verdict verdict(Result.Attempt attempt) {
    return switch (attempt) {
      case Result.Sent(String messageId) ->
          new Verdict.Works(
              "a test message was sent (%s); see whether it arrives".formatted(messageId));
      case Result.Refused(Failure failure) -> Verdict.of(failure);
      case Result.Unknown(Failure failure) ->
          new Verdict.Failed("it may have been sent: " + failure.reason(), failure.remedy());
    };
  }

  private static Alert to(TopicArn topic) {
    String text =
        """
        This is a test of ri-expiry-notifier, sent because somebody asked for it.
        Nothing is ending, and nothing has to be done.

        You get the alerts of this topic: %s
        """
            .formatted(topic);
    return new Alert(
        Optional.of(topic),
        SUBJECT,
        text,
        Json.compact(new TestDocument(true, text)),
        new AlertAttributes(List.of(), List.of(), OptionalInt.empty(), true),
        List.of());
  }

  /// @param test true, which no other document of this program has
  /// @param message the text of the mail
  private record TestDocument(boolean test, String message) {}
}
