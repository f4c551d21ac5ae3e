package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.StandIn;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people mistype: each gets one sentence that says what to write, the place of the help, and
/// status 2. AWS is never asked.
class UsageMistakesTest {
  @AutoClose private final StandIn aws = StandIn.start(CommandSample.ORGANIZATION);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "chek                           | There is no command 'chek'; did you mean check?                                       | ",
        "checks                         | There is no command 'checks'; did you mean check?                                     | ",
        "report-all                     | There is no command 'report-all'.                                                     | ",
        "--profile prod check           | --profile comes after the command, as in: ri-expiry-notifier check --profile.         | ",
        "--acounts a.json               | There is no option --acounts.                                                         | ",
        "check --acounts a.json         | There is no option --acounts; did you mean --accounts?                                | check",
        "check --acounts=a.json         | There is no option --acounts; did you mean --accounts?                                | check",
        "check --milestone-day 7        | There is no option --milestone-day; did you mean --milestone-days?                    | check",
        "check --no-publish             | There is no option --no-publish.                                                      | check",
        "check --dry-run                | There is no option --dry-run.                                                         | check",
        "check --topic arn              | There is no option --topic.                                                           | check",
        "check -x                       | There is no option -x.                                                                | check",
        "render --publish               | There is no option --publish.                                                         | render",
        "accounts --check-date today    | There is no option --check-date.                                                      | accounts",
        "check accounts.json            | 'accounts.json' is one word too many.                                                 | check",
        "check @options                 | '@options' is one word too many.                                                      | check",
        "check --accounts               | --accounts needs a value: --accounts FILE.                                            | check",
        "check --accounts --quiet       | --accounts needs a value: --accounts FILE.                                            | check",
        "check --accounts=              | Invalid value for option '--accounts': the file's name is empty                | check",
        "check -o json --output table   | --output is there twice.                                                              | check",
        "check --publish=maybe          | --publish takes no value.                                                             | check",
        "help chek                      | There is no command 'chek'; did you mean check?                                       | help",
        "help check render              | 'render' is one word too many.                                                        | help",
        "prepare                        | Only the launcher can make its start-up cache. On Linux or macOS start the script ri-expiry-notifier, beside the jar, with prepare; elsewhere there is none. | prepare",
        "completion fish                | 'fish' is not a shell; write bash or zsh.                                             | completion",
      })
  void areNamedInOneSentence(String words, String sentence, String command) {
    assertThat(Cli.run(words.split(" ")))
        .isEqualTo(
            new Cli(
                2,
                "",
                "%s\nSee 'ri-expiry-notifier%s --help'.\n"
                    .formatted(sentence, command == null ? "" : " " + command)));
    assertThat(aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "check --output xml             | --output: 'xml' is not a format; write table, json or csv",
        "check -o yaml                  | --output: 'yaml' is not a format; write table, json or csv",
        "check --output JSON            | --output: 'JSON' is not a format; write table, json or csv",
        "accounts --output yaml         | --output: 'yaml' is not a format; write table or json",
        "check --topic-arn arn:aws:sns:us-east-1:111122223333:a --chat-topic-arn arn:aws:sns:us-east-1:111122223333:a | --chat-topic-arn: it is the topic that alerts go to; name a topic of its own: a chat channel and a mail need different messages",
        "render --format html           | --format: 'html' is not a format; write email, json, chat or calendar",
        "check --check-date tomorrow    | --check-date: 'tomorrow' is not a date; write year, month and day such as 2026-05-04",
        "render --start-url http://a.example | --start-url: 'http://a.example' is not the start URL of an access portal; write one like https://d-1234567890.awsapps.com/start, without user, query or fragment",
        "check --timeout 5              | --timeout: '5' is not a time; write seconds, minutes or hours such as 90s, 10m or 1h",
        "check --lapsed-days -1         | --lapsed-days: '-1' is not a number of days; write a whole number from 1 to 60, or 0 to switch it off",
      })
  void ofValuesAreNamedByTheOptionInTheSameWordsEverywhere(String words, String fault) {
    assertThat(Cli.run(words.split(" ")))
        .isEqualTo(new Cli(2, "", "the command line has one fault:\n  " + fault + "\n"));
    assertThat(aws.calls()).isEqualTo(List.of());
  }
}
