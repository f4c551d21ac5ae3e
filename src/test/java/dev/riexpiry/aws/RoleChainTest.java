package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.signin.MfaCode;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Keys;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles that stand for roles, signed in on the wire.
class RoleChainTest {
  private static final String OWN = "111122223333";
  private static final String WEB = "222233334444";
  private static final String SERIAL = "arn:aws:iam::111122223333:mfa/ann";
  private static final String FINOPS = Keys.temporaryKeyId(OWN);
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");

  private static final String CONFIG =
      """
      [profile base]
      region = us-east-1
      [profile finops]
      role_arn = arn:aws:iam::111122223333:role/finops
      source_profile = base
      mfa_serial = arn:aws:iam::111122223333:mfa/ann
      [profile web]
      role_arn = arn:aws:iam::222233334444:role/ri-expiry-reader
      source_profile = finops
      duration_seconds = 7200
      role_session_name = ann
      """;

  private static final String CREDENTIALS =
      """
      [base]
      aws_access_key_id = %s
      aws_secret_access_key = %s
      """
          .formatted(Keys.accessKeyId(OWN), Keys.secret(OWN));

  @TempDir private Path home;

  @AutoClose
  private final StandIn aws =
      StandIn.start(
          Organization.of(
              Member.of(OWN).withMfaRole("finops", SERIAL, "012345", "222222"), Member.of(WEB)));

  private ProfileFiles files;
  private final List<String> refusals = new ArrayList<>();

  /// Before the stand-in, whose properties these have replaced.
  @AfterEach
  void takeFilesAway() {
    files.close();
  }

  @BeforeEach
  void writeProfiles() {
    files = ProfileFiles.in(home, CONFIG, CREDENTIALS);
  }

  /// Signs in as a person would who types these codes.
  private Outcome<SignedIn> signIn(String profile, String... codes) {
    return signInAt(NOW, profile, codes);
  }

  private Outcome<SignedIn> signInAt(Instant now, String profile, String... codes) {
    Deque<String> typed = new ArrayDeque<>(List.of(codes));
    try (AwsClients clients =
        QuickClients.forCaller(Optional.of(profile), InstantSource.fixed(now), files)) {
      return CallerSignIn.signIn(
          clients,
          (serial, refusal) -> {
            assertThat(serial).isEqualTo(SERIAL);
            refusal.ifPresent(refusals::add);
            return Optional.ofNullable(typed.poll()).map(MfaCode::new);
          });
    }
  }

  /// The key that was asked with whose it is.
  private String key(Outcome<SignedIn> outcome) {
    return outcome
        .failure()
        .map(Failure::sentence)
        .orElseGet(() -> aws.calls("GetCallerIdentity").getLast().accessKeyId());
  }

  private static Failure failure(Outcome<SignedIn> outcome) {
    return outcome.failure().orElseThrow();
  }

  private List<Path> kept() throws Exception {
    if (!Files.isDirectory(files.cache())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(files.cache())) {
      return entries.toList();
    }
  }

  @Test
  void aRightCodeSignsInAndTheSessionIsKeptForThisUserOnly() throws Exception {
    Outcome<SignedIn> outcome = signIn("finops", "012345");

    assertThat(key(outcome)).isEqualTo(FINOPS);
    assertThat(outcome.map(SignedIn::by)).isEqualTo(new Outcome.Found<>("profile finops"));
    Call assumed = aws.calls("AssumeRole").getFirst();
    assertThat(assumed.parameter("TokenCode")).contains("012345");
    assertThat(assumed.parameter("SerialNumber")).contains(SERIAL);
    assertThat(assumed.parameter("RoleSessionName")).contains("ri-expiry-notifier");
    assertThat(assumed.parameter("DurationSeconds")).isEmpty();
    assertThat(kept()).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().getFirst())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.cache())))
        .isEqualTo("rwx------");
  }

  @Test
  void whoHasSignedInIsNotAskedAgain() {
    key(signIn("finops", "012345"));

    assertThat(key(signIn("finops"))).isEqualTo(FINOPS);
    assertThat(aws.calls("AssumeRole")).hasSize(1);
  }

  @Test
  void aSessionWithLessThanFifteenMinutesLeftIsNotTaken() {
    key(signIn("finops", "012345"));
    Instant end = Instant.parse("2999-12-31T00:00:00Z");

    assertThat(key(signInAt(end.minusSeconds(900), "finops"))).isEqualTo(FINOPS);
    assertThat(failure(signInAt(end.minusSeconds(899), "finops")).message())
        .contains("needs a code");
    assertThat(key(signInAt(end.minusSeconds(899), "finops", "222222"))).isEqualTo(FINOPS);
  }

  @Test
  void aFileThatHoldsNoSessionIsPassedOver() throws Exception {
    key(signIn("finops", "012345"));
    Files.writeString(kept().getFirst(), "{\"Credentials\":");

    assertThat(key(signIn("finops", "222222"))).isEqualTo(FINOPS);
    assertThat(key(signIn("finops"))).isEqualTo(FINOPS);
  }

  @Test
  void aKeptSessionThatAwsDoesNotTakeAnyMoreIsNoDeadEnd() throws Exception {
    key(signIn("finops", "012345"));
    Path entry = kept().getFirst();
    Files.writeString(entry, Files.readString(entry).replace(FINOPS, "ASIAFAKEREVOKED000001"));

    assertThat(failure(signIn("finops")).message()).contains("needs a code");
    assertThat(failure(signIn("web")).message()).contains("needs a code");
    assertThat(key(signIn("finops", "222222"))).isEqualTo(FINOPS);
    assertThat(key(signIn("finops"))).isEqualTo(FINOPS);
  }

  @Test
  void aWrongCodeIsAskedForTwiceMoreWithTheWordsOfAws() throws Exception {
    assertThat(key(signIn("finops", "111111", "333333", "012345"))).isEqualTo(FINOPS);
    assertThat(refusals)
        .hasSize(2)
        .containsOnly("MultiFactorAuthentication failed with invalid MFA one time pass code.");

    Files.delete(kept().getFirst());
    Failure failure = failure(signIn("finops", "111111", "111111", "111111", "222222"));
    assertThat(failure.message())
        .isEqualTo(
            "the role arn:aws:iam::111122223333:role/finops of the profile 'finops' could not be"
                + " assumed: AccessDenied, MultiFactorAuthentication failed with invalid MFA one"
                + " time pass code.");
    assertThat(failure.remedy()).contains("next code");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aCodeThatWasUsedIsSentOnceAndRefused() throws Exception {
    key(signIn("finops", "012345"));
    Files.delete(kept().getFirst());

    assertThat(failure(signIn("finops", "012345")).remedy()).contains("each counts once");
    assertThat(aws.calls("AssumeRole")).hasSize(2);
  }

  @Test
  void withoutAnybodyToAskItEndsAtOnceAndSaysBothWays() {
    Failure failure = failure(signIn("finops"));

    assertThat(failure.code()).isEqualTo("NoCredentials");
    assertThat(failure.message()).contains("'finops'", SERIAL, "terminal", "--mfa-code");
    assertThat(failure.remedy()).contains("terminal", "--mfa-code");
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void aFurtherRoleIsAssumedWithTheFirstAndForAnHourAtMost() throws Exception {
    assertThat(key(signIn("web", "012345"))).isEqualTo(Keys.temporaryKeyId(WEB));

    Call further = aws.calls("AssumeRole").getLast();
    assertThat(further.parameter("RoleSessionName")).contains("ann");
    assertThat(further.accessKeyId()).isEqualTo(Keys.temporaryKeyId(OWN));
    assertThat(further.parameter("DurationSeconds")).contains("3600");
    assertThat(further.parameter("SerialNumber")).isEmpty();
    assertThat(kept()).as("only the session for which a code was typed").hasSize(1);
    assertThat(key(signIn("web"))).isEqualTo(Keys.temporaryKeyId(WEB));
  }

  @Test
  void theRunGoesOnWithTheSession() {
    try (AwsClients clients =
        QuickClients.forCaller(Optional.of("finops"), InstantSource.fixed(NOW), files)) {
      Outcome<SignedIn> _ =
          CallerSignIn.signIn(clients, (_, _) -> Optional.of(new MfaCode("012345")));
      Reads.sweep(clients, Reads.account(OWN), Reads.account(WEB, "ri-expiry-reader"));
    }

    assertThat(aws.calls("DescribeReservedInstances"))
        .extracting(Call::accessKeyId)
        .containsOnly(Keys.temporaryKeyId(OWN), Keys.temporaryKeyId(WEB));
    assertThat(aws.calls("AssumeRole"))
        .extracting(Call::accessKeyId)
        .containsExactly(Keys.accessKeyId(OWN), Keys.temporaryKeyId(OWN));
  }
}
