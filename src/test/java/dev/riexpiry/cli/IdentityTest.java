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
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No account's numbers count under a name that AWS has not confirmed.
class IdentityTest {
  private static final String OWN = "111122223333";
  private static final String CALLER = "arn:aws:iam::111122223333:user/stand-in";

  /// The caller's own account, one whose role was forgotten, and one with a mistyped id.
  private static final String MISTAKEN =
      """
      {
        "regions": ["us-east-1"],
        "accounts": [
          { "accountName": "tools", "accountId": "111122223333" },
          { "accountName": "web-prod", "accountId": "222233334444" },
          { "accountName": "tools-again", "accountId": "111122223334" }
        ]
      }
      """;

  private static final String LISTED =
      """
      {
        "regions": ["us-east-1"],
        "organization": { "remoteRole": "ri-expiry-reader" },
        "accounts": [ { "accountName": "typo", "accountId": "111122223334" } ]
      }
      """;

  private static final Organization WITH_TREE =
      CommandSample.ORGANIZATION.withTree(
          new Tree(
              List.of(),
              List.of(
                  new Leaf(OWN, "tools", "ACTIVE", "r-ab12"),
                  new Leaf(CommandSample.WEB, "web-prod", "ACTIVE", "r-ab12"))));

  @TempDir private Path directory;

  private static JsonNode json(Cli cli) throws JsonProcessingException {
    return new ObjectMapper().readTree(cli.out());
  }

  private static List<String> unreadable(JsonNode report) {
    return texts(report.path("unreadable"), "accountId", "action", "code");
  }

  private static List<String> expiring(JsonNode report) {
    return texts(report.path("expiring"), "accountId", "commitmentId");
  }

  private static List<String> texts(JsonNode entries, String... names) {
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry ->
            String.join(" ", List.of(names).stream().map(n -> entry.path(n).asText()).toList()))
        .toList();
  }

  private Cli check(String file, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "check";
    arguments[1] = "--accounts";
    arguments[2] = CommandSample.write(directory, file);
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Cli.run(arguments);
  }

  @Test
  void aForgottenRoleAndAMistypedIdAreUnreadAndNothingIsToldTwice() throws Exception {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli = check(MISTAKEN, "--output", "json");

      assertThat(cli.status()).isEqualTo(3);
      JsonNode report = json(cli);
      assertThat(report.path("complete").asBoolean()).isFalse();
      assertThat(report.path("accounts").toString()).isEqualTo("{\"configured\":3,\"read\":1}");
      assertThat(report.path("caller").asText()).isEqualTo(CALLER);
      assertThat(expiring(report)).containsExactly(OWN + " ec2-tools");
      assertThat(unreadable(report))
          .containsExactlyInAnyOrder(
              "222233334444 sts:GetCallerIdentity WrongAccount",
              "111122223334 sts:GetCallerIdentity WrongAccount");
      assertThat(aws.calls("GetCallerIdentity")).hasSize(1);
    }
  }

  @Test
  void theTableSaysWhoseTheCredentialsAreAndHowToMendTheFile() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(check(MISTAKEN).out())
          .contains(
              "web-prod (222233334444), the whole account",
              "tools-again (111122223334), the whole account",
              "sts:GetCallerIdentity: WrongAccount, the caller's own credentials are of account"
                  + " 111122223333 (arn:aws:iam::111122223333:user/stand-in), not of 111122223334",
              "To mend it: name the role to assume there (remoteRole), correct accountId, or take"
                  + " the account out of the accounts file",
              "Accounts: 1 of 3 read;");
    }
  }

  @Test
  void aWholeCheckAsksOnceWhoCalls() throws Exception {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli =
          Cli.run("check", "--accounts", CommandSample.accounts(directory), "--output", "json");

      assertThat(cli.status()).isZero();
      assertThat(json(cli).path("caller").asText()).isEqualTo(CALLER);
      assertThat(aws.calls("GetCallerIdentity")).hasSize(1);
    }
  }

  @Test
  void theAccountsOfAnOrganizationAreProvedWithTheSameQuestion() throws Exception {
    try (StandIn aws = StandIn.start(WITH_TREE)) {
      Cli cli = check(LISTED, "--output", "json");

      assertThat(cli.status()).isEqualTo(3);
      JsonNode report = json(cli);
      assertThat(unreadable(report))
          .containsExactly("111122223334 sts:GetCallerIdentity WrongAccount");
      assertThat(expiring(report))
          .containsExactlyInAnyOrder(
              OWN + " ec2-tools", CommandSample.WEB + " ec2-web", CommandSample.WEB + " orders-db");
      assertThat(report.path("caller").asText()).isEqualTo(CALLER);
      assertThat(aws.calls("GetCallerIdentity")).hasSize(1);
    }
  }

  @Test
  void aThrottledQuestionIsAskedAgain() throws Exception {
    Fault twice = Fault.of(Kind.THROTTLED, AwsService.STS).action("GetCallerIdentity").times(2);
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION, twice)) {
      Cli cli = Cli.run("check", "--accounts", CommandSample.accounts(directory));

      assertThat(cli.status()).isZero();
      assertThat(aws.calls("GetCallerIdentity")).hasSize(3);
    }
  }

  @Test
  void whereTheQuestionFailsTheAccountsWithARoleAreReadAllTheSame() throws Exception {
    Fault denied = Fault.of(Kind.DENIED, AwsService.STS).action("GetCallerIdentity");
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, denied)) {
      Cli cli =
          Cli.run("check", "--accounts", CommandSample.accounts(directory), "--output", "json");

      assertThat(cli.status()).isEqualTo(3);
      JsonNode report = json(cli);
      assertThat(report.has("caller")).isFalse();
      assertThat(unreadable(report)).containsExactly(OWN + " sts:GetCallerIdentity AccessDenied");
      assertThat(report.path("unreadable").get(0).path("remedy").asText()).isNotBlank();
      assertThat(expiring(report))
          .containsExactly(CommandSample.WEB + " ec2-web", CommandSample.WEB + " orders-db");
    }
  }

  @Test
  void anExpiredSessionIsOneFailureAndTheCallersOwn() {
    Fault expired = Fault.of(Kind.EXPIRED_TOKEN, AwsService.STS);
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION, expired)) {
      Cli cli = Cli.run("check", "--accounts", CommandSample.accounts(directory));

      assertThat(cli.status()).isEqualTo(2);
      assertThat(cli.out()).isEmpty();
      assertThat(cli.err()).contains("sign in again").hasLineCount(1);
      assertThat(aws.calls()).extracting(Call::action).containsExactly("GetCallerIdentity");
    }
  }
}
