package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SnsPublishingTest {
  private static final TopicArn TOPIC =
      new TopicArn("arn:aws:sns:eu-west-1:111122223333:ri-expiry");
  private static final Organization ORGANIZATION =
      Organization.of(Member.of(CALLER)).withTopics(TOPIC.value());
  private static final Alert ALERT = alert("1 AWS reservation ends tomorrow: tools", "Sadness.\n");

  @Test
  void sendsMailDocumentAndAttributesInTheTopicsOwnRegion() {
    try (StandIn aws = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.create()) {
      assertThat(new SnsPublisher(clients).publish(TOPIC, ALERT))
          .isEqualTo(new Receipt.Result.Sent("00000000-0000-4000-8000-000000000001"));
      assertThat(aws.messages())
          .containsExactly(
              new Message(
                  TOPIC.value(),
                  "eu-west-1",
                  "1 AWS reservation ends tomorrow: tools",
                  ALERT.message(),
                  Map.of(
                      "accountIds", "String.Array [\"111122223333\"]",
                      "services", "String.Array [\"ec2\"]",
                      "minDaysLeft", "Number 1",
                      "complete", "String true")));
    }
  }

  @Test
  void sendsAChatMessageBareBecauseAmazonQDropsWhatIsWrapped() {
    try (StandIn aws = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.create()) {
      ChatMessage message = ChatMessage.test(TOPIC, "TEST");

      assertThat(new SnsPublisher(clients).publish(TOPIC, message))
          .isInstanceOf(Receipt.Result.Sent.class);
      assertThat(aws.calls("Publish"))
          .singleElement()
          .satisfies(call -> assertThat(call.toString()).doesNotContain("MessageStructure"));
      assertThat(aws.messages())
          .extracting(Message::message, Message::attributes)
          .containsExactly(tuple(message.json(), Map.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, Throttled, lower the concurrency",
    "SERVER_ERROR, InternalFailure, run the check again later",
    "DENIED, AuthorizationError, allow sns:Publish on the topic",
    "EXPIRED_TOKEN, ExpiredToken, sign in again",
    "BAD_SIGNATURE, SignatureDoesNotMatch, this machine's clock",
    "REGION_NOT_ENABLED, InvalidClientTokenId, sign in again"
  })
  void tellsWhyAMessageWasNotTaken(Kind kind, String code, String remedy) {
    assertThat(publish(TOPIC, ALERT, Fault.of(kind, AwsService.SNS)))
        .isInstanceOfSatisfying(
            Receipt.Result.Refused.class,
            refused -> {
              assertThat(refused.failure().action()).isEqualTo("sns:Publish");
              assertThat(refused.failure().code()).isEqualTo(code);
              assertThat(refused.failure().remedy()).contains(remedy);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "SILENCE, Timeout",
    "CUT_OFF, UnreadableAnswer",
    "RESET, ConnectionFailed",
    "RESET_HEAD, ConnectionFailed",
    "BROKEN_HEAD, UnreadableAnswer",
    "BROKEN_BODY, UnreadableAnswer",
    "NESTED, UnreadableAnswer",
    "ENDLESS_PACKED, OversizedAnswer",
    "HTML_ERROR, HTTP 500"
  })
  void publishesOnceWhatMayHaveBeenTaken(Kind kind, String code) {
    try (StandIn aws = StandIn.start(ORGANIZATION, Fault.of(kind, AwsService.SNS).times(1));
        AwsClients clients = QuickClients.impatient(Duration.ofMillis(800))) {
      assertThat(new SnsPublisher(clients).publish(TOPIC, ALERT))
          .isInstanceOfSatisfying(
              Receipt.Result.Unknown.class,
              unknown -> {
                assertThat(unknown.failure().code()).isEqualTo(code);
                assertThat(unknown.failure().remedy()).contains("whether the message arrived");
              });
      assertThat(aws.calls("Publish")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "SERVER_ERROR", "CUT_REFUSAL"})
  void publishesAgainWhatSnsSaysItDidNotTake(Kind kind) {
    assertThat(publish(TOPIC, ALERT, Fault.of(kind, AwsService.SNS).times(2)))
        .isInstanceOf(Receipt.Result.Sent.class);
  }

  @Test
  void knowsOfARefusalWithoutEndThatItIsOne() {
    assertThat(publish(TOPIC, ALERT, Fault.of(Kind.ENDLESS_REFUSAL, AwsService.SNS)))
        .isInstanceOfSatisfying(
            Receipt.Result.Refused.class,
            refused -> assertThat(refused.failure().code()).isEqualTo("OversizedAnswer"));
  }

  @Test
  void waitsTenSecondsForSns() {
    assertThat(Timing.DEFAULT.patient().attempt()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    assertThat(Timing.DEFAULT.patient().call()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void doesNotKnowOfAnAnswerThatIsEmpty() {
    assertThat(publish(TOPIC, ALERT, Fault.of(Kind.EMPTY, AwsService.SNS)))
        .isEqualTo(
            new Receipt.Result.Unknown(
                new Failure(
                    "sns:Publish",
                    "UnreadableAnswer",
                    "AWS answered with status 200, but the rest of the answer was cut off: it ended"
                        + " after 0 bytes",
                    "see whether the message arrived; if not, run the check again")));
  }

  @Test
  void tellsThatATopicDoesNotExist() {
    TopicArn other = new TopicArn("arn:aws:sns:us-east-1:111122223333:deleted");

    assertThat(publish(other, ALERT))
        .isEqualTo(
            new Receipt.Result.Refused(
                new Failure(
                    "sns:Publish",
                    "NotFound",
                    "Topic does not exist",
                    "check the topic's ARN: its account, its region and its name")));
  }

  @ParameterizedTest
  @CsvSource({"100, 10, Subject", "99, 262144, Message too long"})
  void meetsTheLimitsThatSnsSets(int subjectLength, int mailLength, String complaint) {
    Alert tooMuch = alert("s".repeat(subjectLength), "m".repeat(mailLength));

    assertThat(publish(TOPIC, tooMuch))
        .isInstanceOfSatisfying(
            Receipt.Result.Refused.class,
            refused ->
                assertThat(refused.failure().message())
                    .isEqualTo("Invalid parameter: " + complaint));
  }

  private static Receipt.Result.Attempt publish(TopicArn topic, Alert alert, Fault... faults) {
    try (StandIn _ = StandIn.start(ORGANIZATION, faults);
        AwsClients clients = QuickClients.create()) {
      return new SnsPublisher(clients).publish(topic, alert);
    }
  }

  private static Alert alert(String subject, String mail) {
    return new Alert(
        Optional.empty(),
        subject,
        mail,
        "{}",
        new AlertAttributes(
            List.of(new AccountId(CALLER)), List.of(Service.EC2), OptionalInt.of(1), true),
        List.of());
  }
}
