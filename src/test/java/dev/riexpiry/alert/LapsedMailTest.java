package dev.riexpiry.alert;

import static dev.riexpiry.alert.AlertSample.WEB_IN_7_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.PayerKnowledge;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LapsedMailTest {
  private static Lapsed lapsed(String id, int daysAgo) {
    return Lapsed.atTerm(
        Sample.ec2(Sample.WEB, id, "2026-05-0%dT09:29:59Z".formatted(4 - daysAgo)), daysAgo);
  }

  private static List<Finding> both(List<Lapsed> lapsed, List<Expiring> expiring) {
    return Stream.<Finding>concat(lapsed.stream(), expiring.stream()).toList();
  }

  private static Alert alert(List<Lapsed> lapsed, List<Expiring> expiring) {
    return AlertSample.only(AlertSample.compose(Grouping.DIGEST, both(lapsed, expiring)));
  }

  @Test
  void standsAtTheTopUnderItsLastDay() {
    assertThat(
            alert(
                    List.of(lapsed("r-1", 1), lapsed("r-2", 1), lapsed("r-3", 3)),
                    List.of(WEB_IN_7_DAYS))
                .mail())
        .startsWith(
            """
            3 AWS reservations have LAPSED, the last yesterday, with nothing in their place.
            What they covered is billed at the on-demand price since.

            1 AWS reservation ends in 7 days.
            A reservation does not renew: once it has ended, what it covered is billed at
            the on-demand price. Buy its successor, or let it go on purpose.

            LAPSED YESTERDAY - last day Sun 3 May 2026 (UTC)

              web-prod (222233334444), us-east-1, EC2
              4 × m5.large, Linux/UNIX, No Upfront, standard
              r-1, ended 09:29 UTC
              https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#ReservedInstances:

              web-prod (222233334444), us-east-1, EC2
              4 × m5.large, Linux/UNIX, No Upfront, standard
              r-2, ended 09:29 UTC
              https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#ReservedInstances:

            LAPSED 3 DAYS AGO - last day Fri 1 May 2026 (UTC)
            """)
        .containsSubsequence("LAPSED 3 DAYS AGO", "ENDS IN 7 DAYS");
  }

  @Test
  void oneAloneSaysThatNothingElseEnds() {
    assertThat(alert(List.of(lapsed("r-1", 2)), List.of()).mail())
        .startsWith(
            """
            1 AWS reservation has LAPSED, 2 days ago, with nothing in its place.
            What it covered is billed at the on-demand price since.
            In what could be read, no commitment is about to end.

            LAPSED 2 DAYS AGO - last day Sat 2 May 2026 (UTC)
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 0 | 1 AWS reservation LAPSED yesterday: web-prod",
        "2 | 0 | 2 AWS reservations LAPSED, the last yesterday: web-prod",
        "2 | 1 | 2 AWS reservations LAPSED, the last yesterday; 1 ends in 7 days: web-prod",
        "1 | 2 | 1 AWS reservation LAPSED yesterday; 2 end in 7 days: web-prod"
      })
  void theSubjectBeginsWithIt(int lapsed, int expiring, String subject) {
    assertThat(
            alert(
                    IntStream.rangeClosed(1, lapsed).mapToObj(i -> lapsed("r-" + i, i)).toList(),
                    IntStream.range(0, expiring)
                        .mapToObj(i ->
                            Sample.expiring(
                                Sample.ec2(Sample.WEB, "e-" + i, "2026-05-11T03:59:59Z"), 7, 7))
                        .toList())
                .subject())
        .isEqualTo(subject);
  }

  @Test
  void passesAFilterOnFewDaysLeftAndIsInTheDocumentForPrograms() {
    Alert alert = alert(List.of(lapsed("r-1", 2)), List.of(WEB_IN_7_DAYS));

    assertThat(alert.attributes().minDaysLeft()).isEqualTo(OptionalInt.of(-2));
    assertThat(alert.attributes().accountIds()).containsExactly(Sample.WEB);
    assertThat(alert.json())
        .contains("\"lapsed\":[{\"accountId\":\"222233334444\"", "\"daysAgo\":2,\"due\":true");
  }

  @Test
  void eachIsAnAlertOfItsOwnWhereReservationsAre() {
    assertThat(
            AlertSample.compose(
                Grouping.RESERVATION, List.of(lapsed("r-1", 1), lapsed("r-2", 2), WEB_IN_7_DAYS)))
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation LAPSED yesterday: web-prod",
            "1 AWS reservation LAPSED 2 days ago: web-prod",
            "1 AWS reservation ends in 7 days: web-prod");
  }

  @Test
  void noneIsLostWhereAMessageIsSplit() {
    List<Lapsed> lapsed =
        IntStream.range(0, 400).mapToObj(i -> lapsed("lapsed-%03d".formatted(i), 1)).toList();

    List<Alert> alerts = AlertSample.compose(Grouping.DIGEST, both(lapsed, List.of(WEB_IN_7_DAYS)));

    assertThat(alerts).hasSizeGreaterThan(1);
    assertThat(alerts.stream().flatMap(alert -> alert.findings(Lapsed.class).stream()))
        .containsExactlyElementsOf(lapsed);
    assertThat(alerts.getLast().findings(Expiring.class)).containsExactly(WEB_IN_7_DAYS);
  }

  @Test
  void whatIsIgnoredIsOneLineAtTheEnd() {
    CheckSummary plain = AlertSample.summary(List.of(WEB_IN_7_DAYS));
    CheckSummary ignoring =
        new CheckSummary(
            new CheckTerms(plain.checkDate(), plain.terms().milestones()),
            plain.counts(),
            plain.accounts(),
            new Found(plain.findings(), plain.history(), 3),
            PayerKnowledge.NONE);

    assertThat(
            AlertSample.only(AlertSample.compose(new AlertComposer(Grouping.DIGEST), ignoring))
                .mail())
        .contains(
            """

            Ignored, as the accounts file says: 3 commitments; the report lists them.

            To hear no more of one, add to accounts.json:
            "ignore": [{ "commitmentId": "its id", "until": "YYYY-MM-DD", "reason": "why" }]
            Read: \
            """);
  }
}
