package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.finding.Narrowing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SenderTest {
  private static String mail(Sender sender) {
    CheckSummary bare = AlertSample.summary(List.of(AlertSample.WEB_IN_7_DAYS));
    CheckSummary summary =
        new CheckSummary(
            new CheckTerms(
                bare.checkDate(),
                bare.terms().milestones(),
                Narrowing.NONE,
                OwnerTags.DEFAULT,
                Optional.of(sender)),
            bare.counts(),
            bare.accounts(),
            bare.found(),
            bare.payer());
    return AlertSample.only(AlertSample.compose(new AlertComposer(Grouping.DIGEST), summary))
        .mail();
  }

  @Test
  void theLastLineNamesTheFunctionItsPlaceAndItsLog() {
    assertThat(
            mail(
                new Sender.Function(
                    "expiry",
                    "arn:aws:lambda:us-east-1:111122223333:function:expiry",
                    "/aws/lambda/expiry")))
        .endsWith(
            "\nSent by the function expiry, account 111122223333, us-east-1; its log: /aws/lambda/expiry.\n");
  }

  @Test
  void theLastLineSaysThatItWasTheCommandLine() {
    assertThat(mail(new Sender.CommandLine()))
        .endsWith("\nSent by the command line, not by a function.\n");
  }

  @Test
  void anArnOfAnotherShapeTakesNothingElseAway() {
    assertThat(new Sender.Function("expiry", "expiry", "/log").text())
        .isEqualTo("the function expiry; its log: /log");
  }
}
