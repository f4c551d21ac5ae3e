package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Keys;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `verify` tries everything once, says what does not work and how to mend it, and sends nothing.
class VerifyCommandTest {
  private static final String TOPICS = "arn:aws:sns:us-east-1:111122223333:";

  private static final Organization BROKEN =
      Organization.of(
              Member.of("111122223333"),
              Member.of("222233334444").withRole("another-role", ""),
              Member.of("333344445555"),
              Member.of("444455556666"),
              Member.of("555566667777").withRegions("us-east-1"),
              Member.of("666677778888"))
          .withTopics(TOPICS + "unconfirmed");

  private static final String BROKEN_ACCOUNTS =
      """
      {
        "regions": ["eu-west-1"],
        "organization": { "remoteRole": "ri-expiry-reader" },
        "accounts": [
          { "accountName": "tools", "accountId": "111122223333" },
          { "accountName": "no-role", "accountId": "222233334444", "remoteRole": "ri-expiry-reader" },
          { "accountName": "forgotten", "accountId": "333344445555" },
          { "accountName": "no-rds", "accountId": "444455556666", "remoteRole": "ri-expiry-reader" },
          { "accountName": "no-region", "accountId": "555566667777", "remoteRole": "ri-expiry-reader" },
          { "accountName": "no-topic", "accountId": "666677778888", "remoteRole": "ri-expiry-reader",
            "topicArn": "arn:aws:sns:us-east-1:111122223333:missing" }
        ]
      }
      """;

  @TempDir private Path directory;

  @Test
  void triesTheRoleThatWritesReportsAndWritesNothing() throws JsonProcessingException {
    try (StandIn aws =
        StandIn.start(
            Organization.of(
                Member.of("111122223333"), Member.of("222233334444").withRole("writer", "k3y")))) {
      String accounts =
          """
          { "accounts": [{ "accountName": "tools", "accountId": "111122223333" }] }
          """;
      String role = "arn:aws:iam::222233334444:role/writer";

      assertThat(reportTrials(accounts, role, "k3y"))
          .containsExactly(
              tuple("s3://bucket/reports/", "ok", role + " can be assumed"),
              tuple(
                  "s3://bucket/reports/",
                  "untried",
                  "s3:PutObject would write; the bucket has to be one of account 222233334444"));
      assertThat(reportTrials(accounts, role, "wrong"))
          .singleElement()
          .satisfies(trial -> assertThat(trial.toList()).contains("failed"));
      assertThat(aws.calls("PUT")).isEmpty();
    }
  }

  private List<Tuple> reportTrials(String accounts, String role, String externalId)
      throws JsonProcessingException {
    Cli cli =
        verify(
            accounts,
            "--report-location",
            "s3://bucket/reports/",
            "--report-role-arn",
            role,
            "--report-external-id",
            externalId,
            "--output",
            "json");
    return trials("report", cli);
  }

  private static List<Tuple> trials(String check, Cli cli) throws JsonProcessingException {
    return trials(cli).stream()
        .filter(trial -> trial.path("check").asText().equals(check))
        .map(trial ->
            tuple(
                trial.path("place").asText(),
                trial.path("result").asText(),
                trial.path("message").asText()))
        .toList();
  }

  @Test
  void asksThePayerForTheCostsThatReportsShow() throws JsonProcessingException {
    assertThat(costTrials("--report-location", "s3://bucket/reports/"))
        .containsExactly(tuple("111122223333", "ok", "ce:GetCostAndUsage"));
    assertThat(costTrials()).isEmpty();
    assertThat(
            costTrials(
                Books.refusing("GetCostAndUsage", "AccessDeniedException", "not allowed"),
                "--report-location",
                "s3://bucket/reports/"))
        .singleElement()
        .satisfies(trial -> assertThat(trial.toList()).contains("111122223333", "failed"));
  }

  private List<Tuple> costTrials(String... options) throws JsonProcessingException {
    return costTrials(Books.cost("2026-05-01", "111122223333", "Amazon EC2", "1"), options);
  }

  private List<Tuple> costTrials(Reservation books, String... options)
      throws JsonProcessingException {
    try (StandIn _ = StandIn.start(Organization.of(Member.of("111122223333", books)))) {
      return trials(
          "costs",
          verify(
              """
              { "accounts": [{ "accountName": "tools", "accountId": "111122223333" }], "payer": {} }
              """,
              Stream.concat(Stream.of(options), Stream.of("--output", "json"))
                  .toArray(String[]::new)));
    }
  }

  @Test
  void findsEightThingsThatAreBrokenInOneRunAndTellsNoneTwice() throws JsonProcessingException {
    try (StandIn aws = broken()) {
      Cli cli =
          verify(
              BROKEN_ACCOUNTS,
              "--topic-arn",
              TOPICS + "unconfirmed",
              "--ledger-table",
              "no-such-table",
              "--output",
              "json");

      assertThat(cli.status()).isEqualTo(1);
      assertThat(failed(cli))
          .containsExactly(
              "organization organization",
              "role 222233334444",
              "role 333344445555",
              "action 444455556666/eu-west-1/rds",
              "action 555566667777/eu-west-1",
              "subscriptions " + TOPICS + "unconfirmed",
              "topic " + TOPICS + "missing",
              "ledger no-such-table");
      assertThat(aws.messages()).isEmpty();
      assertThat(aws.calls("PutItem")).isEmpty();
    }
  }

  @Test
  void namesTheRemedyOfEachAndCountsThem() {
    try (StandIn _ = broken()) {
      assertThat(
              verify(
                      BROKEN_ACCOUNTS,
                      "--topic-arn",
                      TOPICS + "unconfirmed",
                      "--ledger-table",
                      "no-such-table")
                  .out())
          .contains(
              """
              ✔ identity: arn:aws:iam::111122223333:user/stand-in (account 111122223333)
              ✘ organization: organizations:ListRoots: AccessDeniedException, \
              User: arn:aws:sts::111122223333:assumed-role/reader is not authorized to perform: ListRoots
                  To mend it: list the organization from its management account or a delegated \
              administrator, with the organizations: actions allowed there
              ✔ role tools (111122223333): it is the caller's own account
              """)
          .contains(
              """
              ✘ role forgotten (333344445555): sts:GetCallerIdentity: WrongAccount, \
              """)
          .contains("Trials: ", " work, 8 failed, 1 not tried\n");
    }
  }

  @Test
  void whereAllWorksItEndsWithZeroAndCallsPublishingUntried() throws JsonProcessingException {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli = verifySample("--topic-arn", CommandSample.TOPIC, "--output", "json");

      assertThat(cli.status()).isZero();
      assertThat(trials(cli))
          .extracting(trial -> trial.path("result").asText())
          .containsOnly("ok", "untried");
      assertThat(trials(cli))
          .filteredOn(trial -> trial.path("result").asText().equals("untried"))
          .extracting(trial -> trial.path("check").asText())
          .containsExactly("publish", "ledger");
      assertThat(aws.messages()).isEmpty();
      assertThat(aws.calls("PutItem")).isEmpty();
      assertThat(aws.calls("UpdateItem")).isEmpty();
    }
  }

  @Test
  void printsALineForWhatWorksInOnePlaceAndHowToTryTheRest() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(
              verifySample("--topic-arn", CommandSample.TOPIC, "--ledger-table", "ledger-verify"))
          .isEqualTo(
              new Cli(
                  0,
                  """
                  ✔ identity: arn:aws:iam::111122223333:user/stand-in (account 111122223333)
                  ✔ role tools (111122223333): it is the caller's own account
                  ✔ action tools (111122223333), us-east-1: ec2:DescribeReservedInstances, rds:DescribeReservedDBInstances, elasticache:DescribeReservedCacheNodes, es:DescribeReservedInstances, redshift:DescribeReservedNodes, redshift-serverless:ListReservations, memorydb:DescribeReservedNodes, ec2:DescribeHostReservations, ec2:DescribeCapacityBlocks
                  ✔ action tools (111122223333), global: savingsplans:DescribeSavingsPlans
                  ✔ role web-prod (222233334444): ri-expiry-reader was assumed
                  ✔ action web-prod (222233334444), us-east-1: ec2:DescribeReservedInstances, rds:DescribeReservedDBInstances, elasticache:DescribeReservedCacheNodes, es:DescribeReservedInstances, redshift:DescribeReservedNodes, redshift-serverless:ListReservations, memorydb:DescribeReservedNodes, ec2:DescribeHostReservations, ec2:DescribeCapacityBlocks
                  ✔ action web-prod (222233334444), global: savingsplans:DescribeSavingsPlans
                  ✔ topic arn:aws:sns:eu-west-1:111122223333:ri-expiry: it is there, and a standard topic
                  ✔ subscriptions arn:aws:sns:eu-west-1:111122223333:ri-expiry: at least one is confirmed
                  – publish arn:aws:sns:eu-west-1:111122223333:ri-expiry: sns:Publish would send a message
                      To try it: send one that says that it is a test: verify --test-alert with this topic as --topic-arn
                  ✔ ledger ledger-verify: dynamodb:BatchGetItem
                  – ledger ledger-verify: dynamodb:PutItem and dynamodb:UpdateItem would write
                      To try it: the first check that tells somebody something tries them; it fails, and says so, if they are not allowed

                  Trials: 26 work, 0 failed, 2 not tried
                  """,
                  """
                  as arn:aws:iam::111122223333:user/stand-in (account 111122223333), by the keys in the environment
                  Trying 2 accounts, each in one region
                  20 targets done
                  """));
    }
  }

  @Test
  void asksEachServiceInOneRegionOfEachAccountOnly() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      verify(
          """
          { "accounts": [
              { "accountName": "tools", "accountId": "111122223333", "regions": ["eu-west-1", "us-east-1"] },
              { "accountName": "web", "accountId": "222233334444", "remoteRole": "ri-expiry-reader" } ] }
          """);

      assertThat(aws.calls("DescribeReservedDBInstances"))
          .extracting(Call::account, Call::region)
          .containsExactlyInAnyOrder(
              tuple("111122223333", "us-east-1"), tuple("222233334444", "us-east-1"));
    }
  }

  @Test
  void sendsOneMessageThatSaysThatItIsATestIfToldTo() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli = verifySample("--topic-arn", CommandSample.TOPIC, "--test-alert");

      assertThat(cli.status()).isZero();
      assertThat(aws.messages())
          .singleElement()
          .extracting(Message::subject)
          .asString()
          .startsWith("TEST of ri-expiry-notifier");
    }
  }

  @Test
  void sendsATestInTheFormOfAChatToItsTopic() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli = verifySample("--chat-topic-arn", CommandSample.TOPIC, "--test-alert");

      assertThat(cli.status()).isZero();
      assertThat(aws.messages())
          .singleElement()
          .extracting(Message::message)
          .asString()
          .startsWith("{\"version\":\"1.0\",\"source\":\"custom\"")
          .contains("TEST of ri-expiry-notifier");
    }
  }

  @Test
  void saysHowToTryABusAndThatATakenEventDoesNotProveIt() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli = verifySample("--event-bus", "commitments");

      assertThat(cli.status()).isZero();
      assertThat(cli.out().replaceAll("\\s+", " "))
          .contains(
              "events commitments",
              "takes events for a bus that is not there, and drops them",
              "aws events describe-event-bus --name commitments",
              "verify --test-alert");
      assertThat(aws.calls("PutEvents")).isEmpty();
    }
  }

  @Test
  void asksThePayerForOnePageByEachOfItsActions() throws JsonProcessingException {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli = verify("{ \"payer\": {} }", "--output", "json");

      assertThat(failed(cli)).isEmpty();
      assertThat(trials(cli))
          .filteredOn(trial -> trial.path("check").asText().equals("payer"))
          .extracting(trial -> trial.path("message").asText())
          .first()
          .isEqualTo("account 111122223333 sees the commitments of all it pays for");
      assertThat(aws.calls("GetReservationUtilization")).hasSize(1);
      assertThat(aws.calls("GetSavingsPlansUtilizationDetails")).hasSize(1);
    }
  }

  @Test
  void findsAPayerWhoseCostExplorerIsClosed() throws JsonProcessingException {
    try (StandIn _ =
        StandIn.start(
            CommandSample.ORGANIZATION, Fault.of(Kind.DENIED, AwsService.COST_EXPLORER))) {
      Cli cli = verify("{ \"payer\": {} }", "--output", "json");

      assertThat(cli.status()).isEqualTo(1);
      assertThat(failed(cli)).containsExactly("payer payer", "payer payer");
      assertThat(cli.out())
          .contains("ce:GetReservationUtilization", "ce:GetSavingsPlansUtilizationDetails");
    }
  }

  @Test
  void aTopicOfAnotherAccountThatDoesNotShowItselfIsUntriedAndNotBroken()
      throws JsonProcessingException {
    String theirs = "arn:aws:sns:us-east-1:999900001111:theirs";
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, hidden())) {
      Cli cli = verifySample("--topic-arn", theirs, "--output", "json");

      assertThat(cli.status()).isZero();
      assertThat(trials(cli))
          .filteredOn(trial -> trial.path("place").asText().equals(theirs))
          .extracting(trial -> trial.path("check").asText(), trial -> trial.path("result").asText())
          .containsExactly(tuple("topic", "untried"), tuple("publish", "untried"));
    }
  }

  @Test
  void ofATopicOfOurOwnThatDoesNotShowItselfBothRightsAreNamedOnce()
      throws JsonProcessingException {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, hidden())) {
      Cli cli = verifySample("--topic-arn", CommandSample.TOPIC, "--output", "json");

      assertThat(failed(cli)).containsExactly("topic " + CommandSample.TOPIC);
      assertThat(cli.out())
          .contains(
              "allow sns:GetTopicAttributes on the topic in the policy of the notifier's role",
              "the same for sns:ListSubscriptionsByTopic");
    }
  }

  @Test
  void whatHangsOnWhoCallsIsNotTriedWhileThatIsUnknown() throws JsonProcessingException {
    try (StandIn _ =
        StandIn.start(
            CommandSample.ORGANIZATION,
            Fault.of(Kind.DENIED, AwsService.STS).action("GetCallerIdentity"))) {
      Cli cli = verifySample("--output", "json");

      assertThat(cli.status()).isEqualTo(1);
      assertThat(failed(cli)).containsExactly("identity identity");
      assertThat(trials(cli))
          .filteredOn(trial -> trial.path("place").asText().startsWith("222233334444"))
          .extracting(trial -> trial.path("result").asText())
          .containsOnly("ok");
    }
  }

  @Test
  void endsWithTwoWhereTheSignInFails() {
    try (StandIn _ =
        StandIn.start(CommandSample.ORGANIZATION, Fault.of(Kind.EXPIRED_TOKEN, AwsService.STS))) {
      Cli cli = verifySample();

      assertThat(cli.status()).isEqualTo(2);
      assertThat(cli.out()).isEmpty();
      assertThat(cli.err()).startsWith("Signing in failed: ");
    }
  }

  @Test
  void whatAwsQuotesOfARequestIsNotPrinted() {
    try (StandIn _ =
        StandIn.start(
            CommandSample.ORGANIZATION,
            Fault.of(Kind.BAD_SIGNATURE, AwsService.EC2),
            Fault.of(Kind.BAD_SIGNATURE, AwsService.SNS),
            Fault.of(Kind.BAD_SIGNATURE, AwsService.DYNAMODB))) {
      String said =
          verifySample(
                  "--topic-arn",
                  CommandSample.TOPIC,
                  "--ledger-table",
                  "ledger-verify",
                  "--test-alert")
              .toString();

      assertThat(said)
          .contains("SignatureDoesNotMatch")
          .doesNotContain(
              Keys.sessionToken(CommandSample.WEB),
              Keys.temporaryKeyId(CommandSample.WEB),
              Keys.accessKeyId("111122223333"),
              Keys.secret("111122223333"));
    }
  }

  @Test
  void triesTheNamedAccountOnlyAndStillSaysThatTheOrganizationWasNotListed()
      throws JsonProcessingException {
    try (StandIn aws = broken()) {
      Cli cli = verify(BROKEN_ACCOUNTS, "--account", "no-topic", "--output", "json");

      assertThat(failed(cli))
          .containsExactly("organization organization", "topic " + TOPICS + "missing");
      assertThat(aws.calls("AssumeRole")).hasSize(1);
    }
  }

  @Test
  void aTestMessageNeedsATopic() {
    assertThat(verifySample("--test-alert"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                the command line has one fault:
                  --test-alert: there is no topic to send to; add --topic-arn ARN
                """));
  }

  private static Fault[] hidden() {
    return new Fault[] {
      Fault.of(Kind.DENIED, AwsService.SNS).action("GetTopicAttributes"),
      Fault.of(Kind.DENIED, AwsService.SNS).action("ListSubscriptionsByTopic")
    };
  }

  private static StandIn broken() {
    return StandIn.start(
        BROKEN.withTree(
            new Tree(List.of(), List.of(new Leaf("111122223333", "tools", "ACTIVE", "r-ab12")))),
        Fault.of(Kind.DENIED, AwsService.ORGANIZATIONS),
        Fault.of(Kind.DENIED, AwsService.RDS).account("444455556666"));
  }

  private Cli verify(String accounts, String... options) {
    return run(CommandSample.write(directory, accounts), options);
  }

  private Cli verifySample(String... options) {
    return run(CommandSample.accounts(directory), options);
  }

  private static Cli run(String accounts, String... options) {
    return Cli.run(
        Stream.concat(Stream.of("verify", "--accounts", accounts), Stream.of(options))
            .toArray(String[]::new));
  }

  private static List<JsonNode> trials(Cli cli) throws JsonProcessingException {
    return StreamSupport.stream(new ObjectMapper().readTree(cli.out()).spliterator(), false)
        .toList();
  }

  private static List<String> failed(Cli cli) throws JsonProcessingException {
    return trials(cli).stream()
        .filter(trial -> trial.path("result").asText().equals("failed"))
        .map(trial -> trial.path("check").asText() + " " + trial.path("place").asText())
        .toList();
  }
}
