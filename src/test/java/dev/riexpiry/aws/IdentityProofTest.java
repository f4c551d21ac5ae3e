package dev.riexpiry.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.WEB;
import static dev.riexpiry.aws.Reads.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.riexpiry.account.Account;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.SweepResult;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// What an STS that says the wrong thing, or too little, may not lead to: an account's numbers
/// under the name of another.
class IdentityProofTest {
  private static final String OWN_ARN =
      "<Arn>arn:aws:iam::111122223333:user/finops</Arn><Account>111122223333</Account>";
  private static final String CREDENTIALS =
      "<Credentials><AccessKeyId>key</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
          + "<SessionToken>token</SessionToken><Expiration>2999-12-31T00:00:00Z</Expiration>"
          + "</Credentials>";

  private final WireMockServer aws =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().jettyAcceptors(1));

  @BeforeEach
  void start() {
    aws.start();
    aws.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400)));
  }

  @AfterEach
  void stop() {
    aws.stop();
  }

  private void answers(String action, String result) {
    aws.stubFor(
        post(anyUrl())
            .withRequestBody(containing("Action=" + action + "&"))
            .willReturn(
                okXml(
                    "<%1$sResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(action, result))));
  }

  private SweepResult sweep(Account account) {
    try (AwsClients clients =
        new AwsClients(
            Region.US_EAST_1,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")),
            Timing.DEFAULT,
            Optional.of(URI.create(aws.baseUrl())))) {
      return Reads.sweep(clients, account);
    }
  }

  private void assertNothingElseWasAsked(String... actions) {
    assertThat(aws.getAllServeEvents())
        .hasSize(actions.length)
        .allSatisfy(event ->
            assertThat(event.getRequest().getBodyAsString())
                .matches("Action=(" + String.join("|", actions) + ")&.*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Account>111122223333</Account>",
        "<Arn/><Account>111122223333</Account>",
        "<Arn>arn:aws:s3:::finops</Arn><Account>111122223333</Account>",
        "<Arn>arn:aws:iam::11112222333:user/finops</Arn>",
        "<Arn>111122223333</Arn><Account>111122223333</Account>",
        "<Arn>arn:aws:iam::111122223333:user/finops</Arn><Account>222233334444</Account>"
      })
  void anAnswerThatDoesNotSayWhoCallsProvesNoAccount(String answer) {
    answers("GetCallerIdentity", answer);

    SweepResult result = sweep(account(CALLER));

    assertThat(result.failures())
        .extracting(
            item -> item.place().key(),
            item -> item.failure().action(),
            item -> item.failure().code())
        .containsExactly(tuple(CALLER, "sts:GetCallerIdentity", "UnusableAnswer"));
    assertThat(result.counts()).isEqualTo(new ReadCounts(1, 0, 0, 1, 0));
    assertThat(result.caller()).isEmpty();
    assertNothingElseWasAsked("GetCallerIdentity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:user/finops",
        "arn:aws:iam::111122223333:root",
        "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_finops_0123/jane@example.com",
        "arn:aws:sts::111122223333:federated-user/jane",
        "arn:aws-us-gov:sts::111122223333:assumed-role/finops/session",
        "arn:aws-cn:iam::111122223333:user/path/finops"
      })
  void eachKindOfCallerProvesItsAccount(String arn) {
    answers("GetCallerIdentity", "<Arn>" + arn + "</Arn><Account>111122223333</Account>");

    SweepResult result = sweep(account(CALLER));

    assertThat(result.caller().orElseThrow().arn()).isEqualTo(arn);
    assertThat(result.failures())
        .extracting(item -> item.failure().action())
        .containsExactlyInAnyOrder(
            "ec2:DescribeReservedInstances", "rds:DescribeReservedDBInstances");
  }

  @Test
  void anAccountWithoutARoleThatIsNotTheCallersIsNotAskedForAnything() {
    answers("GetCallerIdentity", OWN_ARN);

    SweepResult result = sweep(account(WEB));

    assertThat(result.failures())
        .extracting(item -> item.place().key(), item -> item.failure().sentence())
        .containsExactly(
            tuple(
                WEB,
                "sts:GetCallerIdentity: WrongAccount, the caller's own credentials are of account"
                    + " 111122223333 (arn:aws:iam::111122223333:user/finops), not of 222233334444;"
                    + " to mend it: name the role to assume there (remoteRole), correct accountId,"
                    + " or take the account out of the accounts file"));
    assertThat(result.counts()).isEqualTo(new ReadCounts(1, 0, 0, 1, 0));
    assertNothingElseWasAsked("GetCallerIdentity");
  }

  @Test
  void aRoleThatLedIntoAnotherAccountIsNotUsed() {
    answers("GetCallerIdentity", OWN_ARN);
    answers(
        "AssumeRole",
        "<AssumedRoleUser><Arn>arn:aws:sts::333344445555:assumed-role/reader/s</Arn>"
            + "</AssumedRoleUser>"
            + CREDENTIALS);

    SweepResult result = sweep(account(WEB, "reader"));

    assertThat(result.failures())
        .extracting(item -> item.place().key(), item -> item.failure().reason())
        .containsExactly(
            tuple(
                WEB,
                "sts:AssumeRole: WrongAccount, the role led into account 333344445555"
                    + " (arn:aws:sts::333344445555:assumed-role/reader/s), not into 222233334444"));
    assertThat(result.failures().getFirst().failure().remedy()).contains("accountId", "remoteRole");
    assertNothingElseWasAsked("GetCallerIdentity", "AssumeRole");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "<AssumedRoleUser/>",
        "<AssumedRoleUser><Arn/></AssumedRoleUser>",
        "<AssumedRoleUser><AssumedRoleId>AROA:222233334444</AssumedRoleId></AssumedRoleUser>",
        "<AssumedRoleUser><Arn>assumed-role/222233334444</Arn></AssumedRoleUser>"
      })
  void aRoleOfWhichAwsDoesNotSayWhereItLedIsNotUsed(String user) {
    answers("GetCallerIdentity", OWN_ARN);
    answers("AssumeRole", user + CREDENTIALS);

    SweepResult result = sweep(account(WEB, "reader"));

    assertThat(result.failures())
        .extracting(
            item -> item.place().key(),
            item -> item.failure().action(),
            item -> item.failure().code())
        .containsExactly(tuple(WEB, "sts:AssumeRole", "UnusableAnswer"));
    assertNothingElseWasAsked("GetCallerIdentity", "AssumeRole");
  }
}
