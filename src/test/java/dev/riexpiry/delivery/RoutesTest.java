package dev.riexpiry.delivery;

import static dev.riexpiry.alert.AlertSample.DATA_IN_29_DAYS;
import static dev.riexpiry.alert.AlertSample.WEB_IN_7_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Routing;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertComposer;
import dev.riexpiry.alert.AlertSample;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.News;
import dev.riexpiry.alert.News.OtherTopic;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Unread;
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

  private static final Unread LIST_OF_ACCOUNTS =
      Sample.unread(
          new PlaceFailure(new Place.Organization(), Sample.denied("organizations:ListRoots")));
  private static final Unread DATA_RDS =
      Sample.unread(Sample.DATA, "eu-west-1", Service.RDS, Sample.denied("rds:X"));
  private static final Lapsed DATA_LAPSED =
      Lapsed.atTerm(Sample.rds(Sample.DATA, "db-0", "2026-05-03T10:00:00Z"), 1);

  private static final CheckSummary SUMMARY =
      AlertSample.summary(
          List.of(DATA_LAPSED, WEB_IN_7_DAYS, DATA_IN_29_DAYS, LIST_OF_ACCOUNTS, DATA_RDS));

  private static final Routes ROUTES = new Routes(Map.of(Sample.DATA, DATA_TEAM), Routing.NONE);

  private static List<Alert> alerts(Grouping grouping, CheckSummary summary) {
    return ROUTES.split(summary).stream()
        .flatMap(news -> new AlertComposer(grouping).compose(summary, news).stream())
        .toList();
  }

  @Test
  void theDefaultTopicComesFirstAndHearsWhatTheOthersAreTold() {
    List<Finding> own = List.of(DATA_LAPSED, DATA_IN_29_DAYS, DATA_RDS);

    assertThat(ROUTES.split(SUMMARY))
        .containsExactly(
            new News(
                Optional.empty(),
                List.of(WEB_IN_7_DAYS, LIST_OF_ACCOUNTS),
                List.of(),
                List.of(OtherTopic.of(DATA_TEAM, own))),
            new News(Optional.of(DATA_TEAM), own, List.of(), List.of()));
  }

  @Test
  void theOthersComeByTheirNamesSoThatTwoRunsBeginWithTheSame() {
    Routes both = new Routes(Map.of(Sample.DATA, DATA_TEAM, Sample.WEB, ANOTHER), Routing.NONE);

    assertThat(both.split(SUMMARY))
        .extracting(News::topic)
        .containsExactly(Optional.empty(), Optional.of(ANOTHER), Optional.of(DATA_TEAM));
  }

  @Test
  void withoutTopicsOfTheirOwnAllGoesToTheDefaultOne() {
    assertThat(Routes.NONE.split(SUMMARY)).containsExactly(AlertSample.news(SUMMARY));
    assertThat(ROUTES.split(AlertSample.summary(List.of()))).isEmpty();
  }

  @Test
  void whoNamesTheDefaultTopicHasNoneOfTheirOwn() {
    assertThat(
            new Routes(Map.of(Sample.WEB, STANDARD, Sample.DATA, DATA_TEAM), Routing.NONE)
                .withDefault(Optional.of(STANDARD))
                .split(SUMMARY))
        .isEqualTo(ROUTES.split(SUMMARY));
  }

  @Test
  void theDigestCountsThemAndSaysIncomplete() {
    List<Alert> alerts = alerts(Grouping.DIGEST, SUMMARY);

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
    CheckSummary ofData =
        AlertSample.summary(
            List.of(
                Sample.expiring(
                    Sample.rds(Sample.DATA, "sooner-2025", "2026-05-11T09:30:00Z"), 7, 7),
                DATA_IN_29_DAYS,
                DATA_RDS));
    Alert digest = alerts(Grouping.DIGEST, ofData).getFirst();

    assertThat(digest.subject())
        .isEqualTo("AWS commitments: told to 1 other topic; INCOMPLETE, 1 not read");
    assertThat(digest.mail())
        .startsWith(
            """
            All that this check tells is told to other topics.
            Elsewhere the check found 2 expiring commitments; other messages tell of them.

            Elsewhere something could not be read; another message of this check says what.

            TOLD TO OTHER TOPICS - only counted here

              data-prod: 2 end, the first in 7 days; INCOMPLETE, 1 target not read; to arn:aws:sns:eu-west-1:333344445555:data-team
            """);
    assertThat(digest.attributes().accountIds()).isEmpty();
    assertThat(digest.attributes().services()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Grouping.class, mode = EnumSource.Mode.EXCLUDE, names = "DIGEST")
  void inTheOtherGroupingsNobodyHearsOfAll(Grouping grouping) {
    assertThat(alerts(grouping, SUMMARY))
        .allSatisfy(alert -> assertThat(alert.mail()).doesNotContain("OTHER TOPICS"));
    assertThat(alerts(grouping, AlertSample.summary(List.of(DATA_IN_29_DAYS)))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Grouping.class)
  void whateverTheGroupingATopicHearsOfItsOwnAccountsOnly(Grouping grouping) {
    for (News news : ROUTES.split(SUMMARY)) {
      boolean ofData = news.topic().isPresent();
      List<AccountId> accounts =
          new AlertComposer(grouping)
              .compose(SUMMARY, news).stream()
                  .flatMap(alert -> alert.attributes().accountIds().stream())
                  .distinct()
                  .toList();

      assertThat(accounts).containsExactly(ofData ? Sample.DATA : Sample.WEB);
    }
  }

  @Test
  void hundredsOfOtherTopicsDoNotFillTheMail() {
    List<OtherTopic> many =
        IntStream.range(0, 100)
            .mapToObj(i ->
                OtherTopic.of(
                    new TopicArn("arn:aws:sns:eu-west-1:333344445555:team-" + i),
                    List.of(DATA_IN_29_DAYS)))
            .toList();

    assertThat(others(many, AlertSample.summary(List.of(DATA_IN_29_DAYS))))
        .hasSize(61)
        .last()
        .isEqualTo("  and 40 more topics; the report of this run names each.");
  }

  /// The lines of a digest that say what other topics are told.
  private static List<String> others(List<OtherTopic> others, CheckSummary summary) {
    String mail =
        AlertSample.only(
                new AlertComposer(Grouping.DIGEST)
                    .compose(summary, new News(Optional.empty(), List.of(), List.of(), others)))
            .mail();
    String title = "\n\nTOLD TO OTHER TOPICS - only counted here\n\n";
    String section = mail.substring(mail.indexOf(title) + title.length());
    return section.substring(0, section.indexOf("\n\n")).lines().toList();
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
    List<Expiring> expiring =
        names.keySet().stream()
            .sorted()
            .map(id -> Sample.expiring(Sample.ec2(id, "r-" + id, "2026-05-11T03:59:59Z"), 7, 7))
            .toList();

    assertThat(
            others(
                List.of(OtherTopic.of(DATA_TEAM, List.copyOf(expiring))),
                AlertSample.summary(expiring, names)))
        .containsExactly(
            "  one, two, three, four, five +2: 7 end, the first in 7 days; to " + DATA_TEAM);
  }
}
