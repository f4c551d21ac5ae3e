package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.Region;

class S3RunStoreTest {
  private static final Organization ORGANIZATION = Organization.of(Member.of("111111111111"));

  @Test
  void givesBackWhatWasPutHoweverLarge() {
    String large = "{\"é\":\"" + "x".repeat(300 * 1024) + "\"}";
    try (StandIn _ = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.in(Region.US_EAST_1)) {
      S3RunStore store = new S3RunStore(clients, "runs");

      assertThat(store.put("run-1/result-00000.json", large)).isEmpty();
      assertThat(store.get("run-1/result-00000.json"))
          .isEqualTo(new Outcome.Found<>(Optional.of(large)));
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "BROKEN_HEAD",
        "RESET_HEAD",
        "BROKEN_BODY",
        "ENDLESS_PACKED",
        "ENDLESS_REFUSAL",
        "LATE_REFUSAL",
        "CUT_REFUSAL"
      })
  void saysWhyAnAnswerThatBreaksGivesNothing(Fault.Kind kind) {
    Fault fault = Fault.of(kind, AwsService.S3).action("GET");
    try (StandIn _ = StandIn.start(ORGANIZATION, fault);
        AwsClients clients = QuickClients.impatient(Duration.ofSeconds(1))) {
      S3RunStore store = new S3RunStore(clients, "runs");
      assertThat(store.put("run-1/broken", "{\"whole\": true}")).isEmpty();

      assertThat(store.get("run-1/broken"))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.why().action()).isEqualTo("s3:GetObject"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET_HEAD", "ENDLESS_REFUSAL", "LATE_REFUSAL", "CUT_REFUSAL"})
  void saysWhyATextWasNotKeptThoughTheAnswerBreaks(Fault.Kind kind) {
    Fault fault = Fault.of(kind, AwsService.S3).action("PUT");
    try (StandIn _ = StandIn.start(ORGANIZATION, fault);
        AwsClients clients = QuickClients.impatient(Duration.ofSeconds(1))) {
      assertThat(new S3RunStore(clients, "runs").put("run-1/x", "{}").map(Failure::action))
          .contains("s3:PutObject");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BROKEN_HEAD", "BROKEN_BODY", "ENDLESS", "ENDLESS_PACKED", "NESTED"})
  @Timeout(60)
  void takesS3AtTheWordOfItsStatusWhateverFollows(Fault.Kind kind) {
    Fault fault = Fault.of(kind, AwsService.S3).action("PUT");
    try (StandIn _ = StandIn.start(ORGANIZATION, fault);
        AwsClients clients = QuickClients.impatient(Duration.ofSeconds(1))) {
      assertThat(new S3RunStore(clients, "runs").put("run-1/x", "{}").map(Failure::action))
          .isEmpty();
    }
  }

  @Test
  void handsOnATextThatIsNestedDeeperThanAnyStack() {
    Fault fault = Fault.of(Fault.Kind.NESTED, AwsService.S3).action("GET");
    try (StandIn _ = StandIn.start(ORGANIZATION, fault);
        AwsClients clients = QuickClients.impatient(Duration.ofSeconds(5))) {
      assertThat(new S3RunStore(clients, "runs").get("run-1/x"))
          .isInstanceOfSatisfying(
              Outcome.Found.class,
              found -> assertThat(found.value().toString()).contains("<a><a>"));
    }
  }

  @Test
  void givesTheMemoryOfLargeTextsBack() {
    String large = "<".repeat(3 << 20);
    try (StandIn _ = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.in(Region.US_EAST_1)) {
      S3RunStore store = new S3RunStore(clients, "runs");
      assertThat(store.put("run-1/large", large)).isEmpty();

      for (int i = 0; i < 20; i++) {
        assertThat(store.get("run-1/large")).isInstanceOf(Outcome.Found.class);
      }
    }
  }

  @Test
  void tellsThatThereIsNothingFromThatItMayNotLook() {
    try (StandIn _ = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.in(Region.US_EAST_1)) {
      assertThat(new S3RunStore(clients, "runs").get("run-1/nothing"))
          .isEqualTo(new Outcome.Found<>(Optional.empty()));
    }
    try (StandIn _ = StandIn.start(ORGANIZATION, Fault.of(Fault.Kind.DENIED, AwsService.S3));
        AwsClients clients = QuickClients.in(Region.US_EAST_1)) {
      assertThat(new S3RunStore(clients, "runs").get("run-1/nothing"))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.why().action()).isEqualTo("s3:GetObject"));
    }
  }

  @Test
  void saysWhyItCouldNotKeepAText() {
    try (StandIn _ = StandIn.start(ORGANIZATION, Fault.of(Fault.Kind.DENIED, AwsService.S3));
        AwsClients clients = QuickClients.in(Region.US_EAST_1)) {
      assertThat(new S3RunStore(clients, "runs").put("run-1/x", "{}").map(Failure::code))
          .contains("AccessDenied");
    }
  }
}
