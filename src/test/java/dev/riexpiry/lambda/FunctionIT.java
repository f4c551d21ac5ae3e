package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Template;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Keys;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionIT {
  private static final Path ARTIFACT = Path.of("target/function.jar");
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
  static final String HANDLER =
      String.valueOf(
          Template.read("sam-template.yaml")
              .at("Resources", "CheckFunction", "Properties", "Handler"));

  @ParameterizedTest
  @ValueSource(strings = {"scheduled-rule", "scheduler"})
  void aScheduledEventChecksAsOfItsOwnTimeAndTellsTheTopic(String event) throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function = startInMay(aws, Map.of("TOPIC_ARN", TOPIC))) {
      JsonNode report = report(function.invoke(event(event)));

      assertThat(report.path("checkDate").asText()).isEqualTo("2026-05-04");
      assertThat(report.path("dryRun").asBoolean()).isFalse();
      assertThat(report.path("expiring").findValuesAsText("commitmentId"))
          .containsExactly("ri-data", "web-1");
      assertThat(aws.messages()).extracting(Message::topicArn).containsExactly(TOPIC);
      assertThat(report.path("alerts").get(0).path("messageId").asText()).isNotEmpty();
      assertThat(metrics(function)).contains("\"ChecksCompleted\":1");
    }
  }

  @Test
  void theFilesOfTheReportAreWrittenAfterTheAlerts() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function =
            startInMay(
                aws, Map.of("TOPIC_ARN", TOPIC, "REPORT_LOCATION", "s3://bucket/reports/"))) {
      JsonNode report = report(function.invoke(event("scheduled-rule")));

      assertThat(report.path("delivery").path("state").asText()).isEqualTo("written");
      assertThat(aws.messages()).hasSize(1);
      assertThat(aws.calls("PUT"))
          .extracting(Call::path)
          .contains(
              "/bucket/reports/2026/05/04/calendar.ics", "/bucket/reports/2026/05/04/index.html")
          .endsWith("/bucket/reports/latest/index.html");
      assertThat(metrics(function)).contains("\"ReportFailed\":0");
    }
  }

  @Test
  void thePayerAloneIsReadWithTheFileThatGoesWithTheFunction() throws Exception {
    String start = "2025-05-11T08:00:00Z";
    String end = "2026-05-11T07:59:59Z";
    Organization payer =
        Organization.of(
                Member.of(
                    "111122223333",
                    Books.reservation(
                        "Amazon ElastiCache",
                        "222233334444",
                        "cache-1",
                        "cache.m5.large",
                        start,
                        end),
                    Books.plan("111122223333", "plan-1", start, end)))
            .withTopics(TOPIC);
    try (StandIn aws = StandIn.start(payer);
        FunctionProcess function =
            startInMay(
                aws,
                Map.of(
                    "TOPIC_ARN",
                    TOPIC,
                    "ACCOUNTS_FILE",
                    Path.of("payer.json").toAbsolutePath().toString()))) {
      JsonNode report = report(function.invoke(event("scheduled-rule")));

      assertThat(report.path("complete").asBoolean()).isTrue();
      assertThat(report.path("expiring").findValuesAsText("commitmentId"))
          .containsExactlyInAnyOrder("cache-1", "plan-1");
      assertThat(report.path("expiring").findValuesAsText("source"))
          .containsExactly("payer", "payer");
      assertThat(aws.messages()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scheduled-rule", "scheduler"})
  void aScheduledEventOfAnotherTimeIsCheckedAndTellsNobody(String event) throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function =
            start(aws, Map.of("TOPIC_ARN", TOPIC, "LEDGER_TABLE", "ledger-of-another-time"))) {
      JsonNode report = report(function.invoke(event(event)));

      assertThat(report.path("checkDate").asText()).isEqualTo("2026-05-04");
      assertThat(report.path("dryRun").asBoolean()).isTrue();
      assertThat(report.path("ledger").path("state").asText()).isEqualTo("read");
      assertThat(report.path("expiring")).hasSize(2);
      assertThat(report.path("warnings").get(0).asText())
          .startsWith("nothing was sent or recorded: the event's time, 2026-05-04T06:00:00Z, ");
      assertThat(function.log()).contains("nothing was sent or recorded");
      assertThat(aws.messages()).isEmpty();
      assertThat(metrics(function)).doesNotContain("ChecksCompleted");
    }
  }

  @Test
  void aDryRunShowsWhatWouldGoOutWithoutATopicAndIsNoHeartbeat() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function = start(aws, Map.of())) {
      JsonNode report = report(function.invoke(event("dry-run")));

      assertThat(report.path("dryRun").asBoolean()).isTrue();
      assertThat(report.path("alerts").get(0).path("topicArn").isNull()).isTrue();
      assertThat(report.path("alerts").get(0).path("messageId").isNull()).isTrue();
      assertThat(aws.messages()).isEmpty();
      assertThat(metrics(function)).contains("\"ExpiringCommitments\":2");
      assertThat(metrics(function)).doesNotContain("ChecksCompleted");
    }
  }

  @Test
  void everythingIsTriedOnceAndNothingIsSent() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function = start(aws, Map.of("TOPIC_ARN", TOPIC))) {
      JsonNode trials = report(function.invoke(event("verify")));

      assertThat(trials.findValuesAsText("result")).contains("ok").doesNotContain("failed");
      assertThat(trials.findValuesAsText("check"))
          .contains("identity", "role", "action", "topic", "subscriptions", "publish", "ledger");
      assertThat(aws.messages()).isEmpty();
    }
  }

  @Test
  void oneAccountIsReadWithoutTheOthers() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function = start(aws, Map.of())) {
      JsonNode report = report(function.invoke(event("one-account")));

      assertThat(report.path("accounts").path("configured").asInt()).isEqualTo(1);
      assertThat(aws.calls("AssumeRole")).hasSize(1);
    }
  }

  @Test
  void otherMilestonesReplaceTheFunctionsOwn() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function = start(aws, Map.of())) {
      String event = text("other-milestones").replace("}", ", \"checkDate\": \"2026-05-04\"}");
      JsonNode report = report(function.invoke(event.getBytes(StandardCharsets.UTF_8)));

      assertThat(report.path("expiring").findValuesAsText("milestone")).containsExactly("7", "90");
    }
  }

  @Test
  void theInvocationFailsAfterAnAlertThatTheTopicRefused() throws Exception {
    Fault refused = Fault.of(Fault.Kind.DENIED, AwsService.SNS);
    try (StandIn aws = StandIn.start(organization(), refused);
        FunctionProcess function = startInMay(aws, Map.of("TOPIC_ARN", TOPIC))) {
      RuntimeApi.InvocationResult answer = function.invoke(event("scheduled-rule"));

      assertThat(answer.ok()).isFalse();
      assertThat(answer.body())
          .contains("1 of 1 alerts could not be sent: sns:Publish: ", "\"stackTrace\":[]");
      assertThat(metrics(function)).doesNotContain("ChecksCompleted");
    }
  }

  @Test
  void theInvocationFailsForOneTopicAfterTheOtherWasServed(@TempDir Path directory)
      throws Exception {
    String accounts =
        Files.readString(Path.of("accounts.json"))
            .replaceFirst(
                "\"accountId\": \"222233334444\",",
                "\"accountId\": \"222233334444\", \"topicArn\":"
                    + " \"arn:aws:sns:ap-northeast-1:222233334444:gone\",");
    Path file = Files.writeString(directory.resolve("accounts.json"), accounts);
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function =
            startInMay(aws, Map.of("TOPIC_ARN", TOPIC, "ACCOUNTS_FILE", file.toString()))) {
      RuntimeApi.InvocationResult answer = function.invoke(event("scheduled-rule"));

      assertThat(answer.ok()).isFalse();
      assertThat(answer.body()).contains("1 of 2 alerts could not be sent: sns:Publish: NotFound");
      assertThat(aws.messages())
          .singleElement()
          .satisfies(message -> {
            assertThat(message.topicArn()).isEqualTo(TOPIC);
            assertThat(message.mail()).contains("TOLD TO OTHER TOPICS", "222233334444:gone\n");
          });
    }
  }

  @Test
  void theInvocationFailsWhenNothingAtAllCouldBeReadAndStillTellsTheTopic() throws Exception {
    Fault[] expired =
        Stream.of(
                AwsService.STS,
                AwsService.EC2,
                AwsService.RDS,
                AwsService.ELASTICACHE,
                AwsService.OPENSEARCH,
                AwsService.REDSHIFT,
                AwsService.REDSHIFT_SERVERLESS,
                AwsService.MEMORYDB,
                AwsService.SAVINGS_PLANS)
            .map(service -> Fault.of(Fault.Kind.EXPIRED_TOKEN, service))
            .toArray(Fault[]::new);
    try (StandIn aws = StandIn.start(organization(), expired);
        FunctionProcess function = startInMay(aws, Map.of("TOPIC_ARN", TOPIC))) {
      RuntimeApi.InvocationResult answer = function.invoke(event("scheduled-rule"));

      assertThat(answer.ok()).isFalse();
      assertThat(answer.body()).contains("nothing at all could be read: ");
      assertThat(aws.messages())
          .singleElement()
          .satisfies(message -> assertThat(message.subject()).contains("INCOMPLETE"));
    }
  }

  @Test
  void badSettingsAreAllNamedBeforeAnyCallToAws() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function =
            startInMay(aws, Map.of("TOPIC_ARN", "my-topic", "TIME_ZONE", "Europe/Belin"))) {
      RuntimeApi.InvocationResult answer = function.invoke(event("scheduled-rule"));

      assertThat(answer.ok()).isFalse();
      assertThat(answer.body())
          .contains(
              "TOPIC_ARN: 'my-topic' is not the ARN of a standard SNS topic",
              "TIME_ZONE: 'Europe/Belin' is not a time zone; did you mean \\\"Europe/Berlin\\\"?",
              "\"stackTrace\":[]");
      assertThat(aws.calls()).isEmpty();
    }
  }

  @Test
  void aLiveRunWithoutATopicIsRefusedBeforeAnyCallToAws() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function = startInMay(aws, Map.of())) {
      RuntimeApi.InvocationResult answer = function.invoke(event("scheduler"));

      assertThat(answer.ok()).isFalse();
      assertThat(answer.body()).contains("TOPIC_ARN: it is not set");
      assertThat(aws.calls()).isEmpty();
    }
  }

  @Test
  void neitherTheLogNorTheAnswerHoldsACredential() throws Exception {
    Fault quoting = Fault.of(Fault.Kind.BAD_SIGNATURE, AwsService.RDS).account("222233334444");
    try (StandIn aws = StandIn.start(organization(), quoting);
        FunctionProcess function = startInMay(aws, Map.of("TOPIC_ARN", TOPIC))) {
      RuntimeApi.InvocationResult answer = function.invoke(event("scheduled-rule"));

      String seen = answer.body() + function.log() + aws.messages();
      assertThat(seen).contains("SignatureDoesNotMatch");
      for (String account : List.of("111122223333", "222233334444", "333344445555")) {
        assertThat(seen).doesNotContain(Keys.secrets(account));
      }
    }
  }

  @Test
  void aFunctionWithALedgerTellsOnceAndListsTheRest() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function =
            startInMay(aws, Map.of("TOPIC_ARN", TOPIC, "LEDGER_TABLE", "ledger-of-function-it"))) {
      JsonNode dry = report(function.invoke(event("dry-run")));
      JsonNode first = report(function.invoke(event("scheduled-rule")));
      JsonNode second = report(function.invoke(event("scheduler")));

      assertThat(dry.path("ledger").path("state").asText()).isEqualTo("read");
      assertThat(first.path("ledger").path("state").asText()).isEqualTo("written");
      assertThat(first.path("expiring").findValuesAsText("due")).containsOnly("true");
      assertThat(second.path("expiring").findValuesAsText("due")).containsOnly("false");
      assertThat(second.path("expiring").get(0).path("firstTold").path("date").asText())
          .isEqualTo("2026-05-04");
      assertThat(second.path("alerts")).isEmpty();
      assertThat(aws.messages()).hasSize(1);
      assertThat(metrics(function)).contains("\"ChecksCompleted\":1");
    }
  }

  @Test
  void theStepsOfASpreadCheckTellWhatOneFunctionTells() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function =
            startInMay(aws, Map.of("TOPIC_ARN", TOPIC, "RUN_BUCKET", "runs"))) {
      JsonNode list = report(function.invoke(step("\"step\":\"list\"")));
      assertThat(list.toString()).isEqualTo("{\"count\":1,\"batches\":[0]}");
      JsonNode swept = report(function.invoke(step("\"step\":\"sweep\",\"batch\":0")));
      assertThat(swept.path("targetsUnreadable").asInt()).isZero();
      assertThat(aws.messages()).isEmpty();
      assertThat(metrics(function)).isEmpty();

      JsonNode told = report(function.invoke(step("\"step\":\"conclude\",\"batches\":1")));

      assertThat(told.path("commitments").path("expiring").asInt()).isEqualTo(2);
      assertThat(aws.messages()).hasSize(1);
      assertThat(metrics(function)).contains("\"ChecksCompleted\":1");
    }
  }

  @Test
  void aBatchThatLeftNothingIsToldAsUnreadable() throws Exception {
    try (StandIn aws = StandIn.start(organization());
        FunctionProcess function =
            startInMay(aws, Map.of("TOPIC_ARN", TOPIC, "RUN_BUCKET", "other-runs"))) {
      report(function.invoke(step("\"step\":\"list\"")));

      RuntimeApi.InvocationResult answer =
          function.invoke(step("\"step\":\"conclude\",\"batches\":1"));

      assertThat(answer.ok()).isFalse();
      assertThat(answer.body()).contains("nothing at all could be read", "BatchFailed");
      assertThat(aws.messages())
          .singleElement()
          .satisfies(message -> assertThat(message.subject()).contains("INCOMPLETE"));
    }
  }

  private static byte[] step(String step) throws IOException {
    return "{\"fanOut\":{\"run\":\"run-1\",%s},\"event\":%s}"
        .formatted(step, text("scheduled-rule"))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Organization organization() {
    return Organization.of(
            Member.of("111122223333").withRegions("us-east-1", "ap-northeast-1"),
            Member.of(
                    "222233334444",
                    Reservation.ec2("us-east-1", "web-1", "m5.large", 4, "2026-06-20T03:59:59Z"))
                .withRegions("us-east-1", "ap-northeast-1"),
            Member.of(
                    "333344445555",
                    Reservation.rds(
                        "eu-west-1",
                        "ri-data",
                        "db.r6g.large",
                        2,
                        "2025-05-11T08:00:00Z",
                        31_536_000L))
                .withRole("ri-expiry-reader", "replace-me-with-your-own"))
        .withTopics(TOPIC);
  }

  private static FunctionProcess start(StandIn aws, Map<String, String> settings)
      throws IOException {
    return start(aws, HANDLER, settings);
  }

  private static FunctionProcess startInMay(StandIn aws, Map<String, String> settings)
      throws IOException {
    return start(aws, FunctionInMay.HANDLER, settings);
  }

  private static FunctionProcess start(StandIn aws, String handler, Map<String, String> settings)
      throws IOException {
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.putAll(settings);
    return new FunctionProcess(ARTIFACT, handler, environment);
  }

  private static JsonNode report(RuntimeApi.InvocationResult answer) throws IOException {
    assertThat(answer.ok()).as(answer.body()).isTrue();
    return new ObjectMapper().readTree(answer.body());
  }

  private static String metrics(FunctionProcess function) throws IOException {
    return function
        .log()
        .lines()
        .filter(line -> line.startsWith("{\"_aws\""))
        .reduce("", String::concat);
  }

  private static byte[] event(String name) throws IOException {
    return text(name).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String name) throws IOException {
    return Files.readString(Path.of("events", name + ".json"));
  }
}
