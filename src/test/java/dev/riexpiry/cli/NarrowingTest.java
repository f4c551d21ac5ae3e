package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that is narrowed looks at a part of what the accounts file names, says so, and changes
/// nothing for the parts that it did not look at.
class NarrowingTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"web-prod", CommandSample.WEB})
  void anAccountIsNamedByItsIdOrItsName(String account) throws JsonProcessingException {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      JsonNode report = json(check("--account", account));

      assertThat(report.path("expiring").findValuesAsText("accountName"))
          .containsOnly("web-prod")
          .hasSize(2);
      assertThat(report.path("accounts").path("configured").asInt()).isEqualTo(1);
      assertThat(report.path("narrowed")).hasToString("{\"accounts\":[\"222233334444\"]}");
      assertThat(aws.calls("DescribeReservedDBInstances")).hasSize(1);
    }
  }

  @Test
  void onlyTheNamedServicesAreAsked() throws JsonProcessingException {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      JsonNode report = json(check("--service", "rds", "--service", "ec2-host"));

      assertThat(report.path("expiring").findValuesAsText("service")).containsExactly("rds");
      assertThat(report.path("narrowed")).hasToString("{\"services\":[\"rds\",\"ec2-host\"]}");
      assertThat(aws.calls().stream().map(Call::action).distinct())
          .containsExactlyInAnyOrder(
              "GetCallerIdentity",
              "AssumeRole",
              "DescribeReservedDBInstances",
              "DescribeHostReservations");
    }
  }

  @Test
  void savingsPlansAreInTheRegionGlobalAndInNoOther() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      check("--region", "us-east-1");
      assertThat(aws.calls("DescribeSavingsPlans")).isEmpty();
      assertThat(aws.calls("DescribeReservedDBInstances")).hasSize(2);

      check("--region", "global");
      assertThat(aws.calls("DescribeSavingsPlans")).hasSize(2);
      assertThat(aws.calls("DescribeReservedDBInstances")).hasSize(2);
    }
  }

  @Test
  void whereAllRegionsAreReadOnlyEnabledOnesOfTheNamedAre() {
    Organization organization =
        Organization.of(
            Member.of(
                    "111122223333",
                    Reservation.ec2("eu-west-1", "ec2-eu", "m5.large", 1, "2026-05-11T03:59:59Z"))
                .withRegions("us-east-1", "eu-west-1"));
    String file =
        CommandSample.write(
            directory,
            "{\"accounts\": [{\"accountName\": \"tools\", \"accountId\": \"111122223333\"}]}");
    try (StandIn aws = StandIn.start(organization)) {
      Cli both = Cli.run("check", "--accounts", file, "--region=eu-west-1", "--region=eu-north-1");

      assertThat(both.status()).isZero();
      assertThat(both.out()).contains("ec2-eu");
      assertThat(aws.calls("DescribeReservedDBInstances").stream().map(Call::region))
          .containsExactly("eu-west-1");

      assertThat(Cli.run("check", "--accounts", file, "--region=eu-north-1", "--quiet"))
          .isEqualTo(
              refused(
                  "--region: nothing was read: it is enabled or offered in none of the accounts;"
                      + " leave one of them out; Savings Plans have the region global, and all"
                      + " others have none of that name"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--account=web-prd               | --account: 'web-prd' is none of the accounts that would be read; did you mean \"web-prod\"?",
        "--account=999900001111          | --account: '999900001111' is none of the accounts that would be read; `ri-expiry-notifier accounts` lists them",
        "--region=eu-west-1              | --region: none of the accounts is read in 'eu-west-1'; they are read in us-east-1",
        "--region=us-esat-1              | --region: 'us-esat-1' is not a region; did you mean \"us-east-1\"?",
        "--service=elasticcache          | --service: 'elasticcache' is not a service; did you mean \"elasticache\"?",
        "--region=global --service=rds   | --region --service: nothing is left to read; leave one of them out; Savings Plans have the region global, and all others have none of that name",
      })
  void nothingOutsideOfTheFileIsReached(String options, String fault) {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(check(options.split(" "))).isEqualTo(refused(fault));
      assertThat(aws.calls()).isEmpty();
    }
  }

  @Test
  void ofAPayerAloneAnAccountIsNamedByItsId() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      String file = CommandSample.write(directory, "{ \"payer\": {} }");

      assertThat(Cli.run("check", "--accounts", file, "--quiet", "--account=web-prod"))
          .isEqualTo(
              refused(
                  "--account: 'web-prod' is none of the accounts that would be read; write its"
                      + " twelve digits: a payer alone is asked for its accounts by id"));
      assertThat(aws.calls()).isEmpty();
    }
  }

  private static Cli refused(String fault) {
    return new Cli(2, "", "the command line has one fault:\n  " + fault + "\n");
  }

  @Test
  void tableAndMailSayThatItWasAPart() {
    String part =
        "Only a part was looked at: account web-prod (222233334444); region us-east-1; services EC2, RDS.\n";
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      String[] options = {
        "--account=web-prod", "--region=us-east-1", "--service=rds", "--service=ec2"
      };

      assertThat(run("check", options).out()).contains("\n" + part);
      assertThat(run("render", options).out()).contains("\n" + part + "Read: 1 of 1 account");
      assertThat(run("render", "--service=ec2", "--format=json").out())
          .contains("\"narrowed\":{\"services\":[\"ec2\"]}");
      assertThat(run("render").out() + run("check").out()).doesNotContain("Only a part");
    }
  }

  @Test
  void itDoesNotSayThatEverythingWasRead() {
    try (StandIn _ = StandIn.start(CommandSample.NOTHING_ENDS)) {
      assertThat(run("render", "--service=ec2").err())
          .endsWith("No alert: nothing is expiring, and all that was asked for was read.\n");
    }
  }

  @Test
  void ofAPartOfAnAccountTheLedgerRecordsNothing() throws JsonProcessingException {
    String table = "ledger-of-parts";
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      JsonNode first = json(publish(table, "--service", "ec2"));
      JsonNode second = json(publish(table, "--region", "us-east-1"));
      JsonNode account = json(publish(table, "--account", "web-prod"));
      JsonNode whole = json(publish(table));

      assertThat(Stream.of(first, second, account, whole).map(NarrowingTest::ledger))
          .containsExactly("read", "read", "written", "written");
      assertThat(due(first)).isEqualTo(2);
      assertThat(due(second)).isEqualTo(3);
      assertThat(due(account)).isEqualTo(2);
      assertThat(due(whole)).as("what was told of the account is not told again").isEqualTo(1);
      assertThat(aws.messages()).hasSize(4);
    }
  }

  @Test
  void whatWasNotLookedAtIsNotReadAgain() throws JsonProcessingException {
    String table = "ledger-of-outages";
    Fault denied =
        Fault.of(Kind.DENIED, AwsService.RDS)
            .action("DescribeReservedDBInstances")
            .account(CommandSample.WEB);
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, denied)) {
      assertThat(json(publish(table)).path("unreadable")).hasSize(1);

      JsonNode narrowed = json(publish(table, "--service", "ec2"));

      assertThat(narrowed.path("complete").asBoolean()).isTrue();
      assertThat(narrowed.path("recovered")).isEmpty();
      assertThat(json(publish(table)).path("unreadable").path(0).path("due").asBoolean()).isFalse();
    }
  }

  @Test
  void accountsListsOnlyThoseThatAreNamed() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(run("accounts", "--account", "web-prod").out())
          .contains("web-prod")
          .doesNotContain("tools");
    }
  }

  private static String ledger(JsonNode report) {
    return report.path("ledger").path("state").asText();
  }

  private static long due(JsonNode report) {
    return report.path("expiring").findValuesAsText("due").stream().filter("true"::equals).count();
  }

  private static JsonNode json(Cli cli) throws JsonProcessingException {
    return new ObjectMapper().readTree(cli.out());
  }

  private Cli publish(String table, String... options) {
    return check(
        Stream.concat(
                Stream.of("--publish", "--topic-arn", CommandSample.TOPIC, "--ledger-table", table),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private Cli check(String... options) {
    return run(
        "check",
        Stream.concat(Stream.of("--quiet", "-o", "json"), Stream.of(options))
            .toArray(String[]::new));
  }

  private Cli run(String command, String... options) {
    return Cli.run(
        Stream.of(
                List.of(command, "--accounts", CommandSample.accounts(directory)), List.of(options))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }
}
