package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.signin.Origin;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/// The texts are those of the SDK's own providers.
class CallerSignInTest {
  private static Failure failure(AwsCredentialsProvider provider) {
    try (AwsClients clients =
        new AwsClients(
            Region.US_EAST_1,
            new CallerSource.OfSdk(new Origin.OfProfile("billing"), provider),
            AwsClients.Timing.DEFAULT,
            Optional.empty(),
            Network.DIRECT)) {
      return CallerSignIn.signIn(clients, (_, _) -> Optional.empty()).failure().orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile. | SessionExpired | run: aws sso login --profile billing",
        "The SSO session's expiration time could not be determined. Please refresh your SSO session. | SessionExpired | run: aws sso login",
        "Unable to load credentials from any of the providers in the chain A : [B: Access key must be specified, C: The SSO session associated with this profile has expired] | SessionExpired | run: aws sso login",
        "Session token not found or invalid (Service: Sso, Status Code: 401) | SessionExpired | run: aws sso login",
        "Your session has expired. Please reauthenticate. | SessionExpired | run: aws login --profile billing",
        "Token cache file for login_session `arn:aws:iam::1:user/a` not found. You must re-authenticate. | SessionExpired | run: aws login",
        "The source profile of 'a' was configured to be 'b', but that source profile has no credentials configured. | NoCredentials | source profile",
        "Unable to load credentials from any of the providers in the chain A : [B: no, C: no] | NoCredentials | name a profile",
        "Profile file contained no credentials for profile 'x': ProfileFile(sections=[]) | NoCredentials | name a profile",
        "Something that no provider says today | NoCredentials | see the message"
      })
  void namesTheCommandThatMendsIt(String words, String code, String remedy) {
    Failure failure =
        failure(() -> {
          throw SdkClientException.create(words);
        });

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.remedy()).contains(remedy);
    assertThat(failure.refusesCaller()).isTrue();
  }

  @Test
  void repeatsWhatACredentialProcessSaid() {
    try (ProcessCredentialsProvider process =
        ProcessCredentialsProvider.builder()
            .command(List.of("sh", "-c", "echo the vault is sealed >&2; exit 3"))
            .build()) {
      Failure failure = failure(process);

      assertThat(failure.code()).isEqualTo("NoCredentials");
      assertThat(failure.message())
          .startsWith("the credential_process of the profile failed: Command returned")
          .contains("(3)", "the vault is sealed");
    }
  }

  @Test
  void isNoFailureOfACallThatWentWrongOtherwise() {
    assertThat(
            CallerSignIn.failure(
                "rds:X", SdkClientException.create("broken", new IOException("reset"))))
        .isEmpty();
  }

  @Test
  void namesTheHostThatIsNotThere() {
    Failure failure =
        AwsFailures.of(
            "rds:X",
            Input.NONE,
            SdkClientException.create(
                "Unable to execute HTTP request: rds.mars-1.amazonaws.com (SDK Attempt Count: 5)",
                new UnknownHostException("rds.mars-1.amazonaws.com: Name or service not known")),
            OptionalInt.empty());

    assertThat(failure.code()).isEqualTo("UnknownHost");
    assertThat(failure.message()).isEqualTo("there is no such host: rds.mars-1.amazonaws.com");
  }
}
