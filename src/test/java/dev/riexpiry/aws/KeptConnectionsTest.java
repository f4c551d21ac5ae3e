package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class KeptConnectionsTest {
  private static final String SETTING = "http.maxConnections";
  private final @Nullable String before = System.clearProperty(SETTING);

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(SETTING);
    } else {
      System.setProperty(SETTING, before);
    }
  }

  @Test
  void keepsAConnectionForEveryCallThatASweepMayMakeAtOnce() {
    makeClients();

    assertThat(System.getProperty(SETTING)).isEqualTo("256");
  }

  @Test
  void leavesTheSettingOfWhoeverStartedTheProcess() {
    System.setProperty(SETTING, "8");

    makeClients();

    assertThat(System.getProperty(SETTING)).isEqualTo("8");
  }

  private static void makeClients() {
    new AwsClients(
            Region.US_EAST_1,
            AnonymousCredentialsProvider.create(),
            Timing.DEFAULT,
            Optional.empty())
        .close();
  }
}
