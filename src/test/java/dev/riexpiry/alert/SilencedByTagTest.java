package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Sample;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a tag silences is named once. Whoever reads that, in whatever form, reads that it is the
/// last they hear of it.
class SilencedByTagTest {
  private static final String SILENT =
      "silent from now on until Sun 10 May 2026, as its tag ri-expiry:ignore-until says: the shop"
          + " closes in May";

  private static Expiring silenced(String id) {
    return Sample.expiring(Sample.ec2(Sample.WEB, id, "2026-05-11T03:59:59Z"), 7, 7)
        .with(
            new Acknowledgement(
                LocalDate.parse("2026-05-10"),
                "the shop closes in May",
                new Acknowledgement.By.Tag()));
  }

  /// The summary of the first of several runs with a ledger, without which it is not named.
  private static CheckSummary remembered(List<Finding> findings) {
    return AlertSample.summary(findings)
        .with(new History(true, Map.of(), Set.of(), Set.of(), Set.of(), List.of()));
  }

  static Event event(String id) {
    CheckSummary summary = remembered(List.of(silenced(id)));
    return EventComposer.compose(summary, summary.announced()).getFirst().events().getFirst();
  }

  private static Alert alert(List<Finding> findings) {
    return AlertSample.only(
        AlertSample.compose(new AlertComposer(Grouping.DIGEST), remembered(findings)));
  }

  private static String json(Alert alert) throws IOException {
    return new ObjectMapper().readTree(alert.message()).path("default").asText();
  }

  private static void assertSaysIt(JsonNode finding) {
    JsonNode acknowledged = finding.path("acknowledged");
    assertThat(acknowledged.path("until").asText()).isEqualTo("2026-05-10");
    assertThat(acknowledged.path("reason").asText()).isEqualTo("the shop closes in May");
    assertThat(acknowledged.path("by").asText()).isEqualTo("tag ri-expiry:ignore-until");
    assertThat(acknowledged.has("at")).isFalse();
  }

  @Test
  void theMailSaysItInFullAndInALine() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i <= MessageDraft.IN_FULL; i++) {
      findings.add(silenced("r-%03d".formatted(i)));
    }

    String mail = alert(findings).mail();

    assertThat(mail)
        .contains("\n  " + SILENT + "\n")
        .contains(", r-050, ends 03:59 UTC, " + SILENT + "\n");
  }

  @Test
  void theChatSaysIt() {
    assertThat(
            ChatComposerTest.compose(remembered(List.of(silenced("r-1")))).content().description())
        .contains("`r-1`, ends 03:59 UTC\n  " + ChatText.of(SILENT));
  }

  @Test
  void theAlertForProgramsSaysItAndNothingOfWhatNobodySilences() throws IOException {
    List<Finding> findings = List.of(silenced("r-1"), AlertSample.WEB_IN_7_DAYS);

    JsonNode expiring = new ObjectMapper().readTree(json(alert(findings))).path("expiring");

    assertThat(expiring).hasSize(2);
    assertSaysIt(expiring.get(0));
    assertThat(expiring.get(1).has("acknowledged")).isFalse();
  }

  @Test
  void theEventSaysIt() {
    assertSaysIt(EventComposerTest.detail(event("r-1")));
  }
}
