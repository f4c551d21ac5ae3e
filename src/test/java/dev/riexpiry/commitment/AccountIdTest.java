package dev.riexpiry.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
  @Test
  void keepsALeadingZero() {
    assertThat(new AccountId("012345678901")).hasToString("012345678901");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "11112222333",
        "1111222233334",
        "1111-2222-3333",
        " 111122223333",
        "111122223333\n",
        "１１１１２２２２３３３３"
      })
  void refusesWhatIsNotTwelveAsciiDigits(String text) {
    assertThat(AccountId.isValid(text)).isFalse();
    assertThatThrownBy(() -> new AccountId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an account id of twelve digits: " + text);
  }
}
