package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// The function tries everything once for `{"verify": true}`, and sends a test message for
/// `{"testAlert": true}`.
class VerifyEventTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";

  private static final Organization ORGANIZATION =
      Organization.of(
              Member.of("111122223333").withRegions("us-east-1", "ap-northeast-1"),
              Member.of("222233334444").withRegions("us-east-1", "ap-northeast-1"),
              Member.of("333344445555").withRole("ri-expiry-reader", "another-id"))
          .withTopics(TOPIC);

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @Test
  void answersWithEveryTrialAndSendsNothing() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      List<JsonNode> trials = invoke("{\"verify\": true}", Map.of("TOPIC_ARN", TOPIC));

      assertThat(trials)
          .filteredOn(trial -> trial.path("result").asText().equals("failed"))
          .singleElement()
          .satisfies(trial -> {
            assertThat(trial.path("check").asText()).isEqualTo("role");
            assertThat(trial.path("place").asText()).isEqualTo("333344445555");
            assertThat(trial.path("remedy").asText()).contains("external id");
          });
      assertThat(aws.messages()).isEmpty();
      assertThat(log)
          .anyMatch(line -> line.startsWith("failed: role 333344445555: sts:AssumeRole: "))
          .contains("trials: 25 of 28 work");
    }
  }

  @Test
  void sendsTheTestMessage() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      List<JsonNode> trials = invoke("{\"testAlert\": true}", Map.of("TOPIC_ARN", TOPIC));

      assertThat(aws.messages())
          .extracting(Message::subject)
          .containsExactly("TEST of ri-expiry-notifier: nothing has to be done");
      assertThat(trials)
          .filteredOn(trial -> trial.path("check").asText().equals("publish"))
          .extracting(trial -> trial.path("result").asText())
          .containsExactly("ok");
    }
  }

  @Test
  void triesTheNamedAccountsOnlyAndNoneBeyondTheFile() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      invoke("{\"verify\": true, \"accounts\": [\"222233334444\"]}", Map.of());

      assertThat(aws.calls("DescribeReservedDBInstances"))
          .extracting(Call::account)
          .containsExactly("222233334444");
      assertThatThrownBy(
              () -> invoke("{\"verify\": true, \"accounts\": [\"999900001111\"]}", Map.of()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("999900001111 is not in the accounts file");
    }
  }

  @Test
  void failsWhereItsOwnSignInFails() {
    try (StandIn _ =
        StandIn.start(ORGANIZATION, Fault.of(Fault.Kind.EXPIRED_TOKEN, AwsService.STS))) {
      assertThatThrownBy(() -> invoke("{\"verify\": true}", Map.of()))
          .isInstanceOf(CheckFailedException.class)
          .hasMessageContaining("ExpiredToken");
    }
  }

  @Test
  void triesTheBucketOfSpreadChecksWhereThereIsOne() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      assertThat(invoke("{\"verify\": true}", Map.of("RUN_BUCKET", "pieces")))
          .filteredOn(trial -> trial.path("check").asText().equals("bucket"))
          .extracting(trial -> trial.path("result").asText())
          .containsExactly("ok", "untried");
      assertThat(aws.calls("PUT")).isEmpty();
    }
    try (StandIn _ = StandIn.start(ORGANIZATION, Fault.of(Fault.Kind.DENIED, AwsService.S3))) {
      assertThat(invoke("{\"verify\": true}", Map.of("RUN_BUCKET", "pieces")))
          .filteredOn(trial -> trial.path("check").asText().equals("bucket"))
          .extracting(trial -> trial.path("result").asText())
          .containsExactly("failed");
    }
  }

  @Test
  void refusesATestMessageWithoutATopic() {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      assertThatThrownBy(() -> invoke("{\"testAlert\": true}", Map.of()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("TOPIC_ARN: it is not set; set it to the topic");
      assertThat(aws.calls()).isEmpty();
    }
  }

  private List<JsonNode> invoke(String event, Map<String, String> settings) throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("ACCOUNTS_FILE", "accounts.json");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new ExpiryCheckHandler(environment, InstantSource.system())
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            InvokedContext.of(log, Duration.ofMinutes(10)));
    return StreamSupport.stream(
            new ObjectMapper().readTree(answer.toByteArray()).spliterator(), false)
        .toList();
  }
}
