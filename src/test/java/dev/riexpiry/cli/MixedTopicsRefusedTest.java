package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A topic that would get both alerts and the messages of a chat ends every command that would, or
/// may later, send to it, before anything is asked.
class MixedTopicsRefusedTest {
  private static final String PREFIX = "arn:aws:sns:us-east-1:111122223333:";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"check --publish", "check", "render", "verify"})
  void alertsForTheTopicOfTheChatAreRefused(String command) throws IOException {
    assertRefused(
        command,
        "topicArn of account 111122223333 (tools): %schat is the topic of the chat channel"
            .formatted(PREFIX),
        "chat",
        "team-chat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check --publish", "check", "render", "verify"})
  void aChatAtTheTopicOfAlertsIsRefused(String command) throws IOException {
    assertRefused(
        command,
        "routes[0].chatTopicArn, for tag Owner=team: %sall is the topic that alerts go to"
            .formatted(PREFIX),
        "own",
        "all");
  }

  private void assertRefused(String command, String fault, String own, String teamChat)
      throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("accounts.json"),
            """
            {"accounts": [{"accountName": "tools", "accountId": "111122223333", "topicArn": "%1$s%2$s"}],
             "routes": [{"tag": {"Owner": "team"}, "topicArn": "%1$steam", "chatTopicArn": "%1$s%3$s"}]}
            """
                .formatted(PREFIX, own, teamChat));
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli =
          Cli.run(
              Stream.concat(
                      Stream.of(command.split(" ")),
                      Stream.of(
                          "--accounts",
                          file.toString(),
                          "--topic-arn",
                          PREFIX + "all",
                          "--chat-topic-arn",
                          PREFIX + "chat"))
                  .toArray(String[]::new));

      assertThat(cli.status()).isEqualTo(2);
      assertThat(cli.out()).isEmpty();
      assertThat(cli.err()).startsWith("the accounts file has one fault:\n  " + fault);
      assertThat(aws.calls()).isEqualTo(List.of());
    }
  }
}
