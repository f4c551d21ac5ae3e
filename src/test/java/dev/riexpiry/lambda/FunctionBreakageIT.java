package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import dev.riexpiry.standin.Tree.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call that the artifact makes × every way in which an answer breaks on the wire, or never
/// ends. Calls that do not depend on each other break in one invocation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class FunctionBreakageIT {
  private static final int AT_ONCE = 4;
  private static final String OURS = "111122223333";
  private static final String THEIRS = "222233334444";
  private static final String UNIT = "ou-ab12-prod0000";
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";

  /// Less memory than the template gives, so that less of an endless answer is read.
  private static final List<String> SMALL = List.of("-Xmx256m");

  private static final String ACCOUNTS =
      """
      {
        "organization": { "remoteRole": "ri-expiry-reader" },
        "accounts": [
          { "accountName": "ours", "accountId": "%s" },
          { "accountName": "theirs", "accountId": "%s", "remoteRole": "ri-expiry-reader" }
        ]
      }
      """
          .formatted(OURS, THEIRS);

  private static final byte[] TODAY =
      """
      {"source": "aws.events", "detail-type": "Scheduled Event", "time": "2026-05-04T06:00:00Z", "detail": {}}
      """
          .getBytes(StandardCharsets.UTF_8);

  /// The one that waits comes first, so that the others go on meanwhile.
  private static final List<Kind> KINDS =
      Stream.of(
              Stream.of(Kind.LATE_REFUSAL, Kind.REPEATED_TOKEN),
              Arrays.stream(Kind.values()).filter(Kind::isOnTheWire))
          .flatMap(kinds -> kinds)
          .distinct()
          .toList();

  /// The calls whose answers have no pages.
  private static final Set<String> WHOLE =
      Set.of(
          "sts:AssumeRole",
          "sts:GetCallerIdentity",
          "ec2:DescribeRegions",
          "ec2:DescribeReservedInstances",
          "sns:Publish",
          "dynamodb:BatchGetItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem");

  /// The codes of failures that nobody has thought of, such as a class that was shrunk away.
  private static final Set<String> NOT_FORESEEN = Set.of("Defect", "ClientFailure", "OutOfMemory");

  private final FunctionLanes lanes = new FunctionLanes(AT_ONCE, _ -> open());
  private final ObjectMapper json = new ObjectMapper();

  record Call(String action, AwsService service, String account) {
    /// Each wait for what is late takes a time-out, so that only listings are, all at once.
    private boolean breaksBy(Kind kind) {
      return switch (kind) {
        case REPEATED_TOKEN -> !WHOLE.contains(action);
        case LATE_REFUSAL -> account.equals(THEIRS) && !action.equals("ec2:DescribeRegions");
        default -> true;
      };
    }

    private Fault fault(Kind kind) {
      return Fault.of(kind, service)
          .action(action.substring(action.indexOf(':') + 1))
          .account(account);
    }
  }

  private static final Broken LISTINGS =
      new Broken(
          "listings",
          List.of(
              call("organizations:ListRoots", AwsService.ORGANIZATIONS),
              theirs("ec2:DescribeReservedInstances", AwsService.EC2),
              theirs("ec2:DescribeHostReservations", AwsService.EC2),
              theirs("ec2:DescribeCapacityBlocks", AwsService.EC2),
              theirs("rds:DescribeReservedDBInstances", AwsService.RDS),
              theirs("elasticache:DescribeReservedCacheNodes", AwsService.ELASTICACHE),
              theirs("es:DescribeReservedInstances", AwsService.OPENSEARCH),
              theirs("redshift:DescribeReservedNodes", AwsService.REDSHIFT),
              theirs("redshift-serverless:ListReservations", AwsService.REDSHIFT_SERVERLESS),
              theirs("memorydb:DescribeReservedNodes", AwsService.MEMORYDB),
              theirs("savingsplans:DescribeSavingsPlans", AwsService.SAVINGS_PLANS),
              call("dynamodb:BatchGetItem", AwsService.DYNAMODB)));

  private static final Broken TREE_AND_REGIONS =
      new Broken(
          "tree and regions",
          List.of(
              call("organizations:ListAccountsForParent", AwsService.ORGANIZATIONS),
              call("organizations:ListOrganizationalUnitsForParent", AwsService.ORGANIZATIONS),
              theirs("ec2:DescribeRegions", AwsService.EC2),
              call("dynamodb:PutItem", AwsService.DYNAMODB)));

  private static final Broken ROLE =
      new Broken(
          "role",
          List.of(
              call("sts:AssumeRole", AwsService.STS),
              call("dynamodb:UpdateItem", AwsService.DYNAMODB)));

  private static final Broken CALLER =
      new Broken("caller", List.of(call("sts:GetCallerIdentity", AwsService.STS)));

  private static final Broken ALERT =
      new Broken("alert", List.of(call("sns:Publish", AwsService.SNS)));

  private static final List<Broken> READING = List.of(LISTINGS, TREE_AND_REGIONS, ROLE, CALLER);

  /// Calls that break in one invocation.
  ///
  /// @param name what they are about
  record Broken(String name, List<Call> calls) {
    private List<Call> calls(Kind kind) {
      return calls.stream().filter(call -> call.breaksBy(kind)).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Call call(String action, AwsService service) {
    return new Call(action, service, "*");
  }

  private static Call theirs(String action, AwsService service) {
    return new Call(action, service, THEIRS);
  }

  static Stream<Arguments> reading() {
    return rows(READING);
  }

  static Stream<Arguments> sending() {
    return rows(List.of(ALERT));
  }

  private static Stream<Arguments> rows(List<Broken> all) {
    return KINDS.stream()
        .flatMap(kind ->
            all.stream()
                .filter(broken -> !broken.calls(kind).isEmpty())
                .map(broken -> Arguments.of(broken, kind)));
  }

  /// What is late is asked again at the end. Of 24 seconds 18 are for reading, and end before that
  /// answer comes.
  private static Duration time(Kind kind) {
    return kind == Kind.LATE_REFUSAL ? Duration.ofSeconds(24) : Duration.ofMinutes(15);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("reading")
  void everyCallThatBreaksIsNamedAndTheRestIsTold(Broken broken, Kind kind) throws Exception {
    try (FunctionLanes.Held lane = lanes.take()) {
      restart(lane, broken, kind);

      RuntimeApi.InvocationResult answer = lane.function().invoke(TODAY, time(kind));

      assertThat(answer.ok()).as(answer.body()).isTrue();
      JsonNode report = json.readTree(answer.body());
      assertThat(report.path("unreadable"))
          .allSatisfy(unread -> {
            assertThat(unread.path("code").asText()).isNotIn(NOT_FORESEEN);
            assertThat(unread.path("message").asText()).isNotBlank();
            assertThat(unread.path("remedy").asText()).isNotBlank();
          });
      String told = report.path("unreadable") + " " + report.path("warnings");
      assertThat(broken.calls(kind)).allSatisfy(call -> assertThat(told).contains(call.action));
      assertThat(report.path("expiring").findValuesAsText("commitmentId"))
          .contains(broken.equals(CALLER) ? "theirs" : "ours");
      assertThat(lane.aws().messages())
          .singleElement()
          .satisfies(message -> assertThat(message.subject()).contains("INCOMPLETE"));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sending")
  void anAlertWhoseAnswerBreaksFailsTheInvocation(Broken broken, Kind kind) throws Exception {
    try (FunctionLanes.Held lane = lanes.take()) {
      restart(lane, broken, kind);

      RuntimeApi.InvocationResult answer = lane.function().invoke(TODAY, time(kind));

      assertThat(answer.ok()).as(answer.body()).isFalse();
      assertThat(answer.body())
          .containsPattern("1 of 1 alerts (could not be|may have been) sent: sns:Publish: ");
    }
  }

  private static void restart(FunctionLanes.Held lane, Broken broken, Kind kind) {
    StandIn.emptyTable(table(lane.aws()));
    lane.aws()
        .restart(broken.calls(kind).stream().map(call -> call.fault(kind)).toArray(Fault[]::new));
  }

  @BeforeAll
  void areHealthyAtFirst() throws Exception {
    for (FunctionLanes.Lane lane : lanes.all()) {
      JsonNode report = json.readTree(lane.function().invoke(TODAY).body());
      assertThat(report.path("complete").asBoolean()).as(report.toString()).isTrue();
      assertThat(report.path("expiring").findValuesAsText("commitmentId"))
          .containsExactlyInAnyOrder("ours", "theirs");
      assertThat(report.path("ledger").path("state").asText()).isEqualTo("written");
    }
  }

  @AfterAll
  void stop() {
    lanes.close();
  }

  private static FunctionLanes.Lane open() {
    StandIn aws = StandIn.startBreakable(organization());
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("TOPIC_ARN", TOPIC);
    environment.put("LEDGER_TABLE", table(aws));
    try {
      Path accounts = Files.writeString(Files.createTempFile("accounts", ".json"), ACCOUNTS);
      environment.put("ACCOUNTS_FILE", accounts.toString());
      return new FunctionLanes.Lane(
          aws,
          new FunctionProcess(
              Path.of("target/function.jar"),
              FunctionInMay.HANDLER,
              environment,
              FunctionProcess.Launch.with(SMALL)));
    } catch (IOException e) {
      throw new UncheckedIOException("the function does not start", e);
    }
  }

  private static String table(StandIn aws) {
    return "ledger-" + URI.create(aws.url()).getPort();
  }

  private static Organization organization() {
    return Organization.of(member(OURS, "ours"), member(THEIRS, "theirs"))
        .withTopics(TOPIC)
        .withTree(
            new Tree(
                List.of(new Unit(UNIT, "Production", "r-ab12")),
                List.of(
                    new Leaf(OURS, "ours", "ACTIVE", "r-ab12"),
                    new Leaf(THEIRS, "theirs", "ACTIVE", UNIT))));
  }

  private static Member member(String id, String reservation) {
    return Member.of(
            id, Reservation.ec2("us-east-1", reservation, "m5.large", 1, "2026-05-11T03:59:59Z"))
        .withRegions("us-east-1");
  }
}
