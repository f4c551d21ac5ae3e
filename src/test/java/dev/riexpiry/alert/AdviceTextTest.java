package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.AdviceReason;
import dev.riexpiry.finding.AdviceReason.AboveBreakEven;
import dev.riexpiry.finding.AdviceReason.BelowBreakEven;
import dev.riexpiry.finding.AdviceReason.Between;
import dev.riexpiry.finding.AdviceReason.BreakEvenUnknown;
import dev.riexpiry.finding.AdviceReason.Fell;
import dev.riexpiry.finding.AdviceReason.FewDays;
import dev.riexpiry.finding.AdviceReason.JudgedTogether;
import dev.riexpiry.finding.AdviceReason.OthersUnknown;
import dev.riexpiry.finding.AdviceReason.PartPays;
import dev.riexpiry.finding.AdviceReason.RenewedAlready;
import dev.riexpiry.finding.AdviceReason.Rose;
import dev.riexpiry.finding.AdviceReason.SmallerPlanMayPay;
import dev.riexpiry.finding.AdviceReason.TooLittleForPart;
import dev.riexpiry.finding.AdviceReason.Unused;
import dev.riexpiry.finding.AdviceReason.Used;
import dev.riexpiry.finding.AdviceReason.WeekUnknown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdviceTextTest {
  private static final BigDecimal SHARE = new BigDecimal("62.50");
  private static final BigDecimal POINTS = new BigDecimal("12.30");

  private static final Map<AdviceReason, String> CLAUSES =
      Map.ofEntries(
          Map.entry(
              new Used(new BigDecimal("97.00"), new BigDecimal("100.00")),
              "used 97 % in the last 30 days and 100 % in the last 7"),
          Map.entry(new JudgedTogether(1), "judged together with 1 other that can cover for it"),
          Map.entry(new Unused(), "nothing of it was used"),
          Map.entry(new AboveBreakEven(SHARE), "it pays from 62.5 % on"),
          Map.entry(
              new BelowBreakEven(SHARE, 4), "it pays from 62.5 % on, and not even one of 4 would"),
          Map.entry(
              new PartPays(5, 10),
              "5 of 10 pay if these 5 run all the time, which Cost Explorer's average cannot tell from all of them running a part of the time"),
          Map.entry(
              new PartPays(1, 2),
              "1 of 2 pays if it runs all the time, which Cost Explorer's average cannot tell from all of them running a part of the time"),
          Map.entry(
              new Fell(POINTS),
              "its use fell by 12.3 points: what it covers may be being given up"),
          Map.entry(
              new Rose(POINTS),
              "its use rose by 12.3 points: more may be needed than the last 30 days show"),
          Map.entry(new FewDays(9, 14), "only 9 days of data, of the 14 that it takes"),
          Map.entry(new WeekUnknown(), "the use of the last 7 days is not known"),
          Map.entry(new OthersUnknown(), "the use of others that can cover for it is not known"),
          Map.entry(new BreakEvenUnknown(), "the share from which on it pays is not known"),
          Map.entry(
              new TooLittleForPart(new BigDecimal("45")),
              "below 45 % an average cannot tell a part that runs all the time from office hours"),
          Map.entry(
              new SmallerPlanMayPay(SHARE),
              "it pays from 62.5 % on; a smaller plan may pay, but what it would take over cannot be seen"),
          Map.entry(
              new Between(SHARE),
              "it pays from 62.5 % on, and whether it is used for that depends on the days, or on what the usage is counted on"),
          Map.entry(new RenewedAlready(), "all of it is renewed"));

  @Test
  void writesEachReasonInWordsAndFigures() {
    assertThat(CLAUSES.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
        .as("every kind of reason")
        .containsExactlyInAnyOrder(AdviceReason.class.getPermittedSubclasses());
    CLAUSES.forEach((reason, clause) ->
        assertThat(AdviceText.reasons(Advice.look(List.of(reason)))).containsExactly(clause));
  }

  @Test
  void saysOfWhatGetsNoneOfThePartThatPaysThatTheseAreOthers() {
    assertThat(AdviceText.reasons(Advice.letGo(List.of(new PartPays(2, 4)))))
        .singleElement()
        .asString()
        .startsWith("2 of 4 pay if these 2 run all the time")
        .endsWith(", and these are others");
  }

  @Test
  void neverSaysWhatToBuy() {
    assertThat(CLAUSES.values()).noneMatch(clause -> clause.contains("buy"));
  }

  @Test
  void writesHowManyOfHowMany() {
    List<AdviceReason> reasons = List.of(new Unused());

    assertThat(AdviceText.verdict(Advice.renew(1, reasons), 1)).isEqualTo("renew");
    assertThat(AdviceText.verdict(Advice.renew(10, reasons), 10)).isEqualTo("renew 10 of 10");
    assertThat(AdviceText.verdict(Advice.renewPart(5, reasons), 10)).isEqualTo("renew 5 of 10");
    assertThat(AdviceText.verdict(Advice.letGo(reasons), 10)).isEqualTo("let go");
    assertThat(AdviceText.verdict(Advice.look(reasons), 10)).isEqualTo("look");
    assertThat(AdviceText.verdict(Advice.renewed(), 10)).isEqualTo("renewed");
  }
}
