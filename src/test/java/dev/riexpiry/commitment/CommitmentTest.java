package dev.riexpiry.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitmentTest {
  private static Commitment of(String id, int quantity, List<String> terms) {
    return new Commitment(
        new AccountId("222233334444"),
        "us-east-1",
        Service.EC2,
        id,
        CommitmentState.Known.ACTIVE,
        "m5.large",
        quantity,
        terms,
        Instant.parse("2025-05-11T04:00:00Z"),
        Instant.parse("2026-05-11T03:59:59Z"));
  }

  @Test
  void describesItselfInOneLine() {
    assertThat(of("r-1", 4, List.of("Linux/UNIX", "No Upfront", "standard")).description())
        .isEqualTo("4 × m5.large, Linux/UNIX, No Upfront, standard");
  }

  @Test
  void describesItselfWithoutTerms() {
    assertThat(of("r-1", 1, List.of()).description()).isEqualTo("1 × m5.large");
  }

  @Test
  void doesNotChangeWithTheListItWasMadeOf() {
    List<String> terms = new ArrayList<>(List.of("standard"));
    Commitment commitment = of("r-1", 1, terms);
    terms.clear();

    assertThat(commitment.terms()).containsExactly("standard");
  }

  @Test
  void refusesABlankId() {
    assertThatThrownBy(() -> of(" ", 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id is blank");
  }

  @Test
  void refusesAQuantityOfNothing() {
    assertThatThrownBy(() -> of("r-1", 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quantity is less than 1: 0");
  }
}
