package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.aws.ProfileFiles;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Keys;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong before a caller has credentials: one sentence with what mends it, status 2, and
/// no account is asked.
class SignInMistakesTest {
  private static final String OWN = "111122223333";

  private static final String CONFIG =
      """
      [profile empty]
      region = eu-west-1
      [profile base]
      aws_access_key_id = %1$s
      aws_secret_access_key = %2$s
      [profile half]
      aws_access_key_id = %1$s
      [profile strange]
      aws_access_key_id = AKIAFAKENOBODYKNOWSIT
      aws_secret_access_key = %2$s
      [profile sso]
      sso_session = corp
      sso_account_id = 111122223333
      sso_role_name = Reader
      [sso-session corp]
      sso_region = us-east-1
      sso_start_url = https://a-start-page-that-nobody-has.example.com/start
      [profile sso-lost]
      sso_session = gone
      sso_account_id = 111122223333
      sso_role_name = Reader
      [profile login]
      login_session = arn:aws:iam::111122223333:user/nobody-has-this-one
      [profile vault]
      credential_process = sh -c "echo the vault is sealed >&2; exit 3"
      [profile chatty]
      credential_process = echo hello
      [profile web]
      role_arn = arn:aws:iam::111122223333:role/a
      web_identity_token_file = /nonexistent/token
      [profile ring-a]
      role_arn = arn:aws:iam::111122223333:role/a
      source_profile = ring-b
      [profile ring-b]
      role_arn = arn:aws:iam::111122223333:role/b
      source_profile = ring-a
      [profile itself]
      role_arn = arn:aws:iam::111122223333:role/b
      source_profile = itself
      [profile hello]
      role_arn = hello
      source_profile = base
      [profile alone]
      role_arn = arn:aws:iam::111122223333:role/a
      [profile both]
      role_arn = arn:aws:iam::111122223333:role/a
      source_profile = base
      credential_source = Environment
      [profile from-nowhere]
      role_arn = arn:aws:iam::111122223333:role/a
      source_profile = bsae
      [profile from-empty]
      role_arn = arn:aws:iam::111122223333:role/a
      source_profile = empty
      [profile from-half]
      role_arn = arn:aws:iam::111122223333:role/a
      aws_access_key_id = %1$s
      source_profile = from-half
      [profile from-strange]
      role_arn = arn:aws:iam::111122223333:role/finops
      source_profile = strange
      [profile misspelt]
      role_arn = arn:aws:iam::111122223333:role/a
      credential_source = EcsContaner
      [profile task]
      role_arn = arn:aws:iam::111122223333:role/a
      credential_source = EcsContainer
      [profile machine]
      role_arn = arn:aws:iam::111122223333:role/a
      credential_source = Ec2InstanceMetadata
      [profile shell]
      role_arn = arn:aws:iam::111122223333:role/a
      credential_source = Environment
      [profile no-role]
      role_arn = arn:aws:iam::111122223333:role/nowhere
      source_profile = base
      [profile finops]
      role_arn = arn:aws:iam::111122223333:role/finops
      source_profile = base
      mfa_serial = arn:aws:iam::111122223333:mfa/ann
      [profile without-mfa]
      role_arn = arn:aws:iam::111122223333:role/finops
      source_profile = base
      [profile other-device]
      role_arn = arn:aws:iam::111122223333:role/finops
      source_profile = base
      mfa_serial = GAHT12345678
      """
          .formatted(Keys.accessKeyId(OWN), Keys.secret(OWN));

  @TempDir private Path home;

  @AutoClose
  private final StandIn aws =
      StandIn.start(
          Organization.of(
              Member.of(OWN).withMfaRole("finops", "arn:aws:iam::111122223333:mfa/ann", "012345")));

  private ProfileFiles files;

  /// Before the stand-in, whose properties these have replaced.
  @AfterEach
  void takeFilesAway() {
    files.close();
  }

  @BeforeEach
  void writeProfiles() {
    files = ProfileFiles.in(home, CONFIG, "");
    files.set("aws.disableEc2Metadata", "true");
  }

  private Cli check(String... options) {
    return Cli.runWith(
        files,
        Stream.concat(
                Stream.of("check", "--accounts", CommandSample.accounts(home)), Stream.of(options))
            .toArray(String[]::new));
  }

  private void refuses(Cli cli, String message) {
    assertThat(cli).isEqualTo(new Cli(2, "", message + "\n"));
    assertThat(aws.calls()).extracting(Call::action).isSubsetOf("GetCallerIdentity", "AssumeRole");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "empty        | the profile 'empty' says nothing of credentials | run: aws configure --profile empty, or aws configure sso --profile empty",
        "half         | the profile 'half' has half of a key: Profile property 'aws_secret_access_key' was not configured for 'half' | run: aws configure --profile half",
        "strange      | The security token included in the request is invalid | the caller's own credentials are not valid: sign in again",
        "sso          | the SSO session of the profile 'sso' has expired, or there is none | run: aws sso login --profile sso",
        "sso-lost     | what the profile 'sso-lost' says of SSO is not complete: Sso-session section not found with sso-session title gone | run: aws configure sso --profile sso-lost",
        "login        | the login session of the profile 'login' has expired, or there is none | run: aws login --profile login",
        "vault        | the credential_process of the profile 'vault' failed: Command returned non-zero exit value (3) with error message: the vault is sealed | run that command by hand, and mend it in ~/.aws/config",
        "chatty       | the credential_process of the profile 'chatty' failed: it gave no credentials | run that command by hand, and mend it in ~/.aws/config",
        "web          | the web identity token gives no credentials: /nonexistent/token | see that web_identity_token_file, or AWS_WEB_IDENTITY_TOKEN_FILE, names a fresh token, and that the role trusts who issued it",
        "from-empty   | the profile 'empty' says nothing of credentials | run: aws configure --profile empty, or aws configure sso --profile empty",
        "from-strange | the role arn:aws:iam::111122223333:role/finops of the profile 'from-strange' could not be assumed: InvalidClientTokenId, The security token included in the request is invalid | the credentials of the profile 'strange' are not valid, or no longer: aws configure --profile strange",
        "task         | the container gives no credentials: Cannot fetch credentials from container - neither AWS_CONTAINER_CREDENTIALS_FULL_URI or AWS_CONTAINER_CREDENTIALS_RELATIVE_URI environment variables are set | see that its task or pod has a role, and what AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI names",
        "machine      | the profile 'machine' takes the role of this machine, and there is none: IMDS credentials have been disabled by environment variable or system property | attach an instance profile to the machine, or change credential_source",
        "shell        | there are no keys in the environment | set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with --profile",
        "no-role      | the role arn:aws:iam::111122223333:role/nowhere of the profile 'no-role' could not be assumed: AccessDenied, User: arn:aws:iam::111122223333:user/stand-in is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/nowhere | check role_arn of the profile 'no-role', that the role trusts the credentials of the profile 'base', and that these may assume it; if it asks for MFA, add mfa_serial there",
        "without-mfa  | the role arn:aws:iam::111122223333:role/finops of the profile 'without-mfa' could not be assumed: AccessDenied, User: arn:aws:iam::111122223333:user/stand-in is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/finops | check role_arn of the profile 'without-mfa', that the role trusts the credentials of the profile 'base', and that these may assume it; if it asks for MFA, add mfa_serial there",
        "finops       | the profile 'finops' needs a code of the MFA device arn:aws:iam::111122223333:mfa/ann, and there is neither a terminal to type it on nor --mfa-code | run it in a terminal, which asks for the code, or add --mfa-code 123456 with the device's own",
        "finops --mfa-code 111111 | the role arn:aws:iam::111122223333:role/finops of the profile 'finops' could not be assumed: AccessDenied, MultiFactorAuthentication failed with invalid MFA one time pass code | wait for the device's next code, since each counts once, then run it again",
        "other-device --mfa-code 012345 | the role arn:aws:iam::111122223333:role/finops of the profile 'other-device' could not be assumed: AccessDenied, MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user | name a device of the user whose keys sign in as mfa_serial of the profile 'other-device'",
      })
  void endWithOneSentenceThatSaysWhatMendsThem(String profile, String problem, String remedy) {
    refuses(
        check(("--profile " + profile).split(" ")),
        "Signing in failed: %s. To mend it: %s.".formatted(problem, remedy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "finop        | the command line      | --profile: there is no profile 'finop'; did you mean \"finops\"?",
        "nobody       | the command line      | --profile: there is no profile 'nobody'; name one of `aws configure list-profiles`",
        "ring-a       | the AWS configuration | profile ring-b: source_profile leads in a circle: ring-a → ring-b → ring-a; let one of them name a profile with credentials of its own",
        "itself       | the AWS configuration | profile itself: source_profile leads in a circle: itself → itself; let one of them name a profile with credentials of its own",
        "hello        | the AWS configuration | profile hello: role_arn 'hello' is not the ARN of a role; write it like arn:aws:iam::111122223333:role/ri-expiry-reader",
        "alone        | the AWS configuration | profile alone: it has role_arn, and neither source_profile nor credential_source; write one of them: source_profile names the profile that may assume the role, credential_source what this machine has (Environment, Ec2InstanceMetadata, EcsContainer)",
        "both         | the AWS configuration | profile both: it has both source_profile and credential_source; write one of them: source_profile names the profile that may assume the role, credential_source what this machine has (Environment, Ec2InstanceMetadata, EcsContainer)",
        "from-nowhere | the AWS configuration | profile from-nowhere: its source_profile 'bsae' is not there; did you mean \"base\"?",
        "from-half    | the AWS configuration | profile from-half: it has half of a key, without aws_secret_access_key; complete it: aws configure --profile from-half",
        "misspelt     | the AWS configuration | profile misspelt: credential_source 'EcsContaner' is none; did you mean \"EcsContainer\"?",
        "finops --mfa-code 12345 | the command line | --mfa-code: that is no code of an MFA device; write its six digits, such as 012345",
      })
  void areNamedWhereTheyAreWritten(String profile, String source, String fault) {
    refuses(
        check(("--profile " + profile).split(" ")),
        "%s has one fault:%n  %s".formatted(source, fault));
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void ofTheEnvironmentAreNamedByItsVariables() {
    files.set("aws.profile", "finop");
    refuses(
        check(),
        "the environment has one fault:\n"
            + "  AWS_PROFILE: there is no profile 'finop'; did you mean \"finops\"?");

    files.set("aws.accessKeyId", Keys.accessKeyId(OWN));
    refuses(
        check(),
        "the environment has one fault:\n"
            + "  AWS_SECRET_ACCESS_KEY: it is not set, and AWS_ACCESS_KEY_ID is; set both, or"
            + " neither");
  }

  @Test
  void nothingAtAllSaysWhatCanBeDone() {
    refuses(
        check(),
        "Signing in failed: no AWS credentials were found: no keys in the environment, no profile"
            + " that gives any, and this machine has no role. To mend it: sign in (aws sso login),"
            + " or name a profile with --profile or AWS_PROFILE.");
  }

  @Test
  void ofAFileThatIsNoConfigurationAreNamedWithTheLine() {
    files.config("profile finops\nregion = us-east-1\n");

    Cli cli = check();

    assertThat(cli.err())
        .startsWith("the AWS configuration has one fault:\n  its files: ")
        .contains("line 1", "~/.aws/config");
    refuses(cli, cli.err().stripTrailing());
  }
}
