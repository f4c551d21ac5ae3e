package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsSource;
import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.StartUrl;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.LapseWindow;
import dev.riexpiry.sweep.Roster;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionRequestTest {
  private static final TopicArn TOPIC = new TopicArn("arn:aws:sns:us-east-1:111122223333:alerts");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final List<Account> ACCOUNTS =
      List.of(
          Sample.account("tools", Sample.TOOLS),
          Sample.account("web-prod", Sample.WEB),
          Sample.account("data-prod", Sample.DATA));
  private static final Roster ROSTER = new Roster(ACCOUNTS, List.of());

  /// A day after the events, and late enough to be the next day in Tokyo.
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-05T20:00:00Z"));

  private static final Optional<StartUrl> PORTAL =
      StartUrl.parse("https://d-1234567890.awsapps.com/start");

  private static FunctionSettings settings(Optional<TopicArn> topic) {
    return new FunctionSettings(
        topic,
        ChannelTargets.NONE,
        new AccountsSource.OnDisk(Path.of("accounts.json")),
        Milestones.of(List.of(45)),
        new LapseWindow(3),
        TOKYO,
        Grouping.ACCOUNT,
        Cadence.MONTHLY,
        PORTAL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CheckRequest request(CheckEvent.OfCheck event) {
    return FunctionRequest.of(event, settings(Optional.of(TOPIC)), CLOCK)
        .of(FunctionRequest.narrowed(event, ROSTER));
  }

  private static CheckEvent.OfCheck byHand(boolean dryRun, AccountId... accounts) {
    return new CheckEvent.ByHand(
        Optional.empty(),
        dryRun,
        accounts.length == 0 ? Optional.empty() : Optional.of(List.of(accounts)),
        Optional.empty());
  }

  private static CheckEvent.OfCheck step(CheckEvent.OfCheck cause) {
    return new CheckEvent.Step(new SpreadStep.OfRun("run", new SpreadStep.Conclude(1)), cause);
  }

  @Test
  void aLateRetryChecksTheDayOfItsEvent() {
    assertThat(request(new CheckEvent.Scheduled(Instant.parse("2026-05-04T06:00:00Z"))))
        .isEqualTo(
            new CheckRequest(
                    ROSTER,
                    new CheckDate(LocalDate.of(2026, 5, 4), TOKYO),
                    Milestones.of(List.of(45)),
                    Grouping.ACCOUNT,
                    new DeliveryMode.Publish(TOPIC))
                .with(new LapseWindow(3))
                .with(Cadence.MONTHLY)
                .through(PORTAL));
  }

  @Test
  void theDayOfAnEventIsTheOneInTheZone() {
    assertThat(request(new CheckEvent.Scheduled(Instant.parse("2026-05-04T15:00:00Z"))).checkDate())
        .isEqualTo(new CheckDate(LocalDate.of(2026, 5, 5), TOKYO));
  }

  @Test
  void aHandWrittenEventChecksTodayInTheZone() {
    assertThat(request(byHand(false)))
        .isEqualTo(
            new CheckRequest(
                    ROSTER,
                    new CheckDate(LocalDate.of(2026, 5, 6), TOKYO),
                    Milestones.of(List.of(45)),
                    Grouping.ACCOUNT,
                    new DeliveryMode.Publish(TOPIC))
                .with(new LapseWindow(3))
                .with(Cadence.MONTHLY)
                .through(PORTAL));
  }

  @Test
  void aHandWrittenEventOverridesDayMilestonesAndDelivery() {
    assertThat(
            request(
                new CheckEvent.ByHand(
                    Optional.of(LocalDate.of(2026, 5, 4)),
                    true,
                    Optional.of(List.of(Sample.DATA, Sample.TOOLS)),
                    Optional.of(Milestones.of(List.of(90))))))
        .isEqualTo(
            new CheckRequest(
                    CheckFixture.some(ACCOUNTS.get(0), ACCOUNTS.get(2)),
                    new CheckDate(LocalDate.of(2026, 5, 4), TOKYO),
                    Milestones.of(List.of(90)),
                    Grouping.ACCOUNT,
                    new DeliveryMode.DryRun(Optional.of(TOPIC)))
                .with(new LapseWindow(3))
                .with(Cadence.MONTHLY)
                .through(PORTAL)
                .narrowed(Narrowing.to(List.of(Sample.DATA, Sample.TOOLS))));
  }

  @Test
  void onlyALiveCheckOfTodayIsRecorded() {
    assertThat(request(new CheckEvent.Scheduled(Instant.parse("2026-05-04T06:00:00Z"))).recorded())
        .isTrue();
    assertThat(request(byHand(false)).recorded()).isTrue();
    assertThat(request(byHand(true)).recorded()).isFalse();
    assertThat(
            request(
                    new CheckEvent.ByHand(
                        Optional.of(LocalDate.of(2026, 5, 4)),
                        false,
                        Optional.empty(),
                        Optional.empty()))
                .recorded())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-05-03T19:59:59Z", "2026-05-07T20:00:01Z"})
  void aScheduledEventOfAnotherTimeIsCheckedButNeitherSentNorRecorded(String time) {
    CheckEvent.OfCheck event = new CheckEvent.Scheduled(Instant.parse(time));

    assertThat(request(event).delivery()).isEqualTo(new DeliveryMode.DryRun(Optional.of(TOPIC)));
    assertThat(request(event).recorded()).isFalse();
    assertThat(request(event).checkDate()).isEqualTo(CheckDate.at(Instant.parse(time), TOKYO));
    assertThat(FunctionRequest.withheld(step(event), CLOCK))
        .contains(
            "nothing was sent or recorded: the event's time, %s, is more than two days from the clock, 2026-05-05T20:00:00Z; send one of today, or {} to check today"
                .formatted(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-03T20:00:00Z", "2026-05-05T20:00:00Z", "2026-05-07T20:00:00Z"})
  void aScheduledEventOfTwoDaysAgoIsStillSent(String time) {
    CheckEvent.OfCheck event = new CheckEvent.Scheduled(Instant.parse(time));

    assertThat(request(event).recorded()).isTrue();
    assertThat(FunctionRequest.withheld(event, CLOCK)).isEmpty();
  }

  @Test
  void aHandWrittenEventIsNeverOfAnotherTime() {
    assertThat(FunctionRequest.withheld(byHand(false), CLOCK)).isEmpty();
  }

  @Test
  void anEventNeverWidensTheAccounts() {
    CheckEvent.OfCheck event =
        byHand(true, new AccountId("999900001111"), Sample.WEB, new AccountId("999900002222"));

    assertThatThrownBy(() -> request(event))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            the event has 2 faults:
              accounts: 999900001111 is not in the accounts file, nor in the organization it names; name accounts of these only
              accounts: 999900002222 is not in the accounts file, nor in the organization it names; name accounts of these only\
            """);
  }

  @Test
  void anAccountNamedTwiceIsCheckedOnce() {
    assertThat(request(byHand(true, Sample.WEB, Sample.WEB)).roster().accounts())
        .containsExactly(ACCOUNTS.get(1));
  }

  @Test
  void onlyADryRunNeedsNoTopic() {
    assertThat(FunctionRequest.of(byHand(true), settings(Optional.empty()), CLOCK).delivery())
        .isEqualTo(new DeliveryMode.DryRun(Optional.empty()));
    assertThatThrownBy(() ->
            FunctionRequest.of(
                new CheckEvent.Scheduled(CLOCK.instant()), settings(Optional.empty()), CLOCK))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            the function's environment has one fault:
              TOPIC_ARN: it is not set; set it to the topic that alerts go to, or send "dryRun": true\
            """);
  }
}
