package dev.riexpiry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdTest {
  @Test
  void takesWhatStsTakes() {
    assertThat(ExternalId.isValid("aB")).isTrue();
    assertThat(ExternalId.isValid("a_b+c=d,e.f@g:h/i-9")).isTrue();
    assertThat(ExternalId.isValid("x".repeat(1224))).isTrue();
    assertThat(ExternalId.isValid("x".repeat(1225))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a b", "é1", "a\n", "a#b"})
  void refusesTheRestWithoutRepeatingIt(String text) {
    assertThat(ExternalId.isValid(text)).isFalse();
    assertThatThrownBy(() -> new ExternalId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an external id that STS takes");
  }

  @Test
  void isHiddenFromEveryMessage() {
    assertThat(new ExternalId("fake-external-id")).hasToString("ExternalId[hidden]");
  }
}
