package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.input.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

class NetworkTest {
  private static final URI STS = URI.create("https://sts.us-east-1.amazonaws.com/");
  private static final URI LOOPBACK = URI.create("http://127.0.0.1:8080/");

  @TempDir private Path directory;

  private static String proxy(Map<String, String> environment, URI address) {
    return Network.of(environment).proxy(address).map(ProxyServer::toString).orElse("none");
  }

  @Test
  void eachSchemeHasItsProxy() {
    Map<String, String> both = Map.of("HTTPS_PROXY", "http://a:1", "HTTP_PROXY", "http://b:2");

    assertThat(proxy(both, STS)).isEqualTo("http://a:1");
    assertThat(proxy(both, LOOPBACK)).isEqualTo("http://b:2");
    assertThat(proxy(Map.of("HTTP_PROXY", "http://b:2"), STS)).isEqualTo("none");
    assertThat(proxy(Map.of(), STS)).isEqualTo("none");
  }

  @Test
  void smallLettersCountMoreAndSetToNothingTakeTheCapitalsAway() {
    assertThat(proxy(Map.of("https_proxy", "http://a:1", "HTTPS_PROXY", "http://b:2"), STS))
        .isEqualTo("http://a:1");
    assertThat(proxy(Map.of("https_proxy", "", "HTTPS_PROXY", "http://b:2"), STS))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy.corp:3128, http://proxy.corp:3128",
    "http://proxy.corp:3128/, http://proxy.corp:3128",
    "proxy.corp:3128, http://proxy.corp:3128",
    "HTTP://proxy.corp, http://proxy.corp:80",
    "http://me:s3cret@proxy.corp:3128, http://proxy.corp:3128",
    "http://me:a@b@proxy.corp, http://proxy.corp:80",
    "http://[::1]:3128, http://[::1]:3128"
  })
  void anAddressIsReadAsTheCliReadsIt(String value, String shown) {
    assertThat(proxy(Map.of("HTTPS_PROXY", value), STS)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:s3cret@proxy.corp:3128",
        "socks5://me:s3cret@proxy.corp:3128",
        "http://me:s3cret@proxy.corp:0",
        "http://me:s3cret@proxy.corp:99999",
        "http://me:s3cret@",
        "http://me:s3cret%zz@proxy.corp",
        "http://me:s3cret@proxy corp"
      })
  void aFaultNamesTheVariableAndNeverThePassword(String value) {
    assertThatThrownBy(() -> Network.of(Map.of("HTTPS_PROXY", value, "http_proxy", value)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the environment has 2 faults:\n  HTTPS_PROXY: ")
        .hasMessageContaining("HTTP_PROXY: ")
        .hasMessageNotContainingAny("s3cret", "proxy.corp");
  }

  @Test
  void noTextOfItHoldsThePassword() {
    Network network = Network.of(Map.of("HTTPS_PROXY", "http://me:s3cret@proxy.corp"));

    assertThat(network.https().flatMap(ProxyServer::login).orElseThrow().header())
        .isEqualTo("Basic bWU6czNjcmV0");
    assertThat(network.toString()).doesNotContain("s3cret", "bWU6czNjcmV0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | sts.amazonaws.com | true",
        "amazonaws.com | sts.amazonaws.com | true",
        ".amazonaws.com | sts.amazonaws.com | true",
        "*.amazonaws.com | sts.amazonaws.com | true",
        "a.b, AmazonAWS.com | STS.amazonaws.com | true",
        "a.b AmazonAWS.com. | amazonaws.com | true",
        "amazonaws.com:443 | sts.amazonaws.com | true",
        "amazonaws.com:444 | sts.amazonaws.com | false",
        "aws.com | sts.amazonaws.com | false",
        "ts.amazonaws.com | sts.amazonaws.com | false",
        "127.0.0.1 | 127.0.0.1 | true",
        "127.0.0.1:443 | 127.0.0.1 | true",
        "127.0.0.0/8 | 127.1.2.3 | true",
        "10.0.0.0/8 | 127.1.2.3 | false",
        "10.0.0.0/99 | 10.1.2.3 | false",
        "::1 | [::1] | true",
        "[::1]:443 | [::1] | true",
        "fd00::/8 | [fd12::1] | true",
        ", | sts.amazonaws.com | false"
      })
  void noProxyNamesHostsAndAllBelowThem(String entries, String host, boolean direct) {
    assertThat(NoProxy.parse(entries).matches(host, 443)).isEqualTo(direct);
  }

  @Test
  void aFileOfCertificatesThatIsNoneIsRefused() throws IOException {
    Path none = Files.writeString(directory.resolve("none.pem"), "# nothing\n");
    Path broken =
        Files.writeString(
            directory.resolve("broken.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

    refuses(none.toString(), "the file: it holds no certificate; ");
    refuses(broken.toString(), "the file: its certificate 1 cannot be read; ");
    refuses(directory.toString(), "the path: it is a directory; ");
    refuses(directory.resolve("gone.pem").toString(), "the path: there is no such file; ");
  }

  private static void refuses(String file, String fault) {
    assertThatThrownBy(() -> Network.of(Map.of("AWS_CA_BUNDLE", file)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("AWS_CA_BUNDLE, " + file + ", has one fault:\n  " + fault);
  }

  @Test
  void theRegionOfTheCliIsTakenWhereTheSdkKnowsNone() {
    String set = System.getProperty("aws.region");
    try {
      System.clearProperty("aws.region");
      assertThat(HomeRegion.chosen(Optional.of("none"), Map.of("AWS_DEFAULT_REGION", "eu-west-1")))
          .contains(Region.EU_WEST_1);
      assertThat(HomeRegion.chosen(Optional.of("none"), Map.of("AWS_DEFAULT_REGION", " ")))
          .isEmpty();
      System.setProperty("aws.region", "ap-south-1");
      assertThat(HomeRegion.chosen(Optional.of("none"), Map.of("AWS_DEFAULT_REGION", "eu-west-1")))
          .contains(Region.AP_SOUTH_1);
    } finally {
      if (set == null) {
        System.clearProperty("aws.region");
      } else {
        System.setProperty("aws.region", set);
      }
    }
  }
}
