package dev.riexpiry.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentStateTest {
  @ParameterizedTest
  @CsvSource({
    "active, ACTIVE, true",
    "Active, ACTIVE, true",
    "payment-pending, PAYMENT_PENDING, false",
    "payment-failed, PAYMENT_FAILED, false",
    "queued, QUEUED, false",
    "queued-deleted, QUEUED_DELETED, false",
    "retired, RETIRED, false",
    "pending-payment, PAYMENT_PENDING, false",
    "exchanging, EXCHANGING, true",
    "pending-return, PENDING_RETURN, true",
    "returned, RETURNED, false",
    "scheduled, SCHEDULED, false",
    "expired, EXPIRED, false",
    "cancelled, CANCELLED, false",
    "failed, FAILED, false"
  })
  void ofTheKnownStatesThoseThatStillCountAreLive(
      String text, CommitmentState.Known state, boolean live) {
    assertThat(CommitmentState.of(text)).isEqualTo(state);
    assertThat(state.live()).isEqualTo(live);
  }

  @Test
  void knowsNoStateThatTheTableAboveDoesNotHold() {
    assertThat(CommitmentState.Known.values()).hasSize(13);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delayed", "unavailable", "payment pending", "", " active"})
  void keepsAnUnknownStateVisibleAndTakesItForLive(String text) {
    CommitmentState state = CommitmentState.of(text);

    assertThat(state).isEqualTo(new CommitmentState.Unknown(text));
    assertThat(state.live()).isTrue();
  }
}
