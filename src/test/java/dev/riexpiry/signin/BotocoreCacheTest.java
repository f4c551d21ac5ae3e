package dev.riexpiry.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.Python;
import dev.riexpiry.text.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sessions change hands with the library of the AWS CLI, in both directions.
class BotocoreCacheTest {
  /// Takes the session of a profile from the cache, or from an STS of its own.
  private static final String PROGRAM =
      """
      import datetime, json, sys
      from botocore.credentials import AssumeRoleProvider
      from botocore.utils import JSONFileCache

      folder, profile, profiles = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])

      class Sts:
          def assume_role(self, **arguments):
              end = datetime.datetime(2999, 12, 31, tzinfo=datetime.timezone.utc)
              return {
                  "Credentials": {
                      "AccessKeyId": "ASIAFAKEOFBOTOCORE01", "SecretAccessKey": "of botocore",
                      "SessionToken": "token of botocore", "Expiration": end},
                  "AssumedRoleUser": {
                      "AssumedRoleId": "AROAFAKE:botocore-session-1",
                      "Arn": "arn:aws:sts::111122223333:assumed-role/finops/botocore-session-1"},
                  "ResponseMetadata": {"RequestId": "1", "HTTPStatusCode": 200}}

      provider = AssumeRoleProvider(
          lambda: {"profiles": profiles}, lambda *names, **options: Sts(), JSONFileCache(folder),
          profile, prompter=lambda question: "012345")
      keys = provider.load().get_frozen_credentials()
      print(keys.access_key, "|", keys.secret_key, "|", keys.token)
      """;

  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");
  private static final Session OURS =
      new Session(
          "ASIAFAKEOFTHISONE001",
          "ours",
          "our token",
          Instant.parse("2999-12-31T00:00:00Z"),
          Optional.of("AROAFAKE:ri-expiry-notifier"),
          Optional.of("arn:aws:sts::111122223333:assumed-role/finops/ri-expiry-notifier"),
          Optional.of("2"));

  private static final Map<String, Map<String, String>> PROFILES =
      Map.of(
          "base", Map.of("aws_access_key_id", "AKIAFAKE", "aws_secret_access_key", "secret"),
          "plain",
              Map.of(
                  "role_arn", "arn:aws:iam::111122223333:role/finops",
                  "source_profile", "base",
                  "mfa_serial", "arn:aws:iam::111122223333:mfa/ann"),
          "full",
              Map.of(
                  "role_arn", "arn:aws:iam::111122223333:role/finops",
                  "source_profile", "base",
                  "mfa_serial", "GAHT12345678",
                  "external_id", "k3y/shared=with:that@account",
                  "role_session_name", "ann@example.com",
                  "duration_seconds", "7200"));

  @TempDir private Path folder;

  @BeforeAll
  static void needBotocore() throws Exception {
    Python.assumeItHas("botocore");
  }

  private static ProfileRole role(String profile) {
    return switch (Profiles.of(PROFILES).source(profile)) {
      case Source.Assumed(ProfileRole role, Source _) -> role;
      case Source other -> throw new AssertionError(other);
    };
  }

  private String botocore(String profile) throws Exception {
    return Python.run(
        folder,
        Map.of("HOME", folder.toString()),
        PROGRAM,
        cache().folder().toString(),
        profile,
        Json.compact(PROFILES));
  }

  private SessionCache cache() {
    return SessionCache.of(Map.of("HOME", folder.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "full"})
  void whatBotocoreKeptIsTakenHere(String profile) throws Exception {
    assertThat(botocore(profile)).startsWith("ASIAFAKEOFBOTOCORE01");

    Session session = cache().find(role(profile), NOW).orElseThrow();
    assertThat(List.of(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()))
        .containsExactly("ASIAFAKEOFBOTOCORE01", "of botocore", "token of botocore");
    assertThat(session.expiration()).isEqualTo("2999-12-31T00:00:00Z");
    assertThat(session.arn())
        .contains("arn:aws:sts::111122223333:assumed-role/finops/botocore-session-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "full"})
  void whatIsKeptHereIsTakenByBotocore(String profile) throws Exception {
    cache().keep(role(profile), OURS);

    assertThat(botocore(profile)).isEqualTo("ASIAFAKEOFTHISONE001 | ours | our token");
  }
}
