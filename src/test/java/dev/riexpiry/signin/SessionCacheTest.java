package dev.riexpiry.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCacheTest {
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");

  /// The names under which the AWS CLI keeps the sessions of these roles.
  private static final ProfileRole PLAIN =
      role(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final ProfileRole FULL =
      role(
          Optional.of("arn:aws:iam::111122223333:mfa/ann"),
          Optional.of("k3y"),
          Optional.of("ann"),
          Optional.of(7200));

  @TempDir private Path home;

  private static ProfileRole role(
      Optional<String> serial,
      Optional<String> externalId,
      Optional<String> session,
      Optional<Integer> seconds) {
    return new ProfileRole(
        "finops", "arn:aws:iam::111122223333:role/finops", serial, externalId, session, seconds);
  }

  private SessionCache cache() {
    return SessionCache.of(Map.of("HOME", home.toString()));
  }

  private Optional<Session> kept(String json) throws Exception {
    Files.createDirectories(cache().folder());
    Files.writeString(cache().folder().resolve(CacheKey.of(PLAIN) + ".json"), json);
    return cache().find(PLAIN, NOW);
  }

  private static String entry(String expiration) {
    return """
    {"Credentials": {"AccessKeyId": "ASIAFAKE", "SecretAccessKey": "s", "SessionToken": "t",
      "Expiration": "%s", "PackedPolicySize": 6}, "Other": [1, {"x": null}]}
    """
        .formatted(expiration);
  }

  @Test
  void itsNamesAreThoseOfTheAwsCli() {
    assertThat(CacheKey.of(PLAIN)).isEqualTo("c21f5aad00f9d049255df21fdd01f1bd7f7f13ad");
    assertThat(CacheKey.of(FULL)).isEqualTo("efe3ff77cd0162bef64b4a00985690ec057005fb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04T06:15:00UTC",
        "2026-05-04T06:15:00Z",
        "2026-05-04T06:15:00+00:00",
        "2026-05-04T08:15:00+02:00",
        "2026-05-04T06:15:00.123456Z"
      })
  void anEndIsReadInEveryWayItHasBeenWritten(String expiration) throws Exception {
    assertThat(kept(entry(expiration))).map(Session::accessKeyId).contains("ASIAFAKE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04T06:14:59Z",
        "2026-05-04T07:14:59+01:00",
        "2025-05-04T06:15:00UTC",
        "soon",
        ""
      })
  void aSessionThatEndsWithinAQuarterOfAnHourOrAtNoTimeIsNone(String expiration) throws Exception {
    assertThat(kept(entry(expiration))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"text\"",
        "{}",
        "{\"Credentials\": null}",
        "{\"Credentials\": {\"AccessKeyId\": \"ASIAFAKE\"}}",
        "{\"startUrl\": \"https://example.com\", \"accessToken\": \"x\"}"
      })
  void aFileThatHoldsSomethingElseIsNone(String text) throws Exception {
    assertThat(kept(text)).isEmpty();
  }

  @Test
  void whatIsKeptIsFoundAgainAndNothingElseIsLeft() throws Exception {
    Session session =
        new Session(
            "ASIAFAKE",
            "s",
            "t",
            Instant.parse("2026-05-04T07:00:00Z"),
            Optional.of("AROAFAKE:ann"),
            Optional.of("arn:aws:sts::111122223333:assumed-role/finops/ann"),
            Optional.of("id"));

    cache().keep(FULL, session);
    cache().keep(FULL, session);

    assertThat(cache().find(FULL, NOW)).contains(session);
    assertThat(cache().find(PLAIN, NOW)).isEmpty();
    assertThat(cache().folder()).isDirectoryContaining("glob:**.json").isNotEmptyDirectory();
    assertThat(cache().folder().toFile().list()).hasSize(1);
    assertThat(session.toString()).doesNotContain("ASIAFAKE\"", "SecretAccessKey");
  }

  @Test
  void itLiesBelowTheHomeOfTheVariables() {
    assertThat(cache().folder()).isEqualTo(home.resolve(".aws/cli/cache"));
    assertThat(SessionCache.of(Map.of()).folder())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".aws", "cli", "cache"));
  }
}
