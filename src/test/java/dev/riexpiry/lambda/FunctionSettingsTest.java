package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.account.AccountsSource;
import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.StartUrl;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.S3Location;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.LapseWindow;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionSettingsTest {
  private static final Map<String, String> EVERY_ONE =
      Map.ofEntries(
          Map.entry("TOPIC_ARN", "arn:aws:sns:us-east-1:111122223333:alerts"),
          Map.entry("ACCOUNTS_FILE", "/opt/accounts.json"),
          Map.entry("MILESTONE_DAYS", "90,14"),
          Map.entry("TIME_ZONE", "Asia/Tokyo"),
          Map.entry("ALERT_GROUPING", "account"),
          Map.entry("LAPSED_DAYS", "3"),
          Map.entry("OVERVIEW", "weekly"),
          Map.entry("LEDGER_TABLE", "ledger"),
          Map.entry("REPORT_LOCATION", "s3://bucket/reports/"),
          Map.entry("COST_METRIC", "UnblendedCost"),
          Map.entry("RUN_BUCKET", "runs"),
          Map.entry("CHAT_TOPIC_ARN", "arn:aws:sns:us-east-1:111122223333:chat"),
          Map.entry("EVENT_BUS", "commitments"),
          Map.entry("START_URL", "https://d-1234567890.awsapps.com/start/#/"));

  @Test
  void haveDefaults() {
    assertThat(FunctionSettings.from(Map.of("LAMBDA_TASK_ROOT", "/var/task")))
        .isEqualTo(
            new FunctionSettings(
                Optional.empty(),
                ChannelTargets.NONE,
                new AccountsSource.OnDisk(Path.of("/var/task/accounts.json")),
                Milestones.DEFAULT,
                LapseWindow.DEFAULT,
                ZoneId.of("UTC"),
                Grouping.DIGEST,
                Cadence.OFF,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void takeEveryVariable() {
    assertThat(FunctionSettings.from(EVERY_ONE))
        .isEqualTo(
            new FunctionSettings(
                Optional.of(new TopicArn("arn:aws:sns:us-east-1:111122223333:alerts")),
                new ChannelTargets(
                    Optional.of(new TopicArn("arn:aws:sns:us-east-1:111122223333:chat")),
                    Optional.of(new EventBus("commitments"))),
                new AccountsSource.OnDisk(Path.of("/opt/accounts.json")),
                Milestones.of(List.of(90, 14)),
                new LapseWindow(3),
                ZoneId.of("Asia/Tokyo"),
                Grouping.ACCOUNT,
                Cadence.WEEKLY,
                Optional.of(new StartUrl("https://d-1234567890.awsapps.com/start")),
                Optional.of("ledger"),
                Optional.of(
                    new ReportPlace(
                        new S3Location("bucket", "reports/"), Optional.empty(), Optional.empty())),
                Optional.of(CostMetric.UNBLENDED),
                Optional.of("runs")));
  }

  @Test
  void haveNoVariableThatTheTestAboveDoesNotSet() {
    int channels = ChannelTargets.class.getRecordComponents().length;
    assertThat(EVERY_ONE)
        .hasSize(FunctionSettings.class.getRecordComponents().length - 1 + channels);
  }

  @Test
  void takeAVariableSetToNothingForUnset() {
    assertThat(
            FunctionSettings.from(
                Map.of(
                    "TOPIC_ARN", "",
                    "ACCOUNTS_FILE", " ",
                    "MILESTONE_DAYS", "",
                    "TIME_ZONE", "",
                    "ALERT_GROUPING", "",
                    "LAMBDA_TASK_ROOT", "/var/task")))
        .isEqualTo(FunctionSettings.from(Map.of("LAMBDA_TASK_ROOT", "/var/task")));
  }

  @Test
  void nameEveryFaultAtOnce() {
    Map<String, String> wrong =
        Map.of(
            "TOPIC_ARN", "alerts",
            "MILESTONE_DAYS", "60,soon",
            "LAPSED_DAYS", "a week",
            "TIME_ZONE", "Europe/Berln",
            "ALERT_GROUPING", "each",
            "START_URL", "http://d-1234567890.awsapps.com/start",
            "REPORT_LOCATION", "bucket/reports");

    assertThatThrownBy(() -> FunctionSettings.from(wrong))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            the function's environment has 7 faults:
              TOPIC_ARN: 'alerts' is not the ARN of a standard SNS topic; write one like arn:aws:sns:us-east-1:111122223333:ri-expiry
              MILESTONE_DAYS: 'soon' is not a whole number; write whole numbers from 0 to 3650, such as 60,30,7,1
              LAPSED_DAYS: 'a week' is not a number of days; write a whole number from 1 to 60, or 0 to switch it off
              TIME_ZONE: 'Europe/Berln' is not a time zone; did you mean "Europe/Berlin"?
              ALERT_GROUPING: 'each' is not a grouping; write one of digest, account, ou, reservation
              START_URL: 'http://d-1234567890.awsapps.com/start' is not the start URL of an access portal; write one like https://d-1234567890.awsapps.com/start, without user, query or fragment
              REPORT_LOCATION: 'bucket/reports' is not a folder in a bucket; write one like s3://my-bucket/reports/, with the bucket's name as S3 has it and letters, digits, ., _, = and - in the folders\
            """);
  }

  @Test
  void refuseTheTopicOfTheAlertsForAChat() {
    String topic = "arn:aws:sns:us-east-1:111122223333:alerts";

    assertThatThrownBy(
            () -> FunctionSettings.from(Map.of("TOPIC_ARN", topic, "CHAT_TOPIC_ARN", topic)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("CHAT_TOPIC_ARN: it is the topic that alerts go to; name a topic");
  }
}
