package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.finding.Advice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Prices the year after each of many generated usage histories, hour by hour, and compares what
/// following the advice costs with what the two habits cost that need none.
class AdviceOracleTest {
  private static final int SEED = 20_261;
  private static final int HISTORIES = 500;
  private static final Map<UsageKind, List<PricedHistory>> DRAWN =
      Arrays.stream(UsageKind.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  AdviceOracleTest::draw,
                  (one, _) -> one,
                  () -> new EnumMap<>(UsageKind.class)));

  private static List<PricedHistory> draw(UsageKind kind) {
    Random random = new Random(SEED + kind.label().hashCode());
    return Stream.generate(() -> PricedHistory.draw(kind, random)).limit(HISTORIES).toList();
  }

  private static Tally tally(UsageKind kind, Reading reading) {
    return Tally.of(DRAWN.getOrDefault(kind, List.of()), reading::advise);
  }

  private static Stream<UsageKind> judged() {
    return Arrays.stream(UsageKind.values()).filter(UsageKind::judged);
  }

  @ParameterizedTest
  @MethodSource("judged")
  void costsNoMoreThanTheBetterOfRenewingEverythingAndNothing(UsageKind kind) {
    assertThat(tally(kind, Reading.STANDARD)).matches(Tally::keepsUp, "keeps up");
  }

  @ParameterizedTest
  @CsvSource({"STEADY, 0.15", "GROWING, 0.6", "IDLE, 0.6", "MIGRATED, 0.6"})
  void leavesLittleOpen(UsageKind kind, double most) {
    assertThat(tally(kind, Reading.STANDARD).lookShare()).isLessThanOrEqualTo(most);
  }

  @Test
  void isMeasuredAsTheDocumentationSays() throws IOException {
    assertThat(Files.readString(Path.of("docs/advice.md")))
        .contains(Arrays.stream(UsageKind.values()).map(AdviceOracleTest::row).toList())
        .contains(Reading.ALL.stream().map(AdviceOracleTest::row).toList());
  }

  private static String row(UsageKind kind) {
    Tally tally = tally(kind, Reading.STANDARD);
    return row(
        Stream.concat(Stream.of(kind.label(), tally.looksInPercent()), tally.regretsInPercent()));
  }

  private static String row(Reading reading) {
    return row(
        Stream.concat(
            Stream.of(reading.text),
            Stream.concat(judged(), Stream.of(UsageKind.OFFICE_HOURS, UsageKind.BATCH))
                .map(kind -> tally(kind, reading))
                .map(tally ->
                    "%s, %s%s"
                        .formatted(
                            tally.looksInPercent(),
                            tally.regretsInPercent().findFirst().orElseThrow(),
                            tally.keepsUp() ? "" : " ✘"))));
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  /// A reading of the same figures.
  ///
  /// @param text how it differs from the one that is used
  /// @param thresholds the figures from which on the use decides
  /// @param month the days of the longer window
  /// @param week the days of the shorter window
  private record Reading(String text, AdviceThresholds thresholds, int month, int week) {
    private static final Reading STANDARD =
        new Reading("as it is", AdviceThresholds.STANDARD, 30, 7);

    private static final List<Reading> ALL =
        List.of(
            STANDARD,
            of("a fall never matters", 100, 10, 45),
            of("a fall of 5 points does not matter", 5, 10, 45),
            of("a fall of 1 point does not matter", 1, 10, 45),
            of("any fall matters", 0, 10, 45),
            of("a rise never matters", 2, 100, 45),
            of("a rise of 2 points does not matter", 2, 2, 45),
            of("a part is judged at any use", 2, 10, 0),
            of("a part is judged from 60 %", 2, 10, 60),
            new Reading("the last 30 days alone", STANDARD.thresholds, 30, 30),
            new Reading("the last 7 days alone", anyDays(2, 10, 45), 7, 7),
            new Reading("only 14 days of data", STANDARD.thresholds, 14, 7));

    private static Reading of(String text, int fall, int rise, int part) {
      return new Reading(text, anyDays(fall, rise, part), 30, 7);
    }

    private static AdviceThresholds anyDays(int fall, int rise, int part) {
      return new AdviceThresholds(
          BigDecimal.valueOf(fall), BigDecimal.valueOf(rise), 0, BigDecimal.valueOf(part));
    }

    List<Advice> advise(PricedHistory history) {
      return new AdviceRules(thresholds).advise(history.seen(month, week));
    }
  }
}
