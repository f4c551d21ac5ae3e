package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of the artifact to failures of AWS. Of the classes that were shrunk away, those on
/// the ways of failure are missed last: so every service fails here in every way, in the artifact
/// as it is deployed and behind the real runtime interface client. A few of them run at once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class FunctionFaultIT {
  private static final int AT_ONCE = 4;
  private static final String OURS = "111122223333";
  private static final String THEIRS = "222233334444";
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
  private static final String START = "2025-05-11T08:00:00Z";
  private static final String END = "2026-05-11T08:00:00Z";
  private static final byte[] EVENT =
      "{\"checkDate\": \"2026-05-04\", \"accounts\": [\"%s\", \"%s\"]}"
          .formatted(OURS, THEIRS)
          .getBytes(StandardCharsets.UTF_8);

  private static final Map<Kind, String> QUERY_CODES =
      codes("Throttling", "InternalFailure", "AccessDenied", "ExpiredToken", "UnusableAnswer");
  private static final Map<Kind, String> JSON_CODES =
      codes(
          "ThrottlingException",
          "InternalServerException",
          "AccessDeniedException",
          "ExpiredTokenException",
          "UnusableAnswer");

  /// An event of a day of its own, with a check that is recorded.
  private static final byte[] TODAY =
      """
      {"source": "aws.events", "detail-type": "Scheduled Event", "time": "2026-05-04T06:00:00Z", "detail": {}}
      """
          .getBytes(StandardCharsets.UTF_8);

  /// The code that each kind of failure comes to.
  private static final Map<AwsService, Map<Kind, String>> CODES =
      Map.ofEntries(
          Map.entry(AwsService.STS, QUERY_CODES),
          Map.entry(
              AwsService.EC2,
              codes(
                  "RequestLimitExceeded",
                  "InternalError",
                  "UnauthorizedOperation",
                  "RequestExpired",
                  "UnusableAnswer")),
          Map.entry(AwsService.RDS, QUERY_CODES),
          Map.entry(AwsService.ELASTICACHE, QUERY_CODES),
          Map.entry(AwsService.REDSHIFT, QUERY_CODES),
          Map.entry(AwsService.OPENSEARCH, JSON_CODES),
          Map.entry(AwsService.REDSHIFT_SERVERLESS, JSON_CODES),
          Map.entry(AwsService.MEMORYDB, JSON_CODES),
          Map.entry(AwsService.SAVINGS_PLANS, JSON_CODES),
          Map.entry(
              AwsService.SNS,
              codes("Throttled", "InternalFailure", "AuthorizationError", "ExpiredToken", "")),
          Map.entry(
              AwsService.DYNAMODB,
              codes(
                  "ProvisionedThroughputExceededException",
                  "InternalServerError",
                  "AccessDeniedException",
                  "ExpiredTokenException",
                  "")));

  private final ObjectMapper json = new ObjectMapper();
  private final FunctionLanes lanes = new FunctionLanes(AT_ONCE, _ -> open());

  private static Map<Kind, String> codes(
      String throttled, String internal, String denied, String expired, String empty) {
    Map<Kind, String> codes = new HashMap<>();
    codes.put(Kind.THROTTLED, throttled);
    codes.put(Kind.SERVER_ERROR, internal);
    codes.put(Kind.HTML_ERROR, "HTTP 500");
    codes.put(Kind.DENIED, denied);
    codes.put(Kind.EXPIRED_TOKEN, expired);
    codes.put(Kind.CUT_OFF, "UnreadableAnswer");
    codes.put(Kind.RESET, "ConnectionFailed");
    codes.put(Kind.HANG, "Timeout");
    if (!empty.isEmpty()) {
      codes.put(Kind.EMPTY, empty);
    }
    return codes;
  }

  static Stream<Arguments> readingFaults() {
    return Stream.of(
            rows("sts:AssumeRole", AwsService.STS),
            rows("sts:GetCallerIdentity", AwsService.STS),
            rows("ec2:DescribeReservedInstances", AwsService.EC2),
            rows("ec2:DescribeHostReservations", AwsService.EC2),
            rows("ec2:DescribeCapacityBlocks", AwsService.EC2),
            rows("rds:DescribeReservedDBInstances", AwsService.RDS),
            rows("elasticache:DescribeReservedCacheNodes", AwsService.ELASTICACHE),
            rows("es:DescribeReservedInstances", AwsService.OPENSEARCH),
            rows("redshift:DescribeReservedNodes", AwsService.REDSHIFT),
            rows("redshift-serverless:ListReservations", AwsService.REDSHIFT_SERVERLESS),
            rows("memorydb:DescribeReservedNodes", AwsService.MEMORYDB),
            rows("savingsplans:DescribeSavingsPlans", AwsService.SAVINGS_PLANS))
        .flatMap(rows -> rows);
  }

  static Stream<Arguments> publishingFaults() {
    return rows("sns:Publish", AwsService.SNS);
  }

  private static Stream<Arguments> rows(String action, AwsService service) {
    return requireNonNull(CODES.get(service)).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(row ->
            Arguments.of(
                action,
                row.getKey(),
                Fault.of(row.getKey(), service).action(action.substring(action.indexOf(':') + 1)),
                row.getValue()));
  }

  /// What hangs is asked again at the end. Of 24 seconds 18 are for reading, and end before that
  /// answer comes.
  private static Duration time(Kind kind) {
    return kind == Kind.HANG ? Duration.ofSeconds(24) : Duration.ofDays(1);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("readingFaults")
  void whatCannotBeReadIsNamedAndTheRestIsTold(String action, Kind kind, Fault fault, String code)
      throws Exception {
    try (FunctionLanes.Held lane = lanes.take()) {
      boolean signIn = action.startsWith("sts:");
      boolean ownOnly = action.equals("sts:GetCallerIdentity");
      lane.aws().restart(signIn ? fault : fault.account(THEIRS));

      RuntimeApi.InvocationResult answer = lane.function().invoke(EVENT, time(kind));

      assertThat(answer.ok()).as(answer.body()).isTrue();
      JsonNode report = json.readTree(answer.body());
      assertThat(report.path("unreadable")).isNotEmpty();
      assertThat(report.path("unreadable"))
          .allSatisfy(unreadable -> {
            assertThat(unreadable.path("accountId").asText()).isEqualTo(ownOnly ? OURS : THEIRS);
            assertThat(unreadable.path("action").asText()).isEqualTo(action);
            assertThat(unreadable.path("code").asText()).isEqualTo(code);
            assertThat(unreadable.path("remedy").asText()).isNotEmpty();
          });
      if (ownOnly) {
        assertThat(report.path("commitments").path("active").asInt()).isEqualTo(250);
      } else {
        assertThat(report.path("expiring").findValuesAsText("commitmentId")).contains("ours");
      }
      assertThat(lane.aws().messages()).hasSize(1);
      assertThat(lane.aws().messages().getFirst().subject()).contains("INCOMPLETE");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("publishingFaults")
  void anAlertThatCannotBeSentFailsTheInvocation(String action, Kind kind, Fault fault, String code)
      throws Exception {
    try (FunctionLanes.Held lane = lanes.take()) {
      lane.aws().restart(fault);

      RuntimeApi.InvocationResult answer = lane.function().invoke(EVENT);

      assertThat(answer.ok()).isFalse();
      assertThat(answer.body())
          .containsPattern("1 of 1 alerts (could not be|may have been) sent: ")
          .contains(action + ": " + code + ", ");
    }
  }

  static Stream<Arguments> ledgerFaults() {
    return rows("dynamodb:BatchGetItem", AwsService.DYNAMODB);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("ledgerFaults")
  void aLedgerThatFailsKeepsNoAlertBack(String action, Kind kind, Fault fault, String code)
      throws Exception {
    try (FunctionLanes.Held lane = lanes.take()) {
      lane.aws().restart(fault);

      RuntimeApi.InvocationResult answer = lane.function().invoke(TODAY);

      assertThat(answer.ok()).as(answer.body()).isTrue();
      JsonNode report = json.readTree(answer.body());
      assertThat(report.path("ledger").path("state").asText()).isEqualTo("failed");
      assertThat(report.path("warnings").toString()).contains(action + ": " + code + ", ");
      assertThat(lane.aws().messages()).hasSize(1);
      assertThat(lane.aws().messages().getFirst().mail()).contains("This may be a repeat");
    }
  }

  @Test
  void oneFailureOfAnyServiceIsTriedAgain() throws Exception {
    try (FunctionLanes.Held lane = lanes.take()) {
      lane.aws()
          .restart(
              CODES.keySet().stream()
                  .map(service -> Fault.of(Kind.SERVER_ERROR, service).times(1))
                  .toArray(Fault[]::new));

      RuntimeApi.InvocationResult answer = lane.function().invoke(EVENT);

      assertThat(answer.ok()).as(answer.body()).isTrue();
      assertThat(json.readTree(answer.body()).path("complete").asBoolean()).isTrue();
      assertThat(lane.aws().messages()).hasSize(1);
    }
  }

  @Test
  void allPagesAreRead() throws Exception {
    try (FunctionLanes.Held lane = lanes.take()) {
      lane.aws().restart();

      RuntimeApi.InvocationResult answer = lane.function().invoke(EVENT);

      assertThat(json.readTree(answer.body()).path("commitments").path("active").asInt())
          .isEqualTo(259);
      assertThat(lane.aws().calls("DescribeReservedDBInstances").size()).isGreaterThan(3);
    }
  }

  @Test
  void oneOfEveryServiceIsFound() throws Exception {
    try (FunctionLanes.Held lane = lanes.take()) {
      lane.aws().restart();

      JsonNode expiring = json.readTree(lane.function().invoke(EVENT).body()).path("expiring");

      assertThat(expiring.findValuesAsText("commitmentId"))
          .containsExactlyInAnyOrder(
              "ours", "cache", "search", "nodes", "rpus", "memory", "host", "block", "plan");
      assertThat(expiring.findValuesAsText("hourlyCommitment")).containsExactly("10.0");
    }
  }

  @BeforeAll
  void areHealthyAtFirst() throws Exception {
    for (FunctionLanes.Lane lane : lanes.all()) {
      RuntimeApi.InvocationResult answer = lane.function().invoke(EVENT);
      assertThat(answer.ok()).as(answer.body()).isTrue();
    }
  }

  @AfterAll
  void stop() {
    lanes.close();
  }

  private static FunctionLanes.Lane open() {
    StandIn aws = StandIn.start(organization());
    return new FunctionLanes.Lane(aws, process(aws));
  }

  private static FunctionProcess process(StandIn aws) {
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("TOPIC_ARN", TOPIC);
    environment.put("LEDGER_TABLE", "ledger-of-faults");
    try {
      return new FunctionProcess(
          Path.of("target/function.jar"), FunctionInMay.HANDLER, environment);
    } catch (IOException e) {
      throw new UncheckedIOException("the function does not start", e);
    }
  }

  /// In their account 250 reserved databases, which are three pages.
  private static Organization organization() {
    Reservation[] databases =
        IntStream.range(0, 250)
            .mapToObj(i ->
                Reservation.rds(
                    "us-east-1", "db-" + i, "db.t4g.micro", 1, "2026-01-01T00:00:00Z", 31_536_000L))
            .toArray(Reservation[]::new);
    return Organization.of(
            Member.of(
                    OURS,
                    Reservation.ec2("us-east-1", "ours", "m5.large", 1, "2026-05-11T03:59:59Z"),
                    Sold.elastiCache("us-east-1", "cache", START),
                    Sold.openSearch("us-east-1", "search", START),
                    Sold.redshift("us-east-1", "nodes", START),
                    Sold.redshiftServerless("us-east-1", "rpus", START, END),
                    Sold.memoryDb("us-east-1", "memory", START),
                    Sold.host("us-east-1", "host", START, END),
                    Sold.capacityBlock("us-east-1", "block", START, END),
                    Sold.savingsPlan("plan", START, END))
                .withRegions("us-east-1", "ap-northeast-1"),
            Member.of(THEIRS, databases).withRegions("us-east-1", "ap-northeast-1"))
        .withTopics(TOPIC);
  }
}
