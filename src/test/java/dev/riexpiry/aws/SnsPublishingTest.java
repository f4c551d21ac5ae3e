package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
          .isEqualTo(new Outcome.Found<>("00000000-0000-4000-8000-000000000001"));
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

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, Throttled, lower the concurrency",
    "SERVER_ERROR, InternalFailure, run the check again later",
    "DENIED, AuthorizationError, allow sns:Publish on the topic",
    "EXPIRED_TOKEN, ExpiredToken, sign in again",
    "BAD_SIGNATURE, SignatureDoesNotMatch, this machine's clock",
    "REGION_NOT_ENABLED, InvalidClientTokenId, sign in again",
    "CUT_OFF, UnreadableAnswer, whether a proxy changes answers",
    "RESET, ConnectionFailed, check the network"
  })
  void tellsWhyAMessageWasNotTaken(Kind kind, String code, String remedy) {
    assertThat(publish(TOPIC, ALERT, Fault.of(kind, AwsService.SNS)))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.why().action()).isEqualTo("sns:Publish");
              assertThat(failed.why().code()).isEqualTo(code);
              assertThat(failed.why().remedy()).contains(remedy);
            });
  }

  @Test
  void takesAnAnswerWithoutAMessageIdForARefusal() {
    assertThat(publish(TOPIC, ALERT, Fault.of(Kind.EMPTY, AwsService.SNS)))
        .isEqualTo(
            new Outcome.Failed<String>(
                new Failure(
                    "sns:Publish",
                    "UnusableAnswer",
                    "the answer holds no message id",
                    "see whether the message arrived; if not, run the check again")));
  }

  @Test
  void tellsThatATopicDoesNotExist() {
    TopicArn other = new TopicArn("arn:aws:sns:us-east-1:111122223333:deleted");

    assertThat(publish(other, ALERT))
        .isEqualTo(
            new Outcome.Failed<String>(
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
            Outcome.Failed.class,
            failed ->
                assertThat(failed.why().message()).isEqualTo("Invalid parameter: " + complaint));
  }

  private static Outcome<String> publish(TopicArn topic, Alert alert, Fault... faults) {
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
