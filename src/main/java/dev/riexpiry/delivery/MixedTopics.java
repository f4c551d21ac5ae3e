package dev.riexpiry.delivery;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.account.Route;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Topics of an accounts file that would get both alerts and the messages of a chat. SNS takes an
/// alert for the topic of a chat, and Amazon Q Developer drops [what is not of its
/// schema](https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html) without a
/// word: nobody would hear, and the alert would pass for told.
public final class MixedTopics {
  private static final String REMEDY =
      "a chat channel and a mail need topics of their own; give it another topic here, or change %s";

  private MixedTopics() {}

  /// Refuses a file of which a topic does not go with those of a run. Topics that do not go with
  /// each other within the file are refused when it is read.
  ///
  /// @param alerts the default topic of alerts, if it is known
  /// @param channels where findings are told beside that
  /// @throws InvalidInputException naming each account and route with such a topic
  public static void refuse(AccountsFile file, Optional<TopicArn> alerts, ChannelTargets channels) {
    List<Fault> faults =
        Stream.of(
                channels.chat().stream().flatMap(chat -> alertsInChat(file, chat)),
                alerts.stream().flatMap(topic -> chatsAmongAlerts(file, topic)))
            .flatMap(found -> found)
            .toList();
    if (!faults.isEmpty()) {
      throw new InvalidInputException(
          file.version().map(AccountsVersion::location).orElse("the accounts file"), faults);
    }
  }

  private static Stream<Fault> alertsInChat(AccountsFile file, TopicArn chat) {
    Optional<TopicArn> shared = Optional.of(chat);
    Stream<String> accounts =
        file.accounts().stream()
            .filter(account -> account.topicArn().equals(shared))
            .map(MixedTopics::place);
    Stream<String> routes =
        IntStream.range(0, file.routes().size())
            .filter(i -> file.routes().get(i).topic().equals(chat))
            .mapToObj(i -> place(i, "topicArn", file.routes().get(i)));
    return Stream.concat(accounts, routes)
        .map(place ->
            new Fault(
                place,
                "%s is the topic of the chat channel, which drops alerts".formatted(chat.value()),
                REMEDY.formatted("CHAT_TOPIC_ARN (--chat-topic-arn)")));
  }

  private static Stream<Fault> chatsAmongAlerts(AccountsFile file, TopicArn alerts) {
    Optional<TopicArn> shared = Optional.of(alerts);
    return IntStream.range(0, file.routes().size())
        .filter(i -> file.routes().get(i).chat().equals(shared))
        .mapToObj(i ->
            new Fault(
                place(i, "chatTopicArn", file.routes().get(i)),
                "%s is the topic that alerts go to, which a chat drops".formatted(alerts.value()),
                REMEDY.formatted("TOPIC_ARN (--topic-arn)")));
  }

  private static String place(Account account) {
    return "topicArn of account %s (%s)".formatted(account.id(), account.name());
  }

  private static String place(int index, String key, Route route) {
    return "routes[%d].%s, for %s".formatted(index, key, route.match());
  }
}
