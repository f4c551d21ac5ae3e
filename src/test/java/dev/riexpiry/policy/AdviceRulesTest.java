package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.AdviceReason;
import dev.riexpiry.policy.PoolUse.Stake;
import dev.riexpiry.policy.PoolUse.Window;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceRulesTest {
  private static final AdviceRules RULES = new AdviceRules(AdviceThresholds.STANDARD);

  /// What ends is written as count, `x` and size where it is not 1, `@` and break-even, or `plan@`
  /// and break-even, with a space between several; the use in percent of the pool; the advice on
  /// each as its verdict and quantity.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one unit used all the time                            | 1@60       | 0  | 30 | 100   | 100   | renew 1                  | AboveBreakEven
          one unit used hardly more than it has to be           | 1@60       | 0  | 30 | 60.01 | 60.01 | renew 1                  | AboveBreakEven
          one unit used exactly as much as it has to be         | 1@60       | 0  | 30 | 60    | 60    | look                     | Between
          one unit used a little too little                     | 1@60       | 0  | 30 | 59.9  | 59.9  | let-go 0                 | BelowBreakEven
          one unit on both sides of its break-even              | 1@60       | 0  | 30 | 60.5  | 59.5  | look                     | Between
          one unit that never pays                              | 1@104      | 0  | 30 | 100   | 100   | let-go 0                 | BelowBreakEven
          an idle fleet                                         | 12@60      | 0  | 30 | 0     | 0     | let-go 0                 | Unused
          a fleet of which not even one pays                    | 10@60      | 0  | 30 | 5.9   | 5.9   | let-go 0                 | BelowBreakEven
          a fleet of which one might pay                        | 10@60      | 0  | 30 | 6.1   | 6.1   | look                     | TooLittleForPart
          a fleet during office hours                           | 10@60      | 0  | 30 | 30    | 30    | look                     | TooLittleForPart
          a fleet used for hardly less than a part takes        | 10@60      | 0  | 30 | 44.99 | 46    | look                     | TooLittleForPart
          half a fleet                                          | 10@60      | 0  | 30 | 50    | 50    | renew-part 5             | PartPays
          a remainder above break-even takes one unit more      | 10@60      | 0  | 30 | 56.1  | 56.1  | renew-part 6             | PartPays
          a remainder below break-even does not                 | 10@60      | 0  | 30 | 55.9  | 55.9  | renew-part 5             | PartPays
          the smaller part of the two windows                   | 10@60      | 0  | 30 | 57    | 55.5  | renew-part 5             | PartPays
          one of two                                            | 2@60       | 0  | 30 | 55    | 55    | renew-part 1             | PartPays
          a fall of exactly two points                          | 4@60       | 0  | 30 | 97.1  | 95.1  | renew 4                  | AboveBreakEven
          a fall of more than two points                        | 4@60       | 0  | 30 | 97.1  | 95.09 | look                     | Fell
          a fleet that is being switched off                    | 10@60      | 0  | 30 | 70    | 0     | look                     | Fell
          a fall of what does not pay before it or after it     | 1@60       | 0  | 30 | 50    | 0     | let-go 0                 | BelowBreakEven
          a rise of exactly ten points                          | 4@60       | 0  | 30 | 80    | 90    | renew 4                  | AboveBreakEven
          a rise of more than ten points                        | 4@60       | 0  | 30 | 80    | 90.1  | look                     | Rose
          a rise of what does not pay before it or after it     | 1@60       | 0  | 30 | 0     | 50    | let-go 0                 | BelowBreakEven
          thirteen days of data                                 | 4@60       | 0  | 13 | 100   | 100   | look                     | FewDays
          two weeks of data                                     | 4@60       | 0  | 14 | 100   | 100   | renew 4                  | AboveBreakEven
          nothing known of the last week                        | 4@60       | 0  | 30 | 100   |       | look                     | WeekUnknown
          no break-even                                         | 2@60 1@-   | 0  | 30 | 100   | 100   | look                     | BreakEvenUnknown
          others stay and take all the usage there is           | 5@60       | 10 | 30 | 50    | 50    | let-go 0                 | BelowBreakEven
          others stay, and it depends on what usage is counted  | 5@60       | 10 | 30 | 66    | 66    | look                     | Between
          others stay and leave enough for two                  | 5@60       | 10 | 30 | 80    | 80    | renew-part 2             | PartPays
          others stay and leave enough for all                  | 5@60       | 10 | 30 | 90    | 90    | renew 5                  | AboveBreakEven
          shared out to what pays from the lowest use on        | 2@70 3@60  | 0  | 30 | 60    | 60    | let-go 0, renew 3        | PartPays
          shared out in the order in which they end             | 2@60 3@60  | 0  | 30 | 60    | 60    | renew 2, renew-part 1    | PartPays
          all pay by the highest break-even                     | 2@70 3@60  | 0  | 30 | 71    | 71    | renew 2, renew 3         | AboveBreakEven
          sizes that differ                                     | 1x8@60 4@60| 0  | 30 | 50    | 50    | renew 1, let-go 0        | PartPays
          a plan that is used                                   | plan@70    | 0  | 30 | 95    | 95    | renew 1                  | AboveBreakEven
          a plan that is used too little                        | plan@70    | 0  | 30 | 60    | 60    | let-go 0                 | SmallerPlanMayPay
          two plans of which one would pay                      | plan@70 plan@70 | 0 | 30 | 50 | 50   | renew 1, let-go 0        | PartPays
          """)
  void advises(
      String name,
      String ends,
      int stays,
      int days,
      String month,
      String week,
      String advice,
      String reason) {
    List<Stake> stakes = Arrays.stream(ends.split(" ", -1)).map(AdviceRulesTest::stake).toList();
    List<Advice> given = RULES.advise(pool(stakes, stays, days, month, week));

    assertThat(given.stream().map(AdviceRulesTest::written))
        .containsExactlyElementsOf(
            advice.equals("look")
                ? Collections.nCopies(stakes.size(), advice)
                : List.of(advice.split(", ", -1)));
    assertThat(given)
        .allSatisfy(item ->
            assertThat(item.reasons().getLast().getClass().getSimpleName()).isEqualTo(reason));
  }

  @Test
  void givesWhatWasJudgedAndTheFiguresBeforeTheReason() {
    List<Stake> stakes = List.of(stake("2@60"), stake("3@60"));

    assertThat(RULES.advise(pool(stakes, 0, 30, "60", "61")).getFirst().reasons())
        .containsExactly(
            new AdviceReason.JudgedTogether(1),
            new AdviceReason.Used(new BigDecimal("60.00"), new BigDecimal("61.00")),
            new AdviceReason.PartPays(3, 5));
  }

  @Test
  void judgesTheUseThatPeopleAreTold() {
    assertThat(RULES.advise(pool(List.of(stake("4@60")), 0, 30, "97.104", "95.096")))
        .as("97.10 and 95.10")
        .extracting(Advice::verdict)
        .containsExactly(Advice.Verdict.RENEW);
  }

  @Test
  void refusesAnAdviceThatContradictsItself() {
    assertThatThrownBy(() -> Advice.renew(0, List.of(new AdviceReason.WeekUnknown())))
        .hasMessage("renew of OptionalInt[0]");
    assertThatThrownBy(() -> Advice.look(List.of())).hasMessage("an advice without a reason");
  }

  private static PoolUse pool(List<Stake> stakes, int stays, int days, String month, String week) {
    BigDecimal held =
        stakes.stream()
            .map(stake -> stake.size().multiply(BigDecimal.valueOf(stake.count())))
            .reduce(BigDecimal.valueOf(stays), BigDecimal::add);
    return new PoolUse(
        stakes.size() + (stays > 0 ? 1 : 0),
        BigDecimal.valueOf(stays),
        days,
        window(held, month),
        Optional.ofNullable(week).map(percent -> window(held, percent)),
        stakes);
  }

  private static Window window(BigDecimal held, String percent) {
    return new Window(held, held.multiply(new BigDecimal(percent)).movePointLeft(2));
  }

  private static Stake stake(String text) {
    String[] parts = text.split("@", -1);
    String[] units = parts[0].split("x", -1);
    boolean plan = parts[0].equals("plan");
    return new Stake(
        plan ? 1 : Integer.parseInt(units[0]),
        new BigDecimal(units.length > 1 ? units[1] : "1"),
        Optional.of(parts[1]).filter(number -> !number.equals("-")).map(BigDecimal::new),
        plan);
  }

  private static String written(Advice advice) {
    return advice.verdict().id()
        + advice.quantity().stream()
            .mapToObj(quantity -> " " + quantity)
            .collect(Collectors.joining());
  }
}
