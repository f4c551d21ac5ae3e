package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.input.S3Location;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChatComposerTest {
  private static final TopicArn TOPIC =
      new TopicArn("arn:aws:sns:us-east-1:111122223333:ri-expiry-chat");
  private static final JsonSchema VENDORS = vendors();

  private static JsonSchema vendors() {
    try (InputStream schema =
        ChatComposerTest.class.getResourceAsStream("/chat/custom-notification.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(new String(schema.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Composes the message, and holds it against the vendor's schema.
  static ChatDocument compose(CheckSummary summary) {
    ChatMessage message = new ChatComposer(Optional.of(TOPIC)).compose(summary).orElseThrow();
    assertThat(VENDORS.validate(message.json(), InputFormat.JSON)).isEmpty();
    assertThat(message.findings()).isEqualTo(summary.due());
    return Json.read(message.json(), ChatDocument.class);
  }

  private static ChatDocument compose(Finding... findings) {
    return compose(AlertSample.summary(List.of(findings)));
  }

  private static List<Finding> many(int commitments) {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < commitments; i++) {
      many.add(
          Sample.expiring(
              Sample.ec2(Sample.WEB, "r-%03d".formatted(i), "2026-05-11T03:59:59Z"), 7, 7));
    }
    return many;
  }

  @Test
  void tellsOfACommitmentWhenItEndsAndWhatToDo() {
    ChatDocument.Content content = compose(AlertSample.WEB_IN_7_DAYS).content();

    assertThat(content.title()).isEqualTo("1 AWS reservation ends in 7 days: web-prod");
    assertThat(content.description())
        .isEqualTo(
            """
            *ENDS IN 7 DAYS - last day Mon 11 May 2026 (UTC)*
            • web-prod (222233334444), us-east-1, EC2: 4 × m5.large, Linux/UNIX, No Upfront, standard
              `4357912c-0000-4000-8000-6d2f0e6f0001`, ends 03:59 UTC\
            """);
    assertThat(content.nextSteps()).singleElement().asString().startsWith("Buy the successor");
    assertThat(content.keywords()).containsExactly("AWS commitments", "EC2");
  }

  @Test
  void tellsOfPlacesByTheirCause() {
    assertThat(
            compose(
                    Sample.unread(
                        Sample.DATA,
                        "eu-west-1",
                        Service.RDS,
                        Sample.denied("rds:DescribeReservedDBInstances")),
                    new Restored(
                        new Place.Account(Sample.WEB), Outage.since(LocalDate.parse("2026-05-01"))))
                .content()
                .description())
        .startsWith("INCOMPLETE: 1 target could not be read.")
        .contains(
            "*COULD NOT BE READ - a commitment there may be ending unseen*\n"
                + "• data-prod (333344445555), eu-west-1 RDS\n  rds∶DescribeReservedDBInstances: ",
            "  To mend it: ",
            "*READ AGAIN - what could not be read before*\n• web-prod (222233334444), the whole account");
  }

  @Test
  void countsWhatAChatHasNoRoomFor() {
    ChatDocument.Content content = compose(AlertSample.summary(many(500))).content();
    long shown = content.description().lines().filter(line -> line.startsWith("•")).count();

    assertThat(shown).isBetween(10L, 499L);
    assertThat(content.description())
        .endsWith(
            "and %d more; the mail and the report of this run name each.".formatted(500 - shown));
  }

  @Test
  void leadsToThePageOfTheRunHoweverMuchIsNotShown() {
    CheckSummary summary = AlertSample.summary(many(500));
    PageLink page =
        new PageLink(
            new S3Location("reports", "daily/2026-05-04/"),
            Optional.of("111122223333"),
            "eu-west-1");
    CheckSummary sent =
        new CheckSummary(
            new CheckTerms(
                summary.checkDate(),
                Milestones.DEFAULT,
                summary.terms().narrowing(),
                summary.terms().owners(),
                Optional.of(new Sender.Function("expiry", "expiry", "/log", Optional.of(page)))),
            summary.counts(),
            summary.accounts(),
            summary.found(),
            summary.payer());

    String description = compose(sent).content().description();

    assertThat(description)
        .contains(" more; the mail and the report of this run name each.\n")
        .endsWith(
            "The page of this run, in the S3 console of account 111122223333:\n" + page.address())
        .hasSizeLessThanOrEqualTo(ChatComposer.MAX_DESCRIPTION);
    assertThat(compose(summary).content().description()).doesNotContain("page of this run");
  }

  @Test
  void ordersTheEntriesAsTheMailDoes() {
    List<Finding> findings = new ArrayList<>(many(6));
    findings.add(AlertSample.DATA_IN_29_DAYS);
    CheckSummary summary = AlertSample.summary(findings.stream().sorted(Finding::compare).toList());
    List<String> mail =
        ids(
            AlertSample.only(AlertSample.compose(new AlertComposer(Grouping.DIGEST), summary))
                .mail());

    assertThat(mail).hasSize(7);
    assertThat(ids(compose(summary).content().description())).isEqualTo(mail);
  }

  private static List<String> ids(String text) {
    return Pattern.compile("r-[0-9]{3}|orders-2025")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void keepsAThreadForEachAccountAndOtherwiseForEachMonth() {
    assertThat(compose(AlertSample.WEB_IN_7_DAYS).metadata().threadId())
        .isEqualTo(TOPIC + "/222233334444");
    assertThat(
            compose(AlertSample.WEB_IN_7_DAYS, AlertSample.DATA_IN_29_DAYS).metadata().threadId())
        .isEqualTo(TOPIC + "/2026-05");
  }

  @Test
  void hasTheSameIdWheneverItTellsTheSameOnTheSameDay() {
    String id = compose(AlertSample.WEB_IN_7_DAYS).id();

    assertThat(compose(AlertSample.WEB_IN_7_DAYS).id()).isEqualTo(id);
    assertThat(compose(AlertSample.DATA_IN_29_DAYS).id()).isNotEqualTo(id);
    assertThat(compose(on("2026-05-05", AlertSample.WEB_IN_7_DAYS)).id()).isNotEqualTo(id);
  }

  private static CheckSummary on(String date, Expiring finding) {
    return new CheckSummary(
        new CheckTerms(new CheckDate(LocalDate.parse(date), ZoneOffset.UTC), Milestones.DEFAULT),
        new ReadCounts(1, 1, 1, 0, 1),
        AlertSample.labels(AlertSample.NAMES),
        new Found(List.of(finding), History.NONE, 0),
        PayerKnowledge.NONE);
  }

  @Test
  void saysNothingWhereNothingIsDue() {
    assertThat(new ChatComposer(Optional.of(TOPIC)).compose(AlertSample.summary(List.of())))
        .isEmpty();
  }

  @Test
  void staysWithinTheLimitsWhateverTheNames() {
    Map<AccountId, String> names = Map.of(Sample.WEB, "😀".repeat(2_000));
    List<Finding> findings = new ArrayList<>(many(100));
    findings.sort(Comparator.comparing(finding -> finding.announcement().key()));

    ChatDocument.Content content = compose(AlertSample.summary(findings, names)).content();

    assertThat(content.description()).isNotEmpty();
    assertThat(content.description().chars().filter(c -> Character.isSurrogate((char) c)).count())
        .as("whole characters only")
        .isEven();
  }
}
