package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Call;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The function writes its report where `REPORT_LOCATION` says, on 4 May 2026: after the alerts,
/// which no fault of the bucket keeps back.
class ReportInBucketTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
  private static final List<String> FILES =
      List.of("report.json", "commitments.csv", "calendar.ics", "cliff.svg", "index.html");

  private static final Organization ORGANIZATION =
      Organization.of(
              Member.of(
                  "111122223333",
                  Reservation.ec2("us-east-1", "soon", "t3.micro", 1, "2026-05-05T03:59:59Z"),
                  Reservation.ec2("us-east-1", "later", "t3.micro", 1, "2027-05-05T03:59:59Z")),
              Member.of("222233334444").withRole("writer", "k3y-shared"))
          .withTopics(TOPIC);

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path directory;

  private JsonNode invoke(String event, String... settings) throws IOException {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "TOPIC_ARN",
                TOPIC,
                "REPORT_LOCATION",
                "s3://bucket/reports/",
                "ACCOUNTS_FILE",
                accounts().toString()));
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new ExpiryCheckHandler(environment, InstantSource.fixed(Instant.parse("2026-05-04T06:00:00Z")))
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            InvokedContext.of(log, Duration.ofMinutes(10)));
    return new ObjectMapper().readTree(answer.toByteArray());
  }

  private Path accounts() throws IOException {
    return Files.writeString(
        directory.resolve("accounts.json"),
        """
        { "regions": ["us-east-1"], "accounts": [{ "accountName": "tools", "accountId": "111122223333" }] }
        """);
  }

  private static List<String> written(StandIn aws) {
    return aws.calls("PUT").stream().map(Call::path).toList();
  }

  @Test
  void writesTheDayAndThenTheLatestAndSaysWhere() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      JsonNode report = invoke("{}");

      assertThat(written(aws))
          .containsExactlyElementsOf(
              Stream.of("/bucket/reports/2026/05/04/", "/bucket/reports/latest/")
                  .flatMap(folder -> FILES.stream().map(folder::concat))
                  .toList());
      assertThat(report.path("delivery").toString())
          .isEqualTo(
              "{\"location\":\"s3://bucket/reports/\",\"state\":\"written\","
                  + "\"page\":\"s3://bucket/reports/2026/05/04/index.html\"}");
      assertThat(log)
          .contains(
              "report written: 5 files to s3://bucket/reports/2026/05/04/, and to s3://bucket/reports/latest/");
      assertThat(aws.messages())
          .singleElement()
          .satisfies(message ->
              assertThat(message.text("email"))
                  .contains("/s3/object/bucket?prefix=reports/2026/05/04/index.html\n"));
    }
  }

  @Test
  void everyFileHasWhatEndsLaterToo() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      JsonNode report = invoke("{}");

      assertThat(aws.calls("PUT"))
          .allSatisfy(call -> assertThat(call.body()).contains("soon", "later"));
      assertThat(report.has("active")).as("the answer is as large as without files").isFalse();
    }
  }

  private static final Organization PAYING =
      Organization.of(
              Member.of(
                  "111122223333",
                  Reservation.ec2("us-east-1", "soon", "t3.micro", 1, "2026-05-05T03:59:59Z"),
                  Books.cost("2026-05-03", "111122223333", "Amazon EC2", "1.50")))
          .withTopics(TOPIC);

  private Path payer() throws IOException {
    return Files.writeString(
        directory.resolve("payer.json"),
        """
        { "regions": ["us-east-1"], "payer": {}, "accounts": [{ "accountName": "tools", "accountId": "111122223333" }] }
        """);
  }

  private static List<String> writtenOfCosts(StandIn aws) {
    return written(aws).stream().filter(path -> path.contains("/cost.")).toList();
  }

  @Test
  void whereThereIsAPayerWhatTheAccountsCostIsReadAfterTheAlertsAndWrittenToo() throws IOException {
    try (StandIn aws = StandIn.start(PAYING)) {
      invoke("{}", "ACCOUNTS_FILE", payer().toString());

      assertThat(writtenOfCosts(aws))
          .containsExactly(
              "/bucket/reports/2026/05/04/cost.csv",
              "/bucket/reports/2026/05/04/cost.svg",
              "/bucket/reports/latest/cost.csv",
              "/bucket/reports/latest/cost.svg");
      assertThat(aws.calls("GetCostAndUsage"))
          .singleElement()
          .satisfies(call -> assertThat(call.body()).contains("\"AmortizedCost\""));
    }
  }

  @Test
  void withoutAPayerEachAccountIsAskedWhatItCostOnlyWhereThatWasSaid() throws IOException {
    try (StandIn aws = StandIn.start(PAYING)) {
      invoke("{}");
      assertThat(aws.calls("GetCostAndUsage")).isEmpty();

      invoke("{}", "COST_METRIC", "UnblendedCost");
      assertThat(writtenOfCosts(aws)).hasSize(4);
      assertThat(aws.calls("GetCostAndUsage"))
          .singleElement()
          .satisfies(call -> assertThat(call.body()).contains("\"UnblendedCost\""));
    }
  }

  @Test
  void costsThatAreRefusedAreSaidOnThePageAndFailNoRun() throws IOException {
    try (StandIn aws =
        StandIn.start(ORGANIZATION, Fault.of(Fault.Kind.DENIED, AwsService.COST_EXPLORER))) {
      invoke("{}", "COST_METRIC", "AmortizedCost");

      assertThat(written(aws)).hasSize(10);
      assertThat(aws.calls("PUT").getLast().body()).contains("Costs could not be read");
    }
  }

  @Test
  void writesByTheRoleOfAnotherAccount() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      invoke(
          "{}",
          "REPORT_ROLE_ARN",
          "arn:aws:iam::222233334444:role/writer",
          "REPORT_EXTERNAL_ID",
          "k3y-shared");

      assertThat(aws.calls("PUT")).hasSize(10);
      assertThat(aws.calls("PUT")).extracting(Call::account).containsOnly("222233334444");
    }
  }

  @Test
  void anExternalIdThatIsWrongIsToldAfterTheAlerts() {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      assertThatThrownBy(() ->
              invoke(
                  "{}",
                  "REPORT_ROLE_ARN",
                  "arn:aws:iam::222233334444:role/writer",
                  "REPORT_EXTERNAL_ID",
                  "wrong"))
          .isInstanceOf(CheckFailedException.class)
          .hasMessageStartingWith(
              "the alerts were sent, but the report could not be written: sts:AssumeRole: ")
          .hasMessageContaining("external id is the same on both sides");
      assertThat(aws.messages()).hasSize(1);
      assertThat(written(aws)).isEmpty();
    }
  }

  @Test
  void aBucketThatRefusesFailsTheFunctionAfterTheAlerts() {
    try (StandIn aws =
        StandIn.start(ORGANIZATION, Fault.of(Fault.Kind.DENIED, AwsService.S3).action("PUT"))) {
      assertThatThrownBy(() -> invoke("{}"))
          .isInstanceOf(CheckFailedException.class)
          .hasMessageContaining("s3:PutObject: AccessDenied");
      assertThat(aws.messages()).hasSize(1);
      assertThat(log)
          .anyMatch(line ->
              line.startsWith(
                  "REPORT NOT WRITTEN: s3://bucket/reports/2026/05/04/report.json: s3:PutObject: "));
    }
  }

  @Test
  void theLatestIsNotTouchedWhereTheDayIsCutInTheMiddle() {
    Fault cut = Fault.of(Fault.Kind.SERVER_ERROR, AwsService.S3).action("PUT").after(3);
    try (StandIn aws = StandIn.start(ORGANIZATION, cut)) {
      assertThatThrownBy(() -> invoke("{}")).isInstanceOf(CheckFailedException.class);

      assertThat(aws.messages()).hasSize(1);
      assertThat(written(aws)).noneMatch(path -> path.contains("latest"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"dryRun\": true}", "{\"accounts\": [\"111122223333\"]}"})
  void aDryRunAndAPartOfTheAccountsWriteNothingAndSaySo(String event) throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      assertThat(invoke(event).path("delivery").path("state").asText()).isEqualTo("skipped");
      assertThat(written(aws)).isEmpty();
    }
  }

  @Test
  void aSpreadCheckWritesOnceWhenItConcludes() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      String step =
          "{\"fanOut\": {\"step\": \"%s\", \"run\": \"run-of-reports\"%s}, \"event\": {}}";
      invoke(step.formatted("list", ""), "RUN_BUCKET", "runs");
      invoke(step.formatted("sweep", ", \"batch\": 0"), "RUN_BUCKET", "runs");
      assertThat(written(aws)).noneMatch(path -> path.startsWith("/bucket/"));

      invoke(step.formatted("conclude", ", \"batches\": 1"), "RUN_BUCKET", "runs");
      assertThat(aws.calls("PUT").stream().filter(call -> call.path().startsWith("/bucket/")))
          .hasSize(10)
          .allSatisfy(call -> assertThat(call.body()).contains("soon", "later"));
    }
  }
}
