package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Keys;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `--debug` shows what AWS was asked and what it answered, one line a call, and no credential.
class DebugTest {
  private static final String EXTERNAL_ID = "fake-external-id-7";

  @TempDir private Path directory;

  @Test
  void writesALineForEachCall() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      List<String> calls = calls(debug());

      assertThat(calls)
          .hasSameSizeAs(aws.calls())
          .allMatch(line ->
              line.matches(
                  "call service=\\S.* action=\\w+ account=(own|[0-9]{12}) region=us-east-1"
                      + " ms=[0-9]+ attempts=1 requestId=\\S+ outcome=ok"));
      assertThat(calls)
          .anyMatch(
              line -> line.startsWith("call service=Sts action=GetCallerIdentity account=own"))
          .anyMatch(
              line -> line.startsWith("call service=Sts action=AssumeRole account=222233334444"))
          .anyMatch(line ->
              line.startsWith(
                  "call service=Ec2 action=DescribeReservedInstances account=222233334444"));
    }
  }

  @Test
  void writesNothingWithoutTheOption() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      debug();

      assertThat(calls(Cli.run("check", "--accounts", CommandSample.accounts(directory))))
          .isEmpty();
    }
  }

  @Test
  void showsTheCodeOfARefusalAndHowOftenWasAsked() {
    try (StandIn _ =
        StandIn.start(
            CommandSample.ORGANIZATION,
            Fault.of(Kind.DENIED, AwsService.RDS),
            Fault.of(Kind.THROTTLED, AwsService.EC2).action("DescribeHostReservations"))) {
      List<String> calls = calls(debug());

      assertThat(calls)
          .anyMatch(line -> line.contains("Rds") && line.endsWith("outcome=AccessDenied/403"))
          .anyMatch(line ->
              line.contains("DescribeHostReservations")
                  && line.contains(" attempts=5 ")
                  && line.endsWith("outcome=RequestLimitExceeded/503"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"DENIED", "BAD_SIGNATURE", "EXPIRED_TOKEN", "HTML_ERROR", "CUT_OFF", "EMPTY"})
  void neverShowsACredential(Kind kind) {
    Organization organization =
        Organization.of(
            Member.of("111122223333"),
            Member.of(CommandSample.WEB).withRole("ri-expiry-reader", EXTERNAL_ID));
    String file =
        CommandSample.write(
            directory,
            """
            {"regions": ["us-east-1"], "accounts": [
              {"accountName": "tools", "accountId": "111122223333"},
              {"accountName": "web", "accountId": "222233334444", "remoteRole": "ri-expiry-reader",
               "externalId": "%s"}]}
            """
                .formatted(EXTERNAL_ID));
    for (AwsService service : List.of(AwsService.STS, AwsService.EC2)) {
      try (StandIn _ = StandIn.start(organization, Fault.of(kind, service))) {
        Cli cli = Cli.run("check", "--debug", "--accounts", file);

        assertThat(calls(cli)).isNotEmpty();
        for (String account : List.of("111122223333", CommandSample.WEB)) {
          Keys.secrets(account)
              .forEach(secret -> assertThat(cli.out() + cli.err()).doesNotContain(secret));
        }
        assertThat(cli.err()).doesNotContain("FakeSecret", "FakeSession", EXTERNAL_ID);
      }
    }
  }

  private Cli debug() {
    return Cli.run("check", "--debug", "--accounts", CommandSample.accounts(directory));
  }

  private static List<String> calls(Cli cli) {
    return cli.err().lines().filter(line -> line.startsWith("call ")).toList();
  }
}
