package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The function says it on every day when nobody gets what it sends, also where it has nothing to
/// send.
class UnheardAlertsTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
  private static final String UNHEARD = "arn:aws:sns:us-east-1:111122223333:unheard";
  private static final String UNCONFIRMED = "arn:aws:sns:eu-west-1:111122223333:unconfirmed";

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path directory;

  private static Organization organization(String... ends) {
    return Organization.of(
            Member.of(
                "111122223333",
                List.of(ends).stream()
                    .map(end -> Reservation.ec2("us-east-1", "r-1", "t3.micro", 1, end))
                    .toArray(Reservation[]::new)))
        .withTopics(TOPIC, UNHEARD, UNCONFIRMED);
  }

  private JsonNode invoke(String event, String topic, String chat, String ownTopic)
      throws IOException {
    Path accounts =
        Files.writeString(
            directory.resolve("accounts.json"),
            """
            { "regions": ["us-east-1"], "accounts": [
              { "accountName": "tools", "accountId": "111122223333", "topicArn": "%s" } ] }
            """
                .formatted(ownTopic));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new ExpiryCheckHandler(
            Map.of(
                "TOPIC_ARN", topic, "CHAT_TOPIC_ARN", chat, "ACCOUNTS_FILE", accounts.toString()),
            InstantSource.fixed(Instant.parse("2026-05-04T06:00:00Z")))
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            InvokedContext.of(log, Duration.ofMinutes(10)));
    return new ObjectMapper().readTree(answer.toByteArray());
  }

  @Test
  void namesEachTopicThatNobodyHearsAlthoughNothingEnds() throws IOException {
    try (StandIn aws = StandIn.start(organization())) {
      JsonNode report = invoke("{}", UNHEARD, "", UNCONFIRMED);

      assertThat(aws.messages()).isEmpty();
      assertThat(report.path("unheard"))
          .extracting(
              entry -> entry.path("topicArn").asText(), entry -> entry.path("pending").asInt())
          .containsExactly(tuple(UNHEARD, 0), tuple(UNCONFIRMED, 1));
      assertThat(log)
          .filteredOn(line -> line.startsWith("nobody gets what is sent to "))
          .singleElement()
          .asString()
          .contains(
              UNHEARD + ": nobody is subscribed",
              UNCONFIRMED + ": the one subscription is not confirmed");
    }
  }

  @Test
  void asksTheTopicOfTheChatToo() throws IOException {
    try (StandIn aws = StandIn.start(organization("2026-05-05T03:59:59Z"))) {
      JsonNode report = invoke("{}", TOPIC, UNHEARD, TOPIC);

      assertThat(report.at("/unheard/0/topicArn").asText()).isEqualTo(UNHEARD);
      assertThat(report.path("unheard")).hasSize(1);
      assertThat(aws.calls("ListSubscriptionsByTopic"))
          .as("two pages of the one, two of the other")
          .hasSize(4);
    }
  }

  @Test
  void aTopicThatSomebodyHearsIsNotMentioned() throws IOException {
    try (StandIn _ = StandIn.start(organization("2026-05-05T03:59:59Z"))) {
      JsonNode report = invoke("{}", TOPIC, "", TOPIC);

      assertThat(report.has("unheard")).isFalse();
      assertThat(log).noneMatch(line -> line.contains("subscribed"));
    }
  }

  @Test
  void aTopicThatMayNotBeAskedIsInTheLogOnlyAndFailsNothing() throws IOException {
    Fault denied = Fault.of(Fault.Kind.DENIED, AwsService.SNS).action("ListSubscriptionsByTopic");
    try (StandIn aws = StandIn.start(organization("2026-05-05T03:59:59Z"), denied)) {
      JsonNode report = invoke("{}", UNHEARD, "", UNHEARD);

      assertThat(aws.messages()).hasSize(1);
      assertThat(report.has("unheard")).isFalse();
      assertThat(report.path("warnings").toString()).doesNotContain("nobody gets");
      assertThat(log)
          .filteredOn(line -> line.startsWith("could not be asked who is subscribed: " + UNHEARD))
          .hasSize(1);
    }
  }

  @Test
  void aDryRunAsksNobody() throws IOException {
    try (StandIn aws = StandIn.start(organization("2026-05-05T03:59:59Z"))) {
      JsonNode report = invoke("{\"dryRun\": true}", UNHEARD, "", UNHEARD);

      assertThat(report.has("unheard")).isFalse();
      assertThat(aws.calls("ListSubscriptionsByTopic")).isEmpty();
    }
  }
}
