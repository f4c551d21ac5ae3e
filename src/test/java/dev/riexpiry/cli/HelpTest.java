package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @Test
  void namesTheCommands() {
    assertThat(Cli.run("--help"))
        .isEqualTo(
            new Cli(
                0,
                """
                Usage: ri-expiry-notifier [-hV] COMMAND
                Tells which AWS reservations and Savings Plans are about to end.
                  -h, --help      Show this help message and exit.
                  -V, --version   Print version information and exit.
                Commands:
                  check       Reads the accounts and lists what is about to end. Sends nothing
                                unless told to.
                  render      Reads the accounts and prints the very alerts that would be sent.
                                Sends nothing.
                  report      Reads the accounts and writes a page to look at, and its data
                                beside it. Sends nothing.
                  cost        Reads what the accounts cost a day, and adds it up. Each request
                                costs 0.01 USD.
                  accounts    Lists the accounts that would be read, and as whom. Reads no
                                commitments.
                  verify      Tries everything once that a check would do, and says what does
                                not work. Sends nothing unless told to.
                  init        Writes the file that --accounts names, out of the organization or
                                of your AWS profiles.
                  ack         Acknowledges a commitment that may end: its milestones are silent
                                until a day has passed. Its lapse is told all the same.
                  acks        Lists the commitments that are acknowledged, until when, why and
                                by whom.
                  demo        Shows a sample organisation: its table, mail or page. Asks
                                nothing of AWS, and needs no account there.
                  prepare     Makes the start-up cache with which the launcher starts faster,
                                in your own cache folder (Linux and macOS).
                  help        Shows the help of a command.
                  completion  Prints a script that completes commands and options in bash and
                                zsh: source <(ri-expiry-notifier completion)
                """,
                ""));
  }

  @Test
  void namesTheOptionsOfCheckTheirDefaultsAndTheExitStatus() {
    assertThat(Cli.run("check", "--help"))
        .isEqualTo(
            new Cli(
                0,
                """
                Usage: ri-expiry-notifier check [-hV] [--all] [--debug] [--fail-on-expiring]
                                                [--publish] [--quiet] [--wide]
                                                [--accounts=FILE] [--alert-grouping=GROUPING]
                                                [--chat-topic-arn=ARN] [--check-date=DATE]
                                                [--concurrency=CALLS] [--event-bus=BUS]
                                                [--lapsed-days=DAYS] [--ledger-table=NAME]
                                                [--mfa-code=CODE] [--milestone-days=DAYS]
                                                [-o=FORMAT] [--overview=CADENCE] [-p=NAME]
                                                [--sort=ORDER] [--start-url=URL]
                                                [--time-zone=ZONE] [--timeout=TIME]
                                                [--topic-arn=ARN] [--account=ACCOUNT]...
                                                [--region=REGION]... [--service=SERVICE]...
                Reads the accounts and lists what is about to end. Sends nothing unless told to.
                      --accounts=FILE        The accounts to read; s3://BUCKET/KEY for an
                                               object, - for standard input. Default:
                                               ACCOUNTS_FILE, or accounts.json here
                  -p, --profile=NAME         The AWS profile to start from. Default: the SDK's
                                               own search
                      --mfa-code=CODE        The six digits of the MFA device that the profile
                                               names. Default: asked for on the terminal, where
                                               they are needed
                      --timeout=TIME         End after so long, such as 90s, 10m or 2h, with
                                               what was read. Default: 15m
                      --quiet                No progress and no notices; what could not be read
                                               is still said.
                      --debug                A line on standard error for each call to AWS;
                                               never a credential.
                      --account=ACCOUNT      Look at this account only: its id or name;
                                               repeatable.
                      --region=REGION        Look at this region only; repeatable. Savings
                                               Plans are in global.
                      --service=SERVICE      Look at this service only, such as rds; repeatable.
                      --check-date=DATE      The day it is taken to be, such as 2026-05-04.
                                               Default: today
                      --time-zone=ZONE       IANA name of the zone in which days begin and end.
                                               Default: UTC
                      --milestone-days=DAYS  How many days before the end counts as soon.
                                               Default: 60,30,7,1
                      --lapsed-days=DAYS     For how many days after its end a commitment
                                               without a successor is told as lapsed; 0: never.
                                               Default: 7
                      --alert-grouping=GROUPING
                                             digest: one alert; account: one an account; ou:
                                               one an organizational unit; reservation: one
                                               each. Default: digest
                      --overview=CADENCE     off, weekly or monthly: what ends in the next 90
                                               days, although nothing is due. Default: off
                      --start-url=URL        The access portal of IAM Identity Center, for
                                               links into the account. Default: none
                      --topic-arn=ARN        The SNS topic that alerts go to.
                      --chat-topic-arn=ARN   The SNS topic that a chat channel listens to; it
                                               gets only what Amazon Q Developer takes.
                      --event-bus=BUS        The EventBridge bus, by name or ARN, that gets an
                                               event for each thing that is told.
                      --ledger-table=NAME    The DynamoDB table that remembers what was told; a
                                               dry run only reads it. Default: none, everything
                                               is told
                      --concurrency=CALLS    How many calls to AWS at once, 1 to 256. Default:
                                               64
                      --fail-on-expiring     End with status 10 if all was read and something
                                               is expiring that is not renewed.
                  -o, --output=FORMAT        table, json or csv. Default: table
                      --sort=ORDER           end, account or service: of table and CSV.
                                               Default: end
                      --wide                 Let the table be wider than the terminal.
                      --all                  List every active commitment, however far its end
                                               is.
                      --publish              Send the alerts to --topic-arn.
                  -h, --help                 Show this help message and exit.
                  -V, --version              Print version information and exit.

                Exit status:
                  0    all was read
                  1    something failed: the check, an alert, standard output
                  2    an option, the accounts file, the profile or the sign-in is wrong
                  3    something could not be read
                  10   all was read and something is expiring (with --fail-on-expiring)
                """,
                ""));
  }

  @Test
  void verifyHasExitStatusesOfItsOwn() {
    assertThat(Cli.run("verify", "--help").out())
        .endsWith(
            """
            Exit status:
              0   nothing that was tried failed
              1   something failed
              2   an option, the accounts file, the profile or the sign-in is wrong
            """);
  }

  @Test
  void namesTheOptionsOfRenderAndNoneThatSends() {
    assertThat(Cli.run("render", "--help").out())
        .contains("-o, --format=FORMAT        email: what people get; json: what programs get,")
        .doesNotContain("--publish", "--output");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "render", "report", "accounts", "verify", "init"})
  void everyCommandSaysAfterWhatTimeItEnds(String command) {
    assertThat(Cli.run(command, "--help").out())
        .containsPattern("--timeout=TIME .*\n.*Default: 15m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"check", "render", "report", "accounts", "verify", "init", "demo", "prepare"})
  void everyCommandTellsTheVersion(String command) {
    assertThat(Cli.run(command, "--version")).isEqualTo(Cli.run("--version"));
    assertThat(Cli.run(command, "--version").out())
        .startsWith("ri-expiry-notifier ")
        .endsWith(", Java " + Runtime.version() + "\n");
  }
}
