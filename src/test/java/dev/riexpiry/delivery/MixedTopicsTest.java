package dev.riexpiry.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.TopicArn;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// No topic of an accounts file gets both alerts and the messages of a chat.
class MixedTopicsTest {
  private static final String PREFIX = "arn:aws:sns:us-east-1:111122223333:";
  private static final AccountsFile FILE =
      AccountsFile.read(
          new ByteArrayInputStream(
              """
              {"accounts": [
                 {"accountName": "tools", "accountId": "111122223333"},
                 {"accountName": "web", "accountId": "222233334444", "topicArn": "PREFIXown"}],
               "routes": [
                 {"tag": {"Owner": "web"}, "topicArn": "PREFIXown"},
                 {"tag": {"Owner": "data"}, "topicArn": "PREFIXdata", "chatTopicArn": "PREFIXdata-chat"}]}
              """
                  .replace("PREFIX", PREFIX)
                  .getBytes(UTF_8)));

  private static Optional<TopicArn> topic(String name) {
    return Optional.of(new TopicArn(PREFIX + name));
  }

  private static void refuse(Optional<TopicArn> alerts, Optional<TopicArn> chat) {
    MixedTopics.refuse(FILE, alerts, new ChannelTargets(chat, Optional.empty()));
  }

  @Test
  void everyAccountAndRouteWhoseAlertsWouldGoToTheChatIsNamed() {
    assertThatThrownBy(() -> refuse(topic("all"), topic("own")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            the accounts file has 2 faults:
              topicArn of account 222233334444 (web): %1$sown is the topic of the chat channel, which drops alerts; a chat channel and a mail need topics of their own; give it another topic here, or change CHAT_TOPIC_ARN (--chat-topic-arn)
              routes[0].topicArn, for tag Owner=web: %1$sown is the topic of the chat channel, which drops alerts; a chat channel and a mail need topics of their own; give it another topic here, or change CHAT_TOPIC_ARN (--chat-topic-arn)\
            """
                .formatted(PREFIX));
  }

  @Test
  void aRouteWhoseChatIsTheTopicOfAlertsIsNamed() {
    assertThatThrownBy(() -> refuse(topic("data-chat"), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            the accounts file has one fault:
              routes[1].chatTopicArn, for tag Owner=data: %sdata-chat is the topic that alerts go to, which a chat drops; a chat channel and a mail need topics of their own; give it another topic here, or change TOPIC_ARN (--topic-arn)\
            """
                .formatted(PREFIX));
  }

  @Test
  void bothAreNamedAtOnce() {
    assertThatThrownBy(() -> refuse(topic("data-chat"), topic("data")))
        .hasMessageContaining("has 2 faults")
        .hasMessageContaining("routes[1].topicArn")
        .hasMessageContaining("routes[1].chatTopicArn");
  }

  @Test
  void alertsMayShareATopicWithAlertsAndChatsWithChats() {
    assertThatCode(() -> refuse(topic("own"), topic("data-chat"))).doesNotThrowAnyException();
    assertThatCode(() -> refuse(Optional.empty(), Optional.empty())).doesNotThrowAnyException();
  }
}
