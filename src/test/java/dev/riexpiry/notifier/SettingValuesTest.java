package dev.riexpiry.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.LapseWindow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {
  @Test
  void readsWhatIsValid() {
    assertThat(SettingValues.milestones("90, 30,0")).isEqualTo(Milestones.of(List.of(90, 30, 0)));
    assertThat(SettingValues.timeZone("Asia/Tokyo")).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(SettingValues.grouping("account")).isEqualTo(Grouping.ACCOUNT);
    assertThat(SettingValues.topic("arn:aws:sns:us-east-1:111122223333:t"))
        .isEqualTo(new TopicArn("arn:aws:sns:us-east-1:111122223333:t"));
    assertThat(SettingValues.date("2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(SettingValues.accountId("222233334444")).isEqualTo(Sample.WEB);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 256})
  void readsAConcurrencyInItsRange(int concurrency) {
    assertThat(SettingValues.concurrency(String.valueOf(concurrency))).isEqualTo(concurrency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "257", "-1", "64.0", "9999999999", "٦٤"})
  void refusesAConcurrencyOutOfItsRange(String text) {
    assertThat(refusal(SettingValues::concurrency, text))
        .isEqualTo("'" + text + "' is not a number of calls; write a whole number from 1 to 256");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 60})
  void readsForHowLongALapseIsNews(int days) {
    assertThat(SettingValues.lapsedDays(String.valueOf(days))).isEqualTo(new LapseWindow(days));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "61", "-1", "+7", "7.0", "9999999999", "٧", "off"})
  void refusesANumberOfDaysOutOfItsRange(String text) {
    assertThat(refusal(SettingValues::lapsedDays, text))
        .isEqualTo(
            "'"
                + text
                + "' is not a number of days; write a whole number from 1 to 60, or 0 to switch it off");
  }

  @ParameterizedTest
  @CsvSource({"1s, PT1S", "90s, PT1M30S", "10m, PT10M", "2h, PT2H", "999999h, PT999999H"})
  void readsATime(String text, Duration duration) {
    assertThat(SettingValues.duration(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "-1s", "10", "1.5h", "10 m", "1d", "PT1M", "1000000s", "٩s"})
  void refusesWhatIsNotATime(String text) {
    assertThat(refusal(SettingValues::duration, text))
        .isEqualTo(
            "'" + text + "' is not a time; write seconds, minutes or hours such as 90s, 10m or 1h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-5-4", "2026-02-29", "tomorrow", "2026-05-04T00:00:00Z"})
  void refusesWhatIsNotADate(String text) {
    assertThat(refusal(SettingValues::date, text))
        .isEqualTo("'" + text + "' is not a date; write year, month and day such as 2026-05-04");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Europe/Berln | did you mean \"Europe/Berlin\"?",
        "utc | did you mean \"UTC\"?",
        "JST | write an IANA name such as Europe/Berlin or UTC",
        "+09:00 | write an IANA name such as Europe/Berlin or UTC"
      })
  void refusesWhatIsNotATimeZone(String text, String remedy) {
    assertThat(refusal(SettingValues::timeZone, text))
        .isEqualTo("'" + text + "' is not a time zone; " + remedy);
  }

  @Test
  void saysWhatToWriteInstead() {
    assertThat(refusal(SettingValues::grouping, "Digest"))
        .isEqualTo("'Digest' is not a grouping; write one of digest, account, ou, reservation");
    assertThat(refusal(SettingValues::topic, "ri-expiry"))
        .isEqualTo(
            "'ri-expiry' is not the ARN of a standard SNS topic;"
                + " write one like arn:aws:sns:us-east-1:111122223333:ri-expiry");
    assertThat(refusal(SettingValues::accountId, "2222"))
        .isEqualTo("'2222' is not an account id; write its twelve digits");
    assertThat(refusal(text -> SettingValues.milestones(text), "60;30"))
        .isEqualTo(
            "'60;30' is not a whole number; write whole numbers from 0 to 3650, such as 60,30,7,1");
  }

  private static String refusal(Function<String, Object> parse, String text) {
    String[] message = {""};
    assertThatThrownBy(() -> parse.apply(text))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> message[0] = e.problem() + "; " + e.remedy());
    return message[0];
  }
}
