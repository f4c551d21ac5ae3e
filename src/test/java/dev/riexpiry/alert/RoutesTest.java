package dev.riexpiry.alert;

import static dev.riexpiry.alert.AlertSample.DATA_IN_29_DAYS;
import static dev.riexpiry.alert.AlertSample.WEB_IN_7_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.alert.Routes.Routed;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutesTest {
  private static final TopicArn STANDARD =
      new TopicArn("arn:aws:sns:us-east-1:111122223333:ri-expiry");
  private static final TopicArn DATA_TEAM =
      new TopicArn("arn:aws:sns:eu-west-1:333344445555:data-team");
  private static final TopicArn ANOTHER = new TopicArn("arn:aws:sns:eu-west-1:333344445555:a");

  private static final Unreadable LIST_OF_ACCOUNTS =
      new Unreadable(
          Optional.empty(),
          "the organization",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Sample.denied("organizations:ListRoots"));
  private static final Unreadable DATA_RDS =
      Sample.unreadable(Sample.DATA, "data-prod", "eu-west-1", Service.RDS, Sample.denied("rds:X"));
  private static final Lapsed DATA_LAPSED =
      new Lapsed(Sample.rds(Sample.DATA, "db-0", "2026-05-03T10:00:00Z"), 1);

  private static final News NEWS =
      new News(
          List.of(DATA_LAPSED),
          List.of(WEB_IN_7_DAYS, DATA_IN_29_DAYS),
          List.of(),
          List.of(),
          List.of(LIST_OF_ACCOUNTS, DATA_RDS),
          List.of(),
          List.of());

  private static final Routes ROUTES = new Routes(Map.of(Sample.DATA, DATA_TEAM));

  private static List<Alert> alerts(Grouping grouping, Routes routes, News news) {
    return routes.split(news).stream()
        .flatMap(routed ->
            new AlertComposer(grouping).compose(AlertSample.summary(2, 2), routed.news()).stream())
        .toList();
  }

  @Test
  void theDefaultTopicComesFirstAndHearsWhatTheOthersAreTold() {
    News own =
        new News(
            List.of(DATA_LAPSED),
            List.of(DATA_IN_29_DAYS),
            List.of(),
            List.of(),
            List.of(DATA_RDS),
            List.of(),
            List.of());

    assertThat(ROUTES.split(NEWS))
        .containsExactly(
            new Routed(
                Optional.empty(),
                new News(
                    List.of(),
                    List.of(WEB_IN_7_DAYS),
                    List.of(),
                    List.of(),
                    List.of(LIST_OF_ACCOUNTS),
                    List.of(),
                    List.of(new Elsewhere(DATA_TEAM, own)))),
            new Routed(Optional.of(DATA_TEAM), own));
  }

  @Test
  void theOthersComeByTheirNamesSoThatTwoRunsBeginWithTheSame() {
    Routes both = new Routes(Map.of(Sample.DATA, DATA_TEAM, Sample.WEB, ANOTHER));

    assertThat(both.split(NEWS))
        .extracting(Routed::topic)
        .containsExactly(Optional.empty(), Optional.of(ANOTHER), Optional.of(DATA_TEAM));
  }

  @Test
  void withoutTopicsOfTheirOwnAllGoesToTheDefaultOne() {
    assertThat(new Routes(Map.of()).split(NEWS))
        .containsExactly(new Routed(Optional.empty(), NEWS));
    assertThat(ROUTES.split(new News(List.of(), List.of(), List.of()))).isEmpty();
  }

  @Test
  void whoNamesTheDefaultTopicHasNoneOfTheirOwn() {
    assertThat(
            Routes.of(
                List.of(
                    Sample.account("tools", Sample.TOOLS),
                    Sample.account("web-prod", Sample.WEB, STANDARD),
                    Sample.account("data-prod", Sample.DATA, DATA_TEAM)),
                Optional.of(STANDARD)))
        .isEqualTo(ROUTES);
  }

  @Test
  void theDigestCountsThemAndSaysIncomplete() {
    List<Alert> alerts = alerts(Grouping.DIGEST, ROUTES, NEWS);

    assertThat(alerts)
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation ends in 7 days; INCOMPLETE, 2 not read: web-prod",
            "1 AWS reservation LAPSED yesterday; 1 ends in 29 days; INCOMPLETE, 1 not read: data-prod");
    assertThat(alerts.getFirst().mail())
        .contains(
            """

            TOLD TO OTHER TOPICS - only counted here

              data-prod: 1 LAPSED; 1 ends in 29 days; INCOMPLETE, 1 target not read; to arn:aws:sns:eu-west-1:333344445555:data-team

            """)
        .doesNotContain(DATA_IN_29_DAYS.commitment().id(), "db-0");
    assertThat(alerts.getFirst().json())
        .contains(
            "\"elsewhere\":[{\"topicArn\":\"arn:aws:sns:eu-west-1:333344445555:data-team\","
                + "\"accountIds\":[\"333344445555\"],\"lapsed\":1,\"expiring\":1,\"troubles\":0,"
                + "\"unreadable\":1,\"recovered\":0}]");
    assertThat(alerts.getFirst().attributes().accountIds()).containsExactly(Sample.WEB);
    assertThat(alerts.getLast().mail()).doesNotContain("OTHER TOPICS");
  }

  @Test
  void aDigestThatOnlyCountsSaysSo() {
    News ofData = new News(List.of(DATA_IN_29_DAYS), List.of(DATA_RDS), List.of());
    Alert digest = alerts(Grouping.DIGEST, ROUTES, ofData).getFirst();

    assertThat(digest.subject())
        .isEqualTo("AWS commitments: told to 1 other topic; INCOMPLETE, 1 not read");
    assertThat(digest.mail())
        .startsWith(
            """
            All that this check tells is told to other topics.
            Elsewhere the check found 2 expiring commitments; other messages tell of them.

            Elsewhere something could not be read; another message of this check says what.

            TOLD TO OTHER TOPICS - only counted here

              data-prod: 1 ends in 29 days; INCOMPLETE, 1 target not read; to arn:aws:sns:eu-west-1:333344445555:data-team
            """);
    assertThat(digest.attributes().accountIds()).isEmpty();
    assertThat(digest.attributes().services()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Grouping.class, mode = EnumSource.Mode.EXCLUDE, names = "DIGEST")
  void inTheOtherGroupingsNobodyHearsOfAll(Grouping grouping) {
    assertThat(alerts(grouping, ROUTES, NEWS))
        .allSatisfy(alert -> assertThat(alert.mail()).doesNotContain("OTHER TOPICS"));
    assertThat(alerts(grouping, ROUTES, new News(List.of(DATA_IN_29_DAYS), List.of(), List.of())))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Grouping.class)
  void whateverTheGroupingATopicHearsOfItsOwnAccountsOnly(Grouping grouping) {
    for (Routed routed : ROUTES.split(NEWS)) {
      boolean ofData = routed.topic().isPresent();
      List<AccountId> accounts =
          new AlertComposer(grouping)
              .compose(AlertSample.summary(2, 2), routed.news()).stream()
                  .flatMap(alert -> alert.attributes().accountIds().stream())
                  .distinct()
                  .toList();

      assertThat(accounts).containsExactly(ofData ? Sample.DATA : Sample.WEB);
    }
  }

  @Test
  void hundredsOfOtherTopicsDoNotFillTheMail() {
    List<Elsewhere> many =
        IntStream.range(0, 100)
            .mapToObj(i ->
                new Elsewhere(
                    new TopicArn("arn:aws:sns:eu-west-1:333344445555:team-" + i),
                    new News(List.of(DATA_IN_29_DAYS), List.of(), List.of())))
            .toList();

    assertThat(ElsewhereLines.of(many, AlertSample.summary(1, 0)))
        .hasSize(64)
        .last()
        .isEqualTo("  and 40 more topics; the report of this run names each.");
  }

  @Test
  void ofManyAccountsTheFirstAreNamed() {
    Map<AccountId, String> names =
        Map.of(
            new AccountId("000000000001"), "one",
            new AccountId("000000000002"), "two",
            new AccountId("000000000003"), "three",
            new AccountId("000000000004"), "four",
            new AccountId("000000000005"), "five",
            new AccountId("000000000006"), "six",
            new AccountId("000000000007"), "seven");
    News news =
        new News(
            names.keySet().stream()
                .sorted()
                .map(id -> Sample.expiring(Sample.ec2(id, "r-" + id, "2026-05-11T03:59:59Z"), 7, 7))
                .toList(),
            List.of(),
            List.of());

    assertThat(
            ElsewhereLines.of(
                List.of(new Elsewhere(DATA_TEAM, news)), AlertSample.summary(7, 0, names)))
        .last()
        .isEqualTo("  one, two, three, four, five +2: 7 end, the first in 7 days; to " + DATA_TEAM);
  }
}
