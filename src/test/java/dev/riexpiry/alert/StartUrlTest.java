package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riexpiry.Template;
import dev.riexpiry.commitment.Commitment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartUrlTest {
  private static final List<String> PORTALS =
      List.of(
          "https://d-1234567890.awsapps.com/start",
          "https://d-1234567890.awsapps.com/start/#/",
          "https://start.us-gov-home.awsapps.com/directory/example",
          "https://ssoins-1234567890abcdef.portal.us-east-1.app.aws");

  @ParameterizedTest
  @CsvSource({
    "https://d-1234567890.awsapps.com/start, https://d-1234567890.awsapps.com/start",
    "https://d-1234567890.awsapps.com/start/, https://d-1234567890.awsapps.com/start",
    "https://d-1234567890.awsapps.com/start#/, https://d-1234567890.awsapps.com/start",
    "https://d-1234567890.awsapps.com/start/#/, https://d-1234567890.awsapps.com/start",
    "https://start.us-gov-home.awsapps.com/directory/a, https://start.us-gov-home.awsapps.com/directory/a",
    "https://sso.example.com:8443/, https://sso.example.com:8443",
  })
  void isTakenAsABrowserShowsIt(String text, String value) {
    assertThat(StartUrl.parse(text)).map(StartUrl::value).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d-1234567890.awsapps.com/start",
        "http://d-1234567890.awsapps.com/start",
        "https:///start",
        "https://ann@d-1234567890.awsapps.com/start",
        "https://ann:secret@d-1234567890.awsapps.com/start",
        "https://d-1234567890.awsapps.com/start?tab=accounts",
        "https://d-1234567890.awsapps.com/start/#/console?account_id=111122223333",
        "https://d-1234567890.awsapps.com/start/#",
        "https://d-1234567890.awsapps.com/st art",
        "https://d-1234567890.awsapps.com/start\nhttps://elsewhere.example.com"
      })
  void isRefusedWithAnythingElseInIt(String text) {
    assertThat(StartUrl.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new StartUrl(text));
  }

  @Test
  void ofTheTemplateIsTheSame() {
    String pattern =
        (String) Template.read("sam-template.yaml").at("Parameters", "StartUrl", "AllowedPattern");

    assertThat("").matches(pattern);
    assertThat(PORTALS).allMatch(portal -> portal.matches(pattern));
    assertThat(PORTALS).allMatch(portal -> StartUrl.parse(portal).isPresent());
    assertThat("https://d-1234567890.awsapps.com/start?tab=accounts").doesNotMatch(pattern);
    assertThat("http://d-1234567890.awsapps.com/start").doesNotMatch(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, us-east-1.console.aws.amazon.com",
    "us-gov-west-1, us-gov-west-1.console.amazonaws-us-gov.com",
    "cn-north-1, cn-north-1.console.amazonaws.cn"
  })
  void leadsIntoTheAccountOfTheCommitmentAndKeepsTheWholeLink(String region, String host) {
    Commitment commitment = MailTextTest.in(region);

    assertThat(ConsoleLink.of(commitment, StartUrl.parse("https://d-1234567890.awsapps.com/start")))
        .hasValue(
            "https://d-1234567890.awsapps.com/start/#/console?account_id=%s&destination=https%%3A%%2F%%2F%s%%2Fec2%%2Fhome%%3Fregion%%3D%s%%23ReservedInstances%%3A"
                .formatted(commitment.accountId().value(), host, region));
  }

  @Test
  void leadsNowhereWhereTheConsoleHasNoPublishedAddress() {
    assertThat(
            ConsoleLink.of(
                MailTextTest.in("us-iso-east-1"),
                Optional.of(new StartUrl("https://portal.example.com/start"))))
        .isEmpty();
  }
}
