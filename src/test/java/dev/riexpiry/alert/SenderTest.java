package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.input.S3Location;
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
                    "/aws/lambda/expiry",
                    Optional.empty())))
        .doesNotContain("The page of this day")
        .endsWith(
            "\nSent by the function expiry, account 111122223333, us-east-1; its log: /aws/lambda/expiry.\n");
  }

  @Test
  void thePageIsLinkedInTheConsoleOfTheAccountThatItsReaderHasToSignInTo() {
    assertThat(
            mail(
                new Sender.Function(
                    "expiry",
                    "expiry",
                    "/log",
                    Optional.of(page(Optional.of("222233334444"), "eu-west-1")))))
        .contains(
            """

            The page of this day, soon in the S3 console of account 222233334444:
            https://s3.console.aws.amazon.com/s3/object/bucket?prefix=reports/2026/05/04/index.html
            """);
  }

  @Test
  void eachPartitionHasItsOwnConsoleAndOneWithoutHasTheNameOfTheObject() {
    assertThat(page(Optional.empty(), "us-gov-west-1").address())
        .startsWith("https://console.amazonaws-us-gov.com/s3/object/bucket?prefix=reports/");
    assertThat(page(Optional.empty(), "cn-north-1").address())
        .startsWith("https://console.amazonaws.cn/s3/object/bucket?prefix=reports/");
    assertThat(page(Optional.empty(), "us-iso-east-1").address())
        .isEqualTo("s3://bucket/reports/2026/05/04/index.html");
    assertThat(page(Optional.empty(), "eu-west-1").where()).isEqualTo("in the S3 console");
  }

  private static PageLink page(Optional<String> account, String region) {
    return new PageLink(new S3Location("bucket", "reports/2026/05/04/"), account, region);
  }

  @Test
  void theLastLineSaysThatItWasTheCommandLine() {
    assertThat(mail(new Sender.CommandLine()))
        .endsWith("\nSent by the command line, not by a function.\n");
  }

  @Test
  void anArnOfAnotherShapeTakesNothingElseAway() {
    assertThat(new Sender.Function("expiry", "expiry", "/log", Optional.empty()).text())
        .isEqualTo("the function expiry; its log: /log");
  }
}
