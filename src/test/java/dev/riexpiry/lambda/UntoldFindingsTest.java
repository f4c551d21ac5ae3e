package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An invocation that has no time to tell everything fails once all else is done, so that its retry
/// tells the rest.
class UntoldFindingsTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
  private static final Organization THREE_END =
      Organization.of(
              Member.of(
                  "111122223333",
                  ending("r-1", "2026-05-05T03:59:59Z"),
                  ending("r-2", "2026-05-06T03:59:59Z"),
                  ending("r-3", "2026-05-07T03:59:59Z")))
          .withTopics(TOPIC);

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path directory;

  private static Reservation ending(String id, String end) {
    return Reservation.ec2("us-east-1", id, "t3.micro", 1, end);
  }

  /// The time of an invocation that gets slow: when its first message is sent, none is left for
  /// another.
  private static Supplier<Duration> untilTheFirstMessage(StandIn aws) {
    return () -> aws.messages().isEmpty() ? Duration.ofMinutes(10) : Duration.ofSeconds(15);
  }

  private void invoke(Map<String, String> more, Supplier<Duration> remaining) throws IOException {
    Path accounts =
        Files.writeString(
            directory.resolve("accounts.json"),
            """
            { "regions": ["us-east-1"], "accounts": [
              { "accountName": "tools", "accountId": "111122223333" } ] }
            """);
    Map<String, String> settings = new HashMap<>(more);
    settings.put("TOPIC_ARN", TOPIC);
    settings.put("ACCOUNTS_FILE", accounts.toString());
    settings.put("ALERT_GROUPING", "reservation");
    new ExpiryCheckHandler(settings, InstantSource.fixed(Instant.parse("2026-05-04T06:00:00Z")))
        .handleRequest(
            new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            InvokedContext.of(log, remaining));
  }

  @Test
  void failsWithHowManyAndItsRetryTellsTheRestWithALedger() throws IOException {
    try (StandIn aws = StandIn.start(THREE_END)) {
      Map<String, String> ledger = Map.of("LEDGER_TABLE", "ledger-" + UUID.randomUUID());

      assertThatThrownBy(() -> invoke(ledger, untilTheFirstMessage(aws)))
          .isInstanceOf(CheckFailedException.class)
          .hasMessage(
              "there was no time to tell 2 findings that are due; what was told is recorded, and the next run tells the rest");
      assertThat(log).filteredOn(line -> line.contains("NOT TOLD for lack of time: ")).hasSize(2);

      invoke(ledger, () -> Duration.ofMinutes(10));

      assertThat(aws.messages()).extracting(Message::mail).hasSize(3);
      assertThat(aws.messages().get(0).mail()).contains("r-1");
      assertThat(aws.messages().get(1).mail()).contains("r-2").doesNotContain("may be a repeat");
      assertThat(aws.messages().get(2).mail()).contains("r-3").doesNotContain("may be a repeat");
    }
  }

  @Test
  void saysThatTheNextRunRepeatsWhatWasToldWithoutALedger() {
    try (StandIn aws = StandIn.start(THREE_END)) {
      assertThatThrownBy(() -> invoke(Map.of(), untilTheFirstMessage(aws)))
          .isInstanceOf(CheckFailedException.class)
          .hasMessage(
              "there was no time to tell 2 findings that are due; what was told is not recorded, and the next run tells it again");
      assertThat(aws.messages()).hasSize(1);
    }
  }
}
