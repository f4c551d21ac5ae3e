package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.signin.Way;
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

/// The texts are those of the SDK's own providers.
class CallerSignInTest {
  private static Failure failure(Way way, AwsCredentialsProvider provider) {
    try (AwsClients clients = QuickClients.failing(way, provider)) {
      return CallerSignIn.signIn(clients, (_, _) -> Optional.empty()).failure().orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SSO | The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile. | SessionExpired | run: aws sso login --profile billing",
        "SSO | The SSO session's expiration time could not be determined. Please refresh your SSO session. | SessionExpired | run: aws sso login",
        "SSO | Session token not found or invalid (Service: Sso, Status Code: 401) | SessionExpired | run: aws sso login",
        "SSO | No access (Service: Sso, Status Code: 403) | NoCredentials | sso_role_name",
        "SSO | Sso-session section not found with sso-session title corp. | NoCredentials | run: aws configure sso --profile billing",
        "LOGIN | Your session has expired. Please reauthenticate. | SessionExpired | run: aws login --profile billing",
        "LOGIN | Token cache file for login_session `arn:aws:iam::1:user/a` not found. You must re-authenticate. | SessionExpired | run: aws login",
        "KEYS | Profile property 'aws_secret_access_key' was not configured for 'billing'. | NoCredentials | run: aws configure --profile billing",
        "NONE | Profile file contained no credentials for profile 'billing': ProfileFile(sections=[login_session, sso_session]) | NoCredentials | run: aws configure --profile billing",
        "INSTANCE | The requested metadata is not found at http://169.254.169.254/ | NoCredentials | attach an instance profile",
        "CONTAINER | Failed to load credentials from metadata service. | NoCredentials | AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "WEB_IDENTITY | java.nio.file.NoSuchFileException: /var/run/token | NoCredentials | AWS_WEB_IDENTITY_TOKEN_FILE",
        "ENVIRONMENT | Access key must be specified | NoCredentials | AWS_ACCESS_KEY_ID",
        "SSO | Unable to execute HTTP request: Connection refused | NoCredentials | check the network"
      })
  void namesTheCommandThatMendsIt(Way way, String words, String code, String remedy) {
    Failure failure =
        failure(
            way,
            () -> {
              throw SdkClientException.create(words);
            });

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.remedy()).contains(remedy);
    assertThat(failure.refusesCaller()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The SSO session associated with this profile has expired or is otherwise invalid. | SessionExpired",
        "Unable to load credentials from any of the providers in the chain A : [B: Access key must be specified, C: The SSO session associated with this profile has expired] | SessionExpired",
        "Your session has expired. Please reauthenticate. | SessionExpired",
        "Token cache file for login_session `arn:aws:iam::1:user/a` not found. You must re-authenticate. | SessionExpired",
        "The source profile of 'a' was configured to be 'b', but that source profile has no credentials configured. | NoCredentials",
        "Profile file contained no credentials for profile 'x': ProfileFile(sections=[login_session]) | NoCredentials",
      })
  void isKnownInTheMiddleOfARunByItsWords(String words, String code) {
    assertThat(CallerSignIn.failure("rds:X", SdkClientException.create(words)))
        .map(Failure::code)
        .contains(code);
  }

  @Test
  void repeatsWhatACredentialProcessSaid() {
    try (ProcessCredentialsProvider process =
        ProcessCredentialsProvider.builder()
            .command(List.of("sh", "-c", "echo the vault is sealed >&2; exit 3"))
            .build()) {
      Failure failure = failure(Way.PROCESS, process);

      assertThat(failure.code()).isEqualTo("NoCredentials");
      assertThat(failure.message())
          .startsWith("the credential_process of the profile 'billing' failed: Command returned")
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
