package dev.riexpiry.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckEventTest {
  private static final CheckEvent.ByHand NOTHING_SAID =
      new CheckEvent.ByHand(Optional.empty(), false, Optional.empty(), Optional.empty());

  private static CheckEvent parse(String json) {
    return CheckEvent.parse(json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scheduled-rule.json", "scheduler.json"})
  void aScheduledOneIsDueAtItsOwnTime(String file) throws IOException {
    assertThat(CheckEvent.parse(Files.readAllBytes(Path.of("events", file))))
        .isEqualTo(new CheckEvent.Scheduled(Instant.parse("2026-05-04T06:00:00Z")));
  }

  @Test
  void theSchedulersDetailIsAText() throws IOException {
    assertThat(Files.readString(Path.of("events/scheduler.json"))).contains("\"detail\": \"{}\"");
    assertThat(Files.readString(Path.of("events/scheduled-rule.json"))).contains("\"detail\": {}");
  }

  @Test
  void aHandWrittenOneNamesADay() throws IOException {
    assertThat(CheckEvent.parse(Files.readAllBytes(Path.of("events/dry-run.json"))))
        .isEqualTo(
            new CheckEvent.ByHand(
                Optional.of(LocalDate.of(2026, 5, 4)), true, Optional.empty(), Optional.empty()));
  }

  @Test
  void aHandWrittenOneNamesAccounts() throws IOException {
    assertThat(CheckEvent.parse(Files.readAllBytes(Path.of("events/one-account.json"))))
        .isEqualTo(
            new CheckEvent.ByHand(
                Optional.empty(), true, Optional.of(List.of(Sample.WEB)), Optional.empty()));
  }

  @Test
  void aHandWrittenOneNamesMilestones() throws IOException {
    assertThat(CheckEvent.parse(Files.readAllBytes(Path.of("events/other-milestones.json"))))
        .isEqualTo(
            new CheckEvent.ByHand(
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.of(Milestones.of(List.of(90, 30, 7)))));
  }

  @Test
  void oneThatAsksForItTriesEverythingOnce() throws IOException {
    assertThat(CheckEvent.parse(Files.readAllBytes(Path.of("events/verify.json"))))
        .isEqualTo(new CheckEvent.Verify(false, Optional.empty()));
    assertThat(parse("{\"testAlert\": true, \"accounts\": [\"222233334444\"]}"))
        .isEqualTo(new CheckEvent.Verify(true, Optional.of(List.of(Sample.WEB))));
    assertThat(parse("{\"verify\": true, \"testAlert\": true}"))
        .isEqualTo(new CheckEvent.Verify(true, Optional.empty()));
    assertThat(parse("{\"verify\": false}")).isEqualTo(NOTHING_SAID);
  }

  @Test
  void anEmptyOneIsAnOrdinaryCheckOfToday() {
    assertThat(parse("{}")).isEqualTo(NOTHING_SAID);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThatThrownBy(() ->
            parse(
                """
                {
                  "checkDay": "2026-05-04",
                  "checkDate": "4 May 2026",
                  "dryRun": "yes",
                  "accounts": ["2222", 333344445555],
                  "milestoneDays": [90, "30", 7.5, -1]
                }
                """))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            the event has 8 faults:
              line 2, checkDay: there is no such key; did you mean "checkDate"?
              line 3, checkDate: '4 May 2026' is not a date; write year, month and day such as 2026-05-04
              line 4, dryRun: is a text; write true or false without quotes
              line 5, accounts[0]: '2222' is not an account id; write its twelve digits
              line 5, accounts[1]: is a number; write twelve digits in quotes
              line 6, milestoneDays[1]: is a text; write a list of whole numbers like [90, 30, 7]
              line 6, milestoneDays[2]: is 7.5; write a list of whole numbers like [90, 30, 7]
              line 6, milestoneDays[3]: is -1; write a list of whole numbers like [90, 30, 7]\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | line 1: there is nothing in it; write one JSON object",
        "[] | line 1, the event: is a list; send a scheduled event of EventBridge, or an object with any of checkDate, dryRun, accounts, milestoneDays, verify, testAlert",
        "{\"accounts\": []} | line 1, accounts: the list is empty; write a list of account ids like [\"222233334444\"]",
        "{\"accounts\": \"all\"} | line 1, accounts: is a text; write a list of account ids like [\"222233334444\"]",
        "{\"milestoneDays\": []} | line 1, milestoneDays: the list is empty; write a list of whole numbers like [90, 30, 7]",
        "{\"milestoneDays\": [3651]} | line 1, milestoneDays: 3651 is not from 0 to 3650; write whole numbers from 0 to 3650, such as 60,30,7,1",
        "{\"checkDate\": 20260504} | line 1, checkDate: is a number; write a text in quotes",
        "{\"dryRun\": null} | line 1, dryRun: is null; write true or false without quotes",
        "{\"dryRun\": true, \"dryRun\": false} | line 1, dryRun: the key is there twice; remove one of the two",
        "{\"topicArn\": \"x\"} | line 1, topicArn: there is no such key; remove it; known are checkDate, dryRun, accounts, milestoneDays, verify, testAlert",
        "{\"verify\": \"yes\"} | line 1, verify: is a text; write true or false without quotes",
        "{\"verify\": true, \"verify\": true} | line 1, verify: the key is there twice; remove one of the two",
        "{\"Verify\": true} | line 1, Verify: there is no such key; did you mean \"verify\"?",
        "{\"verify\": true, \"dryRun\": true} | line 1, dryRun: does not go with verify; leave it out: nothing is checked as of a day, sent or recorded",
        "{\"verify\": true, \"checkDate\": \"2026-05-04\"} | line 1, checkDate: does not go with verify; leave it out: nothing is checked as of a day, sent or recorded",
        "{\"testAlert\": true, \"dryRun\": true} | line 1, dryRun: does not go with testAlert; leave it out; verify in place of testAlert sends nothing",
        "{\"source\": \"aws.events\", \"time\": \"2026-05-04T06:00:00Z\", \"verify\": true} | line 1, verify: does not go with a scheduled event, which runs a check; send {\"verify\": true} alone",
        "{\"fanOut\": {\"run\": \"r\", \"step\": \"list\"}, \"event\": {\"verify\": true}} | line 1, event: asks to try everything; send this to the function, not spread over several",
        "{\"source\": \"aws.s3\", \"time\": \"2026-05-04T06:00:00Z\"} | line 1, source: 'aws.s3' is not a schedule; send events of aws.events or aws.scheduler only, or leave out source",
        "{\"source\": 1, \"time\": \"2026-05-04T06:00:00Z\"} | line 1, source: is a number; write a text in quotes",
        "{\"source\": \"aws.events\"} | line 1, time: it is missing; send when the event was due, in UTC",
        "{\"source\": \"aws.events\", \"time\": \"today\"} | line 1, time: 'today' is not an instant; write one such as 2026-05-04T06:00:00Z",
        "{\"source\": \"aws.events\", \"time\": \"+1000000000-12-31T23:59:59Z\"} | line 1, time: '+1000000000-12-31T23:59:59Z' is not an instant; write one such as 2026-05-04T06:00:00Z",
        "{\"source\": \"aws.events\", \"time\": 5} | line 1, time: is a number; write a text in quotes",
        "{\"source\": \"aws.events\", \"time\": \"2026-05-04T06:00:00Z\", \"time\": \"2026-05-05T06:00:00Z\"} | line 1, time: the key is there twice; remove one of the two",
        "{\"source\": \"aws.events\", \"id\": \"a\", \"id\": \"b\", \"time\": \"2026-05-04T06:00:00Z\"} | line 1, id: the key is there twice; remove one of the two",
        "{\"source\": \"aws.events\", \"time\": \"2026-05-04T06:00:00Z\", \"detail\": {\"a\": 1, \"a\": 2}} | line 1, detail.a: the key is there twice; remove one of the two"
      })
  void aFaultIsNamedWithItsRemedy(String json, String fault) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the event has one fault:\n  " + fault);
  }
}
