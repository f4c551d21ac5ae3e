package dev.riexpiry.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  /// A text as long as a secret key, and plainly none.
  private static final String FAKE_SECRET = "FAKE/FAKE+".repeat(4);

  @ParameterizedTest
  @ValueSource(strings = {"secret %s given", "SecretAccessKey=%s", "X-Token=%s&X-Date=1", "'%s'."})
  void takesOutWhatIsAsLongAsASecret(String message) {
    assertThat(Redaction.of(message.formatted(FAKE_SECRET)))
        .isEqualTo(message.formatted("[redacted]"));
  }

  @Test
  void takesOutATokenInAQueryStringWithItsPadding() {
    String token = "FAKE%2FFAKE%2B".repeat(20) + "%3D%3D";

    assertThat(Redaction.of("GET /?X-Amz-Security-Token=" + token + "&X-Amz-Date=20260504"))
        .isEqualTo("GET /?X-Amz-Security-Token=[redacted]&X-Amz-Date=20260504");
  }

  @Test
  void takesOutAccessKeyIds() {
    assertThat(Redaction.of("the key ASIAFAKEFAKEFAKEFAKE, AKIAFAKEFAKEFAKEFAKE"))
        .isEqualTo("the key [access key], [access key]");
  }

  @Test
  void leavesWhatPeopleNeedToMendIt() {
    String message =
        "User: arn:aws:sts::222233334444:assumed-role/ri-expiry-reader/ri-expiry-notifier is not"
            + " authorized to perform: rds:DescribeReservedDBInstances"
            + " (Request ID: 53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa)";

    assertThat(Redaction.of(message)).isEqualTo(message);
  }

  @Test
  void keepsTheFirstLineOnly() {
    assertThat(Redaction.of("\n bad signature\nhost:example\nx-amz-security-token:FAKE"))
        .isEqualTo("bad signature");
  }

  @Test
  void cutsLongTextAtFourHundredCharacters() {
    assertThat(Redaction.of("ab ".repeat(200))).isEqualTo("ab ".repeat(133) + "…");
  }

  @Test
  void doesNotCutACharacterInTwo() {
    assertThat(Redaction.of("😀".repeat(300))).isEqualTo("😀".repeat(199) + "…");
  }

  @Test
  void replacesControlCharacters() {
    assertThat(Redaction.of("a\u001B[31mb")).isEqualTo("a\uFFFD[31mb");
  }
}
