package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults in what people write are named with their remedies, cost no call to AWS, and end with 2.
class UsageTest {
  @TempDir private Path directory;
  @AutoClose private final StandIn aws = StandIn.start(CommandSample.ORGANIZATION);

  @Test
  void asksForACommand() {
    refuses(
        Cli.run(),
        """
        Name a command: check, render, report, cost, accounts, verify, init, ack, acks, demo or prepare.
        See 'ri-expiry-notifier --help'.
        """);
  }

  @Test
  void guessesAMisspeltCommand() {
    refuses(
        Cli.run("chekc"),
        """
        There is no command 'chekc'; did you mean check?
        See 'ri-expiry-notifier --help'.
        """);
  }

  @Test
  void guessesAMisspeltOption() {
    refuses(
        Cli.run("check", "--acounts=accounts.json"),
        """
        There is no option --acounts; did you mean --accounts?
        See 'ri-expiry-notifier check --help'.
        """);
  }

  @Test
  void namesEveryBadOptionAtOnce() {
    refuses(
        Cli.run(
            "check",
            "--output=xml",
            "--time-zone=Europe/Berln",
            "--check-date=5 May",
            "--milestone-days=60,soon",
            "--alert-grouping=team",
            "--topic-arn=ri-expiry",
            "--concurrency=0"),
        """
        the command line has 7 faults:
          --output: 'xml' is not a format; write table, json or csv
          --time-zone: 'Europe/Berln' is not a time zone; did you mean "Europe/Berlin"?
          --check-date: '5 May' is not a date; write year, month and day such as 2026-05-04
          --milestone-days: 'soon' is not a whole number; write whole numbers from 0 to 3650, such as 60,30,7,1
          --alert-grouping: 'team' is not a grouping; write one of digest, account, ou, reservation
          --topic-arn: 'ri-expiry' is not the ARN of a standard SNS topic; write one like arn:aws:sns:us-east-1:111122223333:ri-expiry
          --concurrency: '0' is not a number of calls; write a whole number from 1 to 256
        """);
  }

  @Test
  void namesABadFormatOfRender() {
    refuses(
        Cli.run("render", "--format=html", "--concurrency=1000"),
        """
        the command line has 2 faults:
          --format: 'html' is not a format; write email, json, chat or calendar
          --concurrency: '1000' is not a number of calls; write a whole number from 1 to 256
        """);
  }

  @Test
  void namesABadFormatOfAccounts() {
    refuses(
        Cli.run("accounts", "--output=yaml", "--accounts=no-such-file.json"),
        """
        the command line has one fault:
          --output: 'yaml' is not a format; write table or json
        """);
  }

  @Test
  void asksWhereToPublish() {
    refuses(
        Cli.run("check", "--publish"),
        """
        the command line has one fault:
          --publish: there is no topic to send to; add --topic-arn ARN
        """);
  }

  @Test
  void namesAMissingAccountsFile() {
    refuses(
        Cli.run("check", "--accounts", "no-such-file.json"),
        """
        no-such-file.json has one fault:
          the path: there is no such file; write one, or name another
        """);
  }

  @Test
  void namesEveryFaultOfAnAccountsFile() {
    String file =
        CommandSample.write(
            directory,
            """
            {
              "region": ["us-east-1"],
              "accounts": [
                { "accountName": "tools", "accountId": 111122223333 },
                { "accountName": "web-prod", "accountId": "222233334444", "remoteRole": "a role" }
              ]
            }
            """);

    Cli cli = Cli.run("check", "--accounts", file);

    assertThat(cli.err().replace(file, "accounts.json"))
        .isEqualTo(
            """
            accounts.json has 3 faults:
              line 2, region: there is no such key; did you mean "regions"?
              line 4, accounts[0].accountId: 111122223333 is a number, which loses a leading zero; write it as text of twelve digits: "111122223333"
              line 5, accounts[1].remoteRole: "a role" is not a role; write a role's name, its path and name, or an ARN like arn:aws:iam::123456789012:role/ri-expiry-reader
            """);
    refuses(cli, cli.err());
  }

  @Test
  void namesAProfileThatDoesNotExist() {
    refuses(
        Cli.run("check", "--accounts", CommandSample.accounts(directory), "--profile", "nobody"),
        """
        the command line has one fault:
          --profile: there is no profile 'nobody'; name one of `aws configure list-profiles`
        """);
  }

  private void refuses(Cli cli, String message) {
    assertThat(cli).isEqualTo(new Cli(2, "", message));
    assertThat(cli.err()).doesNotContain("Exception", "\tat ");
    assertThat(aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "render", "accounts"})
  void saysOnceThatSigningInFailedAndWhatMendsIt(String command) {
    assertThat(
            Cli.runWithoutCredentials(
                "The SSO session associated with this profile has expired or is otherwise"
                    + " invalid.",
                command,
                "--accounts",
                CommandSample.accounts(directory)))
        .isEqualTo(
            new Cli(
                2,
                "",
                "Signing in failed: the SSO session of the profile 'billing' has expired, or there"
                    + " is none. To mend it: run: aws sso login --profile billing.\n"));
  }
}
