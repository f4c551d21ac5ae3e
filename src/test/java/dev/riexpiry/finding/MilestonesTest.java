package dev.riexpiry.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MilestonesTest {
  @Test
  void areSixtyThirtySevenAndOneByDefault() {
    assertThat(Milestones.DEFAULT.days()).containsExactly(60, 30, 7, 1);
    assertThat(Milestones.DEFAULT.largest()).isEqualTo(60);
    assertThat(Milestones.DEFAULT).hasToString("60,30,7,1");
  }

  @Test
  void mayBeGivenInAnyOrderAndTwice() {
    assertThat(Milestones.parse(" 7, 60,7 ,0").days()).containsExactly(60, 7, 0);
  }

  @ParameterizedTest(name = "{0} days left: milestone {1}")
  @CsvSource({"0,1", "1,1", "2,7", "7,7", "8,30", "30,30", "31,60", "60,60"})
  void theCurrentOneIsTheSmallestThatIsNotSmallerThanTheDaysLeft(long daysLeft, int milestone) {
    assertThat(Milestones.DEFAULT.current(daysLeft)).hasValue(milestone);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -365_000_000_000L, 61, 4_294_967_296L})
  void thereIsNoneBeforeTheFirstAndAfterTheEnd(long daysLeft) {
    assertThat(Milestones.DEFAULT.current(daysLeft)).isEmpty();
  }

  @Test
  void aMilestoneOfZeroIsTheLastDayOnly() {
    Milestones lastDay = Milestones.of(List.of(0));

    assertThat(lastDay.current(0)).hasValue(0);
    assertThat(lastDay.current(1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "60,,7 | '' is not a whole number",
        "seven | 'seven' is not a whole number",
        "7.5 | '7.5' is not a whole number",
        "99999999999 | '99999999999' is not a whole number",
        "-1 | -1 is not from 0 to 3650",
        "3651 | 3651 is not from 0 to 3650"
      })
  void refusesWhatIsNotANumberOfDays(String text, String message) {
    assertThatThrownBy(() -> Milestones.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesToBeNone() {
    assertThatThrownBy(() -> Milestones.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no milestone is given");
  }
}
