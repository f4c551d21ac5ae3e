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
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Renewal.Replacement;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Messages of random checks. A failure names its seed.
class AlertPropertyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The room for the text around a finding, which may be longer where there are others.
  private static final int LONGER_AROUND = 1_000;

  /// Each may stand for itself in a mail or be replaced; in JSON all come back as they were.
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z9",
          " ",
          "\"",
          "\\",
          "/",
          "<&>",
          "é",
          "本番",
          "\uD83D\uDE00",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "\u001B[31m",
          "\u007F",
          "\u0085",
          "\u009B",
          "\u202E",
          "\u2066",
          "\u2028",
          "\uFEFF",
          "\uDB40\uDC01",
          "\uD83D",
          "\uDE00",
          "{{x}}",
          "%s");

  private static final class Checks {
    private final Random random;
    private final List<String> causes;

    Checks(long seed) {
      random = new Random(seed);
      causes =
          IntStream.rangeClosed(0, random.nextInt(100)).mapToObj(_ -> "ec2:" + text(60)).toList();
    }

    int upTo(int most) {
      return random.nextInt(most + 1);
    }

    String text(int longest) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(longest);
      while (text.length() < length) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      return text.substring(0, Math.min(text.length(), length));
    }

    /// No lone surrogate: parsers refuse it in a name, and AWS cannot send one.
    String key() {
      return text(125)
          .codePoints()
          .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    AccountId account() {
      return new AccountId("2222333344%02d".formatted(random.nextInt(40)));
    }

    Commitment commitment(String id, String end) {
      Commitment plain =
          switch (random.nextInt(3)) {
            case 0 -> Sample.ec2(account(), id, end);
            case 1 -> Sample.rds(account(), id, end);
            default -> Sample.savingsPlan(account(), id, end);
          };
      Map<String, String> tags = new HashMap<>();
      int count = random.nextInt(4) == 0 ? upTo(50) : upTo(3);
      IntStream.range(0, count).forEach(i -> tags.put(i + key(), text(256)));
      return new Commitment(
          plain.accountId(),
          plain.region(),
          plain.service(),
          plain.id(),
          plain.state(),
          plain.covered(),
          plain.offering(),
          plain.term(),
          plain.hourlyPrice(),
          new Label(
              Optional.of(text(250)).filter(name -> !name.isEmpty()), Optional.empty(), tags));
    }

    String id(String kind, int i) {
      return "%s-%03d-%s.".formatted(kind, i, text(20));
    }

    Place place() {
      return switch (random.nextInt(8)) {
        case 0 -> new Place.Organization();
        case 1, 2 -> new Place.Account(account());
        default ->
            new Place.Target(
                account(),
                "region-" + random.nextInt(30),
                Service.ALL.get(random.nextInt(Service.ALL.size())));
      };
    }

    List<Finding> findings(int most) {
      List<Finding> findings = new ArrayList<>();
      for (int i = upTo(most); i > 0; i--) {
        int daysAgo = 1 + upTo(2);
        String ended = "2026-05-0%dT09:29:59Z".formatted(4 - daysAgo);
        findings.add(Lapsed.atTerm(commitment(id("lapsed", i), ended), daysAgo));
      }
      for (int i = upTo(most); i > 0; i--) {
        Unpaid.Kind kind = random.nextBoolean() ? Unpaid.Kind.FAILED : Unpaid.Kind.PENDING;
        findings.add(
            new Unpaid(commitment(id("unpaid", i), "2027-05-11T03:59:59Z"), kind, upTo(60) - 30));
      }
      for (int i = upTo(2 * most); i > 0; i--) {
        int daysLeft = upTo(7);
        Expiring expiring =
            Sample.expiring(
                commitment(id("expiring", i), "2026-05-%02dT03:59:59Z".formatted(4 + daysLeft)),
                daysLeft,
                7);
        findings.add(random.nextInt(5) == 0 ? expiring.with(renewed(i), Origins.NONE) : expiring);
      }
      for (int i = upTo(2 * most); i > 0; i--) {
        String action = causes.get(random.nextInt(causes.size()));
        findings.add(
            Sample.unread(
                new PlaceFailure(
                    place(), new Failure(action, "Denied", text(200), "allow " + action))));
      }
      for (int i = upTo(2 * most); i > 0; i--) {
        findings.add(new Restored(place(), Outage.since(LocalDate.parse("2026-05-01"))));
      }
      return findings.stream().sorted(Finding::compare).toList();
    }

    private Renewal renewed(int i) {
      return new Renewal.Full(
          List.of(
              new Replacement(
                  commitment(id("new", i), "2027-05-11T03:59:59Z"),
                  BigDecimal.ONE,
                  Duration.ofHours(upTo(5) - 3L),
                  upTo(1))));
    }

    Map<AccountId, String> names() {
      Map<AccountId, String> names = new HashMap<>();
      IntStream.range(0, 40).forEach(_ -> names.put(account(), text(50)));
      return names;
    }

    List<OtherTopic> others() {
      return IntStream.range(0, upTo(3) * upTo(40))
          .mapToObj(i ->
              OtherTopic.of(
                  new TopicArn("arn:aws:sns:eu-west-1:333344445555:team-" + i), findings(2)))
          .toList();
    }
  }

  @RepeatedTest(60)
  void tellsEveryFindingOnceInOrderAndIdsInMailAndJson(RepetitionInfo repetition)
      throws JsonProcessingException {
    long seed = 20_260_504L + repetition.getCurrentRepetition();
    Checks checks = new Checks(seed);
    CheckSummary summary = AlertSample.summary(checks.findings(checks.upTo(40)), checks.names());
    News news = new News(Optional.empty(), summary.due(), summary.renewed(), checks.others());
    int maxBytes = checks.upTo(3) == 0 ? Alert.MAX_BYTES : 5_000 + checks.upTo(60_000);
    AlertComposer composer = new AlertComposer(Grouping.DIGEST, maxBytes);

    List<Alert> alerts = composer.compose(summary, news);

    assertThat(alerts.stream().flatMap(alert -> alert.findings().stream()).toList())
        .as("seed %d", seed)
        .isEqualTo(summary.due());
    String what = "seed %d, %d bytes at most".formatted(seed, maxBytes);
    if (alerts.stream().anyMatch(alert -> AlertSample.bytes(alert) > maxBytes)) {
      assertThat(eachFits(composer, summary)).as(what).isFalse();
    }
    for (Alert alert : alerts) {
      assertThat(AlertSample.bytes(alert)).as(what).isLessThanOrEqualTo(alert.bytes());
      assertThat(alert.subject()).as(what).matches("[!-~][ -~]{0,97}[!-~]");
      JsonNode json = JSON.readTree(JSON.readTree(alert.message()).get("default").asText());
      List<Finding.OfCommitment> told = Finding.only(Finding.OfCommitment.class, alert.findings());
      assertThat(ids(json))
          .as(what)
          .isEqualTo(
              told.stream().filter(Finding::needsAction).map(AlertPropertyTest::id).toList());
      List<String> renewed =
          told.stream()
              .filter(finding -> !finding.needsAction())
              .map(AlertPropertyTest::id)
              .toList();
      assertThat(ids(json, "renewed").stream().limit(renewed.size()))
          .as(what)
          .containsExactlyElementsOf(renewed);
      assertThat(alert.mail())
          .as(what)
          .doesNotContainPattern(
              "[\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\uD83D\uDE00]]")
          .doesNotContain("\u001B", "\u0085", "\r", "\t");
      for (Finding.OfCommitment finding : told) {
        assertThat(alert.mail()).as(what).contains(PlainText.of(id(finding)));
      }
      assertThat(alert.attributes().accountIds())
          .as(what)
          .isEqualTo(News.accountIds(alert.findings()));
    }
  }

  /// Tells whether each finding fits into a message, wherever it may stand.
  private static boolean eachFits(AlertComposer composer, CheckSummary summary) {
    return summary.due().stream()
        .map(finding -> new News(Optional.empty(), List.of(finding), List.of(), List.of()))
        .flatMap(alone -> composer.compose(summary, alone).stream())
        .allMatch(alert -> alert.bytes() <= composer.maxBytes() - LONGER_AROUND);
  }

  private static String id(Finding.OfCommitment finding) {
    return finding.commitment().id();
  }

  /// The ids in the order of findings.
  private static List<String> ids(JsonNode json) {
    return Stream.of("lapsed", "troubles", "expiring")
        .flatMap(list -> ids(json, list).stream())
        .toList();
  }

  private static List<String> ids(JsonNode json, String list) {
    return json.path(list).valueStream().map(item -> item.get("commitmentId").asText()).toList();
  }
}
