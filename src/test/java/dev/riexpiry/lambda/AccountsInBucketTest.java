package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.cli.Cli;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.standin.AwsService;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The accounts file of function and command line in a bucket, on 4 May 2026: read anew by each
/// run, and without it nothing is asked.
class AccountsInBucketTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
  private static final String TOOLS =
      "{ \"accountName\": \"tools\", \"accountId\": \"111122223333\" }";
  private static final String WEB =
      "{ \"accountName\": \"web\", \"accountId\": \"222233334444\", \"remoteRole\": \"reader\" }";

  private static final Organization ORGANIZATION =
      Organization.of(
              Member.of(
                  "111122223333",
                  Reservation.ec2("us-east-1", "soon", "t3.micro", 1, "2026-05-05T03:59:59Z")),
              Member.of("222233334444").withRole("reader", ""))
          .withTopics(TOPIC);

  private final String key = UUID.randomUUID() + "/accounts.json";
  private final String location = "s3://lists/" + key;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private void upload(String... accounts) {
    put("{\"regions\": [\"us-east-1\"], \"accounts\": [" + String.join(", ", accounts) + "]}");
  }

  private void put(String text) {
    try (S3Client s3 =
        S3Client.builder()
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false))
            .build()) {
      s3.putObject(request -> request.bucket("lists").key(key), RequestBody.fromString(text));
    }
  }

  private JsonNode invoke(String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new ExpiryCheckHandler(
            Map.of("TOPIC_ARN", TOPIC, "ACCOUNTS_FILE", location, "RUN_BUCKET", "runs"),
            InstantSource.fixed(Instant.parse("2026-05-04T06:00:00Z")))
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            InvokedContext.of(log, Duration.ofMinutes(10)));
    return new ObjectMapper().readTree(answer.toByteArray());
  }

  private List<String> reads(StandIn aws) {
    return aws.calls("GET").stream().map(Call::path).filter(path -> path.endsWith(key)).toList();
  }

  @Test
  void eachRunFollowsTheListThatIsThereThen() throws IOException {
    try (StandIn _ = StandIn.start(ORGANIZATION)) {
      upload(TOOLS);
      JsonNode before = invoke("{}");
      upload(TOOLS, WEB);
      JsonNode after = invoke("{}");

      assertThat(before.at("/accounts/configured").intValue()).isEqualTo(1);
      assertThat(after.at("/accounts/configured").intValue()).isEqualTo(2);
      assertThat(after.at("/accountsFile/location").textValue()).isEqualTo(location);
      assertThat(log).contains("accounts file: " + location + ", without a version");
    }
  }

  @Test
  void theStepsOfASpreadCheckFollowTheListOfTheFirst() throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      String run = UUID.randomUUID().toString();
      upload(TOOLS, WEB);
      invoke(step(run, "\"list\""));
      upload(TOOLS);
      invoke(step(run, "\"sweep\", \"batch\": 0"));
      invoke(step(run, "\"conclude\", \"batches\": 1"));

      assertThat(reads(aws)).hasSize(1);
      assertThat(log)
          .contains("accounts file: " + location + ", without a version")
          .anyMatch(line -> line.contains("2 of 2 accounts"));
    }
  }

  private static String step(String run, String step) {
    return "{\"fanOut\": {\"run\": \"%s\", \"step\": %s}, \"event\": {}}".formatted(run, step);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"accounts\": []}", "{\"accounts\": [{}]}", "\u0000"})
  void aFaultyListEndsTheRunBeforeAnythingIsAsked(String text) {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      put(text);

      assertThatThrownBy(() -> invoke("{}"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith(location + " has ");

      assertThat(asked(aws)).containsOnly("PUT", "GET");
      assertThat(aws.messages()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"dryRun\": true}",
        "{\"verify\": true}",
        "{\"fanOut\": {\"run\": \"mixed\", \"step\": \"list\"}, \"event\": {}}"
      })
  void aChatAtTheTopicOfAlertsEndsTheRunBeforeAnythingIsAsked(String event) {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      put(
          """
          {"organization": {"remoteRole": "reader"},
           "routes": [{"tag": {"Owner": "web"}, "topicArn": "%1$s-web", "chatTopicArn": "%1$s"}]}
          """
              .formatted(TOPIC));

      assertThatThrownBy(() -> invoke(event))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith(
              location + " has one fault:\n  routes[0].chatTopicArn, for tag Owner=web: ");

      assertThat(asked(aws)).containsOnly("PUT", "GET");
      assertThat(aws.messages()).isEmpty();
    }
  }

  private static List<String> asked(StandIn aws) {
    return aws.calls().stream().map(Call::action).distinct().toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"DENIED", "EXPIRED_TOKEN", "CUT_OFF", "EMPTY", "RESET"})
  void aListThatCannotBeReadEndsTheRunAndNoOlderOneIsFollowed(Fault.Kind kind) throws IOException {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      upload(TOOLS);
      invoke("{}");
      int before = aws.messages().size();
      aws.restart(Fault.of(kind, AwsService.S3));

      assertThatThrownBy(() -> invoke("{}"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith(location + " has one fault:");

      assertThat(before).isEqualTo(1);
      assertThat(aws.messages()).isEmpty();
      assertThat(asked(aws)).containsExactly("GET");
    }
  }

  @Test
  void verifyNamesTheListThatItTried() throws IOException {
    try (StandIn _ = StandIn.start(ORGANIZATION)) {
      upload(TOOLS);

      assertThat(invoke("{\"verify\": true}"))
          .anySatisfy(trial -> {
            assertThat(trial.path("check").textValue()).isEqualTo("accounts-file");
            assertThat(trial.toString()).contains(location, "s3:GetObject");
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "render", "report", "accounts", "verify", "cost"})
  void everyCommandThatReadsTakesIt(String command) {
    try (StandIn _ = StandIn.start(ORGANIZATION)) {
      upload(TOOLS);

      Cli ran =
          Cli.run(
              command.equals("report")
                  ? new String[] {command, "--accounts", location, "--to", "s3://pages/x/"}
                  : new String[] {command, "--accounts", location});

      assertThat(ran.err()).contains("Accounts: " + location);
      assertThat(ran.status()).as(ran.err()).isNotEqualTo(2);
    }
  }

  @Test
  void theReportOfTheCommandLineNamesItToo() throws IOException {
    try (StandIn _ = StandIn.start(ORGANIZATION)) {
      upload(TOOLS);

      Cli ran = Cli.run("check", "--accounts", location, "--output", "json");

      assertThat(new ObjectMapper().readTree(ran.out()).at("/accountsFile/location").textValue())
          .isEqualTo(location);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "render", "accounts", "verify", "cost"})
  void everyCommandEndsWith2WhereItIsMissing(String command) {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      Cli ran = Cli.run(command, "--accounts", location);

      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err())
          .contains(location + " has one fault:", "upload the file (aws s3 cp accounts.json");
      assertThat(asked(aws)).containsOnly("GetCallerIdentity", "GET");
    }
  }

  @Test
  void initWritesNoObject() {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      Cli ran = Cli.run("init", "--from-organization", "--accounts", location);

      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err())
          .contains(
              "--accounts "
                  + location
                  + ": this command writes no object; name a file, look at it");
      assertThat(aws.calls()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://lists", "s3://lists/", "s3://lists/a/", "s3://L/x", "s3:lists/x"})
  void aNameThatIsNoObjectIsRefusedWithWhatToWrite(String name) {
    Cli ran = Cli.run("check", "--accounts", name);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("write one like s3://my-bucket/ri-expiry/accounts.json");
    assertThatThrownBy(() -> FunctionSettings.from(Map.of("ACCOUNTS_FILE", name)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("ACCOUNTS_FILE: '" + name + "' is not an object in a bucket");
  }
}
