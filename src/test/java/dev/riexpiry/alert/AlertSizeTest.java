package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Sample;
import dev.riexpiry.alert.News.OtherTopic;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Renewal.Replacement;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.input.TopicArn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests which findings fit into messages, and how the others are shown.
class AlertSizeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AlertComposer DIGEST = new AlertComposer(Grouping.DIGEST);
  private static final String END = "2026-05-11T03:59:59Z";
  private static final int TAGS_OF_AWS = 50;

  private static Commitment labelled(Commitment commitment, Label label) {
    return new Commitment(
        commitment.accountId(),
        commitment.region(),
        commitment.service(),
        commitment.id(),
        commitment.state(),
        commitment.covered(),
        commitment.offering(),
        commitment.term(),
        commitment.hourlyPrice(),
        label);
  }

  private static Label tags(int count, String letter) {
    Map<String, String> tags = new HashMap<>();
    for (int i = 0; i < count; i++) {
      tags.put("%03d".formatted(i) + letter.repeat(125), letter.repeat(256));
    }
    return Label.of(tags);
  }

  private static Expiring expiring(String id) {
    return Sample.expiring(Sample.ec2(Sample.WEB, id, END), 7, 7);
  }

  private static Expiring labelled(String id, Label label) {
    return Sample.expiring(labelled(Sample.ec2(Sample.WEB, id, END), label), 7, 7);
  }

  private static List<Finding> expiring(int count) {
    return IntStream.range(0, count)
        .<Finding>mapToObj(i -> expiring("4357912c-0000-4000-8000-6d2f0e6f%04d".formatted(i)))
        .toList();
  }

  private static List<Finding> plus(List<Finding> findings, int count, IntFunction<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    IntStream.range(0, count).mapToObj(more).forEach(all::add);
    return all;
  }

  private static List<Alert> digest(List<Finding> findings) {
    return AlertSample.compose(DIGEST, AlertSample.summary(findings));
  }

  private static JsonNode json(Alert alert) {
    try {
      return JSON.readTree(JSON.readTree(alert.message()).get("default").asText());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static AccountId account(int i) {
    return new AccountId("2222333%05d".formatted(i));
  }

  private static void assertAllToldWithin(
      int maxBytes, List<Alert> alerts, List<Finding> findings) {
    assertThat(alerts)
        .allSatisfy(alert -> assertThat(AlertSample.bytes(alert)).isLessThanOrEqualTo(maxBytes));
    assertThat(alerts.stream().flatMap(alert -> alert.findings().stream()).toList())
        .isEqualTo(findings);
    assertThat(
            alerts.stream()
                .flatMap(alert -> alert.attributes().accountIds().stream())
                .distinct()
                .toList())
        .containsExactlyInAnyOrderElementsOf(News.accountIds(findings));
  }

  @Test
  void whatIsRenewedNeverMakesASecondMessageHoweverManyTagsItHas() {
    List<Finding> findings =
        plus(
            List.of(expiring("open")),
            30,
            i -> {
              Expiring old = labelled("old-%02d".formatted(i), tags(12, "x"));
              return old.with(
                  new Renewal.Full(
                      List.of(
                          new Replacement(
                              Sample.ec2(Sample.WEB, "new-%02d".formatted(i), END),
                              BigDecimal.ONE,
                              Duration.ZERO,
                              0))),
                  Origins.NONE);
            });

    Alert alert = AlertSample.only(digest(findings));

    assertThat(AlertSample.bytes(alert)).isLessThanOrEqualTo(Alert.MAX_BYTES);
    int shown = json(alert).get("renewed").size();
    assertThat(shown).isBetween(1, 29);
    assertThat(alert.mail())
        .contains("old-%02d by new-%02d\n".formatted(shown - 1, shown - 1))
        .contains("\n  and %d more; the report of this run names each.\n".formatted(30 - shown));
  }

  @ParameterizedTest
  @CsvSource({"300, 1", "18000, 2"})
  void restoredPlacesAreAllAnnouncedInTheFewestMessages(int places, int messages) {
    List<Finding> findings =
        plus(
            expiring(30),
            places,
            i ->
                new Restored(
                    new Place.Target(account(i), "eu-west-1", Service.RDS),
                    Outage.since(LocalDate.parse("2026-05-01"))));

    List<Alert> alerts = digest(findings);

    assertAllToldWithin(Alert.MAX_BYTES, alerts, findings);
    assertThat(alerts).hasSize(messages);
  }

  @ParameterizedTest
  @CsvSource({"300, 1", "18000, 2"})
  void placesUnreadForOneCauseAreAllAnnouncedInTheFewestMessages(int places, int messages) {
    List<Finding> findings =
        plus(
            expiring(30),
            places,
            i ->
                Sample.unread(account(i), "eu-west-1", Service.RDS, Sample.denied("rds:Describe")));

    List<Alert> alerts = digest(findings);

    assertAllToldWithin(Alert.MAX_BYTES, alerts, findings);
    assertThat(alerts).hasSize(messages);
  }

  @ParameterizedTest
  @CsvSource({"300, 1", "18000, 2"})
  void placesUnreadForACauseEachAreAllAnnouncedInTheFewestMessages(int places, int messages) {
    List<Finding> findings =
        plus(
            expiring(30),
            places,
            i ->
                Sample.unread(
                    account(i), "eu-west-1", Service.RDS, Sample.denied("rds:Describe" + i)));

    List<Alert> alerts = digest(findings);

    assertAllToldWithin(Alert.MAX_BYTES, alerts, findings);
    assertThat(alerts).hasSize(messages);
    assertThat(alerts).allSatisfy(alert -> assertThat(json(alert).get("unreadable")).hasSize(60));
  }

  @Test
  void aCauseThatDoesNotFitAnyMoreIsSaidByTheNextMessage() {
    for (int commitments = 1; commitments < 60; commitments++) {
      List<Finding> findings =
          plus(
              expiring(commitments),
              1,
              _ -> Sample.unread(Sample.TOOLS, Sample.denied("sts:AssumeRole")));

      List<Alert> alerts =
          AlertSample.compose(
              new AlertComposer(Grouping.DIGEST, 20_000), AlertSample.summary(findings));

      assertAllToldWithin(20_000, alerts, findings);
      assertThat(alerts.getLast().mail())
          .as("%d commitments", commitments)
          .contains("  sts:AssumeRole: AccessDenied, not authorized to perform sts:AssumeRole\n")
          .doesNotContain("Not listed here");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 1_000})
  void manyOtherTopicsAreOneMessageThatCountsTheTopicsItDoesNotList(int accountsOfEach) {
    List<OtherTopic> others =
        IntStream.range(0, 250)
            .mapToObj(topic ->
                OtherTopic.of(
                    new TopicArn("arn:aws:sns:eu-west-1:333344445555:team-" + topic),
                    IntStream.range(0, accountsOfEach)
                        .<Finding>mapToObj(i ->
                            Sample.expiring(
                                Sample.ec2(
                                    account((topic * accountsOfEach + i) % 100_000), "r-" + i, END),
                                7,
                                7))
                        .toList()))
            .toList();

    Alert alert =
        AlertSample.only(
            DIGEST.compose(
                AlertSample.summary(expiring(1)),
                new News(Optional.empty(), List.of(), List.of(), others)));

    assertThat(AlertSample.bytes(alert)).isLessThanOrEqualTo(Alert.MAX_BYTES);
    assertThat(alert.subject()).isEqualTo("AWS commitments: told to 250 other topics");
    assertThat(alert.attributes().accountIds()).isEmpty();
    int listed = json(alert).get("elsewhere").size();
    assertThat(listed).isBetween(1, 60);
    assertThat(alert.mail())
        .contains(
            "\n  and %d more topics; the report of this run names each.\n".formatted(250 - listed));
  }

  @Test
  void oneWithTheMostTagsOfTheLongestLettersTakesNoMoreThanTwoMessages() {
    List<Finding> findings = plus(expiring(20), 1, _ -> labelled("tagged", tags(TAGS_OF_AWS, "本")));

    List<Alert> alerts = digest(findings);

    assertAllToldWithin(Alert.MAX_BYTES, alerts, findings);
    assertThat(alerts).hasSizeLessThanOrEqualTo(2);
    JsonNode tagged = json(alerts.getLast()).get("expiring").get(20);
    assertThat(tagged.get("tags")).hasSize(TAGS_OF_AWS);
    assertThat(tagged.get("omitted")).isNull();
  }

  @Test
  void oneTooLargeByItselfLosesItsTagsAndSaysSo() {
    List<Finding> findings =
        plus(
            List.of(expiring("before"), labelled("tagged", tags(TAGS_OF_AWS, "本"))),
            1,
            _ -> expiring("z-after"));

    List<Alert> alerts =
        AlertSample.compose(
            new AlertComposer(Grouping.DIGEST, 20_000), AlertSample.summary(findings));

    assertAllToldWithin(20_000, alerts, findings);
    assertThat(alerts).hasSize(2);
    JsonNode tagged = json(alerts.getLast()).get("expiring").get(0);
    assertThat(tagged.get("commitmentId").asText()).isEqualTo("tagged");
    assertThat(tagged.get("tags")).isNull();
    assertThat(tagged.get("platform").asText()).isEqualTo("Linux/UNIX");
    assertThat(tagged.get("omitted").toString()).isEqualTo("[\"tags\"]");
    assertThat(alerts.getLast().mail())
        .contains("  tagged, ends 03:59 UTC\n")
        .contains("  z-after, ends 03:59 UTC\n")
        .doesNotContain("too large");
  }

  @Test
  void oneTooLargeWithoutItsTagsLosesItsDetailsAndSaysSo() {
    List<Finding> findings =
        plus(
            List.of(expiring("before")),
            1,
            _ ->
                labelled(
                    "named",
                    new Label(
                        Optional.of("n".repeat(300_000)),
                        Optional.empty(),
                        tags(TAGS_OF_AWS, "本").tags())));

    List<Alert> alerts = digest(findings);

    assertAllToldWithin(Alert.MAX_BYTES, alerts, findings);
    JsonNode named = json(alerts.getLast()).get("expiring").get(0);
    assertThat(named.get("commitmentId").asText()).isEqualTo("named");
    assertThat(named.get("end").asText()).isEqualTo(END);
    assertThat(named.get("commitmentName")).isNull();
    assertThat(named.get("omitted").toString()).isEqualTo("[\"tags\",\"details\"]");
    assertThat(alerts.getLast().mail())
        .contains("  named (" + "n".repeat(300) + "…), ends 03:59 UTC\n")
        .contains("\n  (too large for a message; the report has all of it)\n");
  }

  @Test
  void oneThatFitsIntoNoMessageLeavesTheOthersTogether() {
    Expiring endless = Sample.expiring(Sample.ec2(Sample.TOOLS, "endless", END), 7, 7);
    List<Finding> findings = plus(plus(expiring(5), 1, _ -> endless), 5, i -> expiring("z-" + i));

    List<Alert> alerts =
        AlertSample.compose(
            DIGEST,
            AlertSample.summary(
                findings,
                Map.of(Sample.WEB, "web-prod", Sample.TOOLS, "t".repeat(Alert.MAX_BYTES - 1_500))));

    assertThat(alerts)
        .extracting(Alert::findings)
        .containsExactly(findings.subList(0, 5), findings.subList(5, 6), findings.subList(6, 11));
    assertThat(AlertSample.bytes(alerts.get(0))).isLessThanOrEqualTo(Alert.MAX_BYTES);
    assertThat(AlertSample.bytes(alerts.get(1))).isGreaterThan(Alert.MAX_BYTES);
    assertThat(AlertSample.bytes(alerts.get(2))).isLessThanOrEqualTo(Alert.MAX_BYTES);
  }

  @Test
  void twoHundredExpiringAreOneMessageWithFiftyInFullAndALineEachOfTheOthers() {
    List<Finding> findings = expiring(200);

    List<Alert> alerts = digest(findings);

    assertAllToldWithin(Alert.MAX_BYTES, alerts, findings);
    Alert alert = AlertSample.only(alerts);
    List<String> ids = findings.stream().map(AlertSizeTest::id).toList();
    assertThat(json(alert).get("expiring").findValuesAsText("commitmentId")).isEqualTo(ids);
    assertThat(alert.mail().lines().filter(line -> line.contains("#ReservedInstances:")))
        .hasSize(50);
    for (String id : ids.subList(0, 50)) {
      assertThat(alert.mail()).contains("\n  " + id + ", ends 03:59 UTC\n");
    }
    assertThat(alert.mail())
        .contains(
            "\n\n"
                + String.join(
                    "",
                    ids.subList(50, 200).stream()
                        .map(id ->
                            "  web-prod (222233334444), us-east-1, EC2: 4 × m5.large, Linux/UNIX,"
                                + " No Upfront, standard, "
                                + id
                                + ", ends 03:59 UTC\n")
                        .toList())
                + "\nTo hear no more");
  }

  @Test
  void eachMessageButTheLastIsFilledUntilTheNextFindingDoesNotFit() {
    List<Finding> findings =
        plus(
            expiring(1_000),
            100,
            i ->
                Sample.unread(
                    account(i), "eu-west-1", Service.RDS, Sample.denied("rds:Describe" + i)));

    List<Alert> alerts = digest(findings);

    assertAllToldWithin(Alert.MAX_BYTES, alerts, findings);
    assertThat(alerts).hasSizeGreaterThan(2);
    assertThat(alerts.subList(0, alerts.size() - 1))
        .allSatisfy(
            alert -> assertThat(AlertSample.bytes(alert)).isGreaterThan(Alert.MAX_BYTES - 2_048));
  }

  @Test
  void whatOnlyInformsStandsInTheLastMessageOnly() {
    Expiring old = expiring("old");
    CheckSummary summary =
        AlertSample.summary(
            plus(
                expiring(400),
                1,
                _ ->
                    old.with(
                        new Renewal.Full(
                            List.of(
                                new Replacement(
                                    Sample.ec2(Sample.WEB, "new", END),
                                    BigDecimal.ONE,
                                    Duration.ZERO,
                                    0))),
                        Origins.NONE)));
    OtherTopic other =
        OtherTopic.of(
            new TopicArn("arn:aws:sns:eu-west-1:333344445555:data-team"),
            List.of(AlertSample.DATA_IN_29_DAYS));

    List<Alert> alerts =
        DIGEST.compose(
            summary, new News(Optional.empty(), summary.due(), summary.renewed(), List.of(other)));

    assertThat(alerts).hasSize(2);
    assertThat(alerts.getFirst().mail()).doesNotContain("RENEWED ALREADY", "OTHER TOPICS");
    assertThat(json(alerts.getFirst()).get("renewed")).isEmpty();
    assertThat(json(alerts.getFirst()).get("elsewhere")).isNull();
    assertThat(alerts.getLast().mail())
        .contains("\nRENEWED ALREADY - nothing to do\n", ", old by new\n")
        .contains("\nTOLD TO OTHER TOPICS - only counted here\n");
    assertThat(json(alerts.getLast()).get("renewed")).hasSize(1);
    assertThat(json(alerts.getLast()).get("elsewhere")).hasSize(1);
  }

  private static String id(Finding finding) {
    return ((Expiring) finding).commitment().id();
  }
}
