package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventComposerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END = "2026-05-11T03:59:59Z";
  private static final Commitment WEB = Sample.ec2(Sample.WEB, "r-1", END);

  /// One finding of each kind.
  static List<Finding> oneOfEach() {
    return List.of(
        Lapsed.atTerm(Sample.rds(Sample.DATA, "orders-2025", "2026-05-02T09:30:00Z"), 2),
        new Unpaid(WEB, Unpaid.Kind.FAILED, 3),
        Sample.expiring(WEB, 7, 7),
        Sample.unread(Sample.WEB, "eu-west-1", Service.RDS, Sample.denied("rds:X")),
        new Restored(
            new Place.Target(Sample.WEB, "us-east-1", Service.RDS),
            Outage.since(LocalDate.parse("2026-05-01"))));
  }

  private static List<EventBatch> compose(List<? extends Finding> findings) {
    CheckSummary summary = AlertSample.summary(findings);
    return EventComposer.compose(summary, summary.announced());
  }

  static List<Event> events(List<? extends Finding> findings) {
    return compose(findings).stream().flatMap(batch -> batch.events().stream()).toList();
  }

  static JsonNode detail(Event event) {
    try {
      return JSON.readTree(event.detail());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(Finding finding) {
    return detail(events(List.of(finding)).getFirst()).path("findingId").asText();
  }

  private static Expiring large(String id, int tags) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < tags; i++) {
      values.put("tag-" + i, "é".repeat(256));
    }
    return Sample.expiring(Sample.tagged(Sample.ec2(Sample.WEB, id, END), values), 7, 7);
  }

  @Test
  void makesOneEventOfEachFindingWithATypeOfItsKind() {
    assertThat(events(oneOfEach()))
        .extracting(Event::type)
        .containsExactly(
            "Commitment Lapsed",
            "Commitment Unpaid",
            "Commitment Expiring",
            "Place Unread",
            "Place Restored");
  }

  @Test
  void hasTheFindingAsTheReportHasIt() throws IOException {
    CheckSummary summary = AlertSample.summary(List.of(AlertSample.WEB_IN_7_DAYS));
    JsonNode detail = detail(events(List.of(AlertSample.WEB_IN_7_DAYS)).getFirst());

    assertThat(detail.path("schemaVersion").asText()).isEqualTo("1");
    assertThat(detail.path("checkDate").asText()).isEqualTo("2026-05-04");
    JSON.readTree(Json.compact(FindingDocument.of(AlertSample.WEB_IN_7_DAYS, summary)))
        .properties()
        .forEach(member ->
            assertThat(detail.get(member.getKey()))
                .as(member.getKey())
                .isEqualTo(member.getValue()));
  }

  @Test
  void namesAFindingAlikeInEveryRunAndNoTwoAlike() {
    Set<String> ids = new HashSet<>();
    oneOfEach().forEach(finding -> ids.add(id(finding)));
    assertThat(ids).hasSize(5);

    assertThat(id(Sample.expiring(WEB, 5, 7))).isEqualTo(id(Sample.expiring(WEB, 7, 7)));
    assertThat(id(Sample.expiring(WEB, 7, 30))).isNotEqualTo(id(Sample.expiring(WEB, 7, 7)));
    assertThat(id(Sample.expiring(WEB, 7, 7)))
        .as("a contract: another id opens another ticket")
        .isEqualTo("e30de34b-f647-31d1-9f4b-48e92d3f3429");
  }

  @Test
  void saysThatItMayBeARepeatAndOtherwiseNothingOfIt() {
    Expiring finding = Sample.expiring(WEB, 7, 7);
    CheckSummary summary = AlertSample.summary(List.of(finding));
    History perhaps = summary.history().perhaps(Set.of(finding.announcement()));

    assertThat(detail(events(List.of(finding)).getFirst()).has("mayBeRepeat")).isFalse();
    assertThat(
            detail(
                    EventComposer.compose(summary.with(perhaps), List.of(finding))
                        .getFirst()
                        .events()
                        .getFirst())
                .path("mayBeRepeat")
                .asBoolean())
        .isTrue();
  }

  @Test
  void namesTheCommitmentByItsArnWhereThereIsOne() {
    assertThat(events(oneOfEach()))
        .extracting(Event::resources)
        .containsExactly(
            List.of(),
            List.of("arn:aws:ec2:us-east-1:222233334444:reserved-instances/r-1"),
            List.of("arn:aws:ec2:us-east-1:222233334444:reserved-instances/r-1"),
            List.of(),
            List.of());
  }

  @Test
  void putsTenAtOnceAtMost() {
    List<Expiring> many =
        IntStream.range(0, 21)
            .mapToObj(i -> Sample.expiring(Sample.ec2(Sample.WEB, "r-" + i, END), 7, 7))
            .toList();

    assertThat(compose(many)).extracting(batch -> batch.events().size()).containsExactly(10, 10, 1);
    assertThat(compose(many).stream().flatMap(batch -> batch.findings().stream()))
        .containsExactlyElementsOf(many);
    assertThat(compose(List.of())).isEmpty();
  }

  @Test
  void putsNoMoreBytesAtOnceThanEventBridgeTakes() {
    List<Expiring> many = IntStream.range(0, 12).mapToObj(i -> large("r-" + i, 100)).toList();

    List<EventBatch> batches = compose(many);

    assertThat(batches).hasSize(3);
    assertThat(batches)
        .allSatisfy(batch ->
            assertThat(batch.events().stream().mapToInt(Event::bytes).sum())
                .isLessThanOrEqualTo(EventBatch.MAX_BYTES));
  }

  @Test
  void leavesOutTheTagsOfAnEventThatIsTooLargeByItselfAndSaysSo() {
    JsonNode detail = detail(events(List.of(large("r-1", 600))).getFirst());

    assertThat(detail.has("tags")).isFalse();
    assertThat(detail.path("omitted").toString()).isEqualTo("[\"tags\"]");
    assertThat(detail.path("commitmentId").asText()).isEqualTo("r-1");
    assertThat(detail.path("platform").isMissingNode()).isFalse();
  }
}
