package dev.riexpiry.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.riexpiry.aws.ProfileFiles;
import dev.riexpiry.standin.Keys;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each way to credentials, against what gives them: it leads to AWS and is named, and its failure
/// has a sentence of its own.
class SignInWaysTest {
  private static final String OWN = "111122223333";
  private static final String AS =
      "as arn:aws:iam::111122223333:user/stand-in (account 111122223333), by ";
  private static final String END = "2999-12-31T00:00:00Z";

  @TempDir private Path home;

  @AutoClose
  private final StandIn aws =
      StandIn.start(Organization.of(Member.of(OWN).withRole("finops", "k3y")));

  @AutoClose("stop")
  private final WireMockServer giver =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().jettyAcceptors(1));

  private ProfileFiles files;

  @BeforeEach
  void start() {
    giver.start();
    files = ProfileFiles.in(home, "", "");
    files.set("aws.disableEc2Metadata", "true");
  }

  /// Before the stand-in, whose properties these have replaced.
  @AfterEach
  void takeFilesAway() {
    files.close();
  }

  private static String keys(String token) {
    return """
    {"Version": 1, "Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "%s",
     "SecretAccessKey": "%s", "%s": "%s", "Expiration": "%s"}
    """
        .formatted(Keys.temporaryKeyId(OWN), Keys.secret(OWN), token, Keys.sessionToken(OWN), END);
  }

  private static String profileKeys() {
    return "aws_access_key_id = %s\naws_secret_access_key = %s\n"
        .formatted(Keys.accessKeyId(OWN), Keys.secret(OWN));
  }

  /// Lists the accounts, which asks AWS only who calls.
  private Cli accounts(String... profile) {
    String[] words = {"accounts", "--accounts", CommandSample.accounts(home), "", ""};
    if (profile.length == 0) {
      return run(files, words[0], words[1], words[2]);
    }
    words[3] = "--profile";
    words[4] = profile[0];
    return run(files, words);
  }

  /// Runs a command where the properties of this process lead.
  Cli run(ProfileFiles leading, String... words) {
    return Cli.runWith(leading, words);
  }

  /// What follows `java` to start the command line in a process of its own.
  List<String> program() {
    return List.of("-cp", System.getProperty("java.class.path"), "dev.riexpiry.cli.Main");
  }

  private static void works(Cli cli, String by) {
    assertThat(cli.err()).contains(AS + by + "\n");
    assertThat(cli.status()).isZero();
  }

  private static void fails(Cli cli, String... words) {
    assertThat(cli.err()).contains("Signing in failed: ").contains(words);
    assertThat(cli.status()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void theRoleOfAContainer() {
    files.set("aws.containerCredentialsFullUri", giver.baseUrl() + "/container");
    giver.stubFor(get(urlPathEqualTo("/container")).willReturn(okJson(keys("Token"))));
    works(accounts(), "the role of this container");

    giver.resetAll();
    fails(accounts(), "the container gives no credentials: ", "its task or pod has a role");
  }

  @Test
  void theRoleOfAnInstance() {
    files.set("aws.disableEc2Metadata", "false");
    files.set("aws.ec2MetadataServiceEndpoint", giver.baseUrl());
    giver.stubFor(put(urlPathEqualTo("/latest/api/token")).willReturn(ok("token")));
    giver.stubFor(
        get(urlPathMatching("/latest/meta-data/iam/security-credentials(-extended)?/"))
            .willReturn(ok("ri-reader")));
    giver.stubFor(
        get(urlPathMatching("/latest/meta-data/iam/security-credentials(-extended)?/ri-reader"))
            .willReturn(okJson(keys("Token"))));
    works(accounts(), "the role of this machine");

    giver.resetAll();
    giver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
    fails(accounts(), "no AWS credentials were found", "this machine has no role");
  }

  @Test
  void theTokenOfAPod() throws IOException {
    Path token = Files.writeString(home.resolve("token"), "a.web.token");
    files.set("aws.webIdentityTokenFile", token.toString());
    files.set("aws.roleArn", "arn:aws:iam::111122223333:role/finops");
    files.set("aws.region", "us-east-1");
    files.set("aws.endpointUrlSts", giver.baseUrl());
    giver.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().proxiedFrom(aws.url())));
    giver.stubFor(
        post(anyUrl())
            .withRequestBody(containing("AssumeRoleWithWebIdentity"))
            .willReturn(
                ok(
                    """
                    <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                      <AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>%s</AccessKeyId>
                      <SecretAccessKey>%s</SecretAccessKey><SessionToken>%s</SessionToken>
                      <Expiration>%s</Expiration></Credentials></AssumeRoleWithWebIdentityResult>
                    </AssumeRoleWithWebIdentityResponse>
                    """
                        .formatted(
                            Keys.temporaryKeyId(OWN),
                            Keys.secret(OWN),
                            Keys.sessionToken(OWN),
                            END))));
    works(accounts(), "the web identity token that the environment names");

    Files.delete(token);
    fails(accounts(), "the web identity token gives no credentials: ", "token");
  }

  @Test
  void aProgramOfTheProfile() throws IOException {
    Path answer = Files.writeString(home.resolve("keys.json"), keys("SessionToken"));
    files.config("[profile vault]\ncredential_process = cat " + answer + "\n");

    works(accounts("vault"), "profile vault");
  }

  @Test
  void aProfileThatIsItsOwnSource() {
    files.config(
        "[profile mine]\nrole_arn = arn:aws:iam::111122223333:role/finops\nexternal_id = k3y\n"
            + "source_profile = mine\n"
            + profileKeys());

    works(accounts("mine"), "profile mine");
    assertThat(aws.calls("AssumeRole")).hasSize(1);
  }

  @Test
  void aRoleBesideAStraySsoSession() {
    files.config(
        "[profile stray]\nrole_arn = arn:aws:iam::111122223333:role/finops\nexternal_id = k3y\n"
            + "source_profile = base\nsso_session = corp\n[profile base]\n"
            + profileKeys());

    works(accounts("stray"), "profile stray");
    assertThat(aws.calls("AssumeRole")).hasSize(1);
  }

  @Test
  void aRoleForWhatTheContainerGives() {
    files.config(
        """
        [profile task]
        role_arn = arn:aws:iam::111122223333:role/finops
        external_id = k3y
        credential_source = EcsContainer
        """);
    files.set("aws.containerCredentialsFullUri", giver.baseUrl() + "/container");
    giver.stubFor(get(urlPathEqualTo("/container")).willReturn(okJson(keys("Token"))));

    works(accounts("task"), "profile task");
    assertThat(aws.calls("AssumeRole").getFirst().accessKeyId())
        .isEqualTo(Keys.temporaryKeyId(OWN));
  }

  @Test
  void theDefaultProfileAndTheOneThatAVariableNames() {
    files.config("[default]\n" + profileKeys() + "[profile other]\n" + profileKeys());
    works(accounts(), "profile default");

    files.set("aws.profile", "other");
    works(accounts(), "profile other");

    files.set("aws.accessKeyId", Keys.accessKeyId(OWN));
    files.set("aws.secretAccessKey", Keys.secret(OWN));
    works(accounts(), "the keys in the environment");
    works(accounts("other"), "profile other");
  }

  @Test
  void aSessionOfIdentityCenter() throws Exception {
    write(
        "config",
        """
        [profile sso]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Reader
        region = us-east-1
        [sso-session corp]
        sso_region = us-east-1
        sso_start_url = https://corp.example.com/start
        """);
    write(
        "sso/cache/" + hash("SHA-1", "corp") + ".json",
        """
        {"startUrl": "https://corp.example.com/start", "region": "us-east-1",
         "accessToken": "an access token", "expiresAt": "2999-12-31T00:00:00Z"}
        """);
    giver.stubFor(
        get(urlPathEqualTo("/federation/credentials"))
            .willReturn(
                okJson(
                    """
                    {"roleCredentials": {"accessKeyId": "%s", "secretAccessKey": "%s",
                     "sessionToken": "%s", "expiration": 32503593600000}}
                    """
                        .formatted(
                            Keys.temporaryKeyId(OWN), Keys.secret(OWN), Keys.sessionToken(OWN)))));
    works(elsewhere("sso"), "profile sso");

    sso(401, "UnauthorizedException", "Session token not found or invalid");
    fails(
        elsewhere("sso"),
        "the SSO session of the profile 'sso' has expired, or there is none",
        "run: aws sso login --profile sso.");

    sso(403, "ForbiddenException", "No access");
    fails(elsewhere("sso"), "no such role in that account", "sso_role_name");
  }

  private void sso(int status, String code, String message) {
    ResponseDefinitionBuilder refusal =
        aResponse()
            .withStatus(status)
            .withHeader("x-amzn-ErrorType", code)
            .withBody("{\"message\": \"" + message + "\"}");
    giver.stubFor(get(urlPathEqualTo("/federation/credentials")).willReturn(refusal));
  }

  @Test
  void aLoginToTheConsoleWithARegionInItsOwnProfileOnly() throws Exception {
    String session = "arn:aws:iam::111122223333:user/ann";
    write("config", "[profile console]\nlogin_session = " + session + "\nregion = eu-west-1\n");
    login(session, "2999-12-31T00:00:00Z");

    works(elsewhere("console"), "profile console");

    login(session, "2026-01-01T00:00:00Z");

    fails(
        elsewhere("console"),
        "the login session of the profile 'console'",
        "run: aws login --profile console.");
  }

  private void login(String session, String expiresAt) throws Exception {
    write(
        "login/cache/" + hash("SHA-256", session) + ".json",
        """
        {"accessToken": {"accessKeyId": "%s", "secretAccessKey": "%s", "sessionToken": "%s",
          "accountId": "111122223333", "expiresAt": "%s"},
         "tokenType": "aws_sigv4", "clientId": "arn:aws:signin:::devtools/same-device",
         "refreshToken": "r", "idToken": "i", "dpopKey": "k"}
        """
            .formatted(
                Keys.temporaryKeyId(OWN), Keys.secret(OWN), Keys.sessionToken(OWN), expiresAt));
  }

  private static String hash(String algorithm, String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(".aws").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /// Runs in a process of its own, whose home folder is the test's: the SDK looks for tokens there.
  private Cli elsewhere(String profile) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(program());
    command.addAll(
        List.of("accounts", "--accounts", CommandSample.accounts(home), "--profile", profile));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    Map<String, String> variables = new HashMap<>();
    variables.put("HOME", home.toString());
    variables.put("AWS_ENDPOINT_URL", aws.url());
    variables.put("AWS_ENDPOINT_URL_SSO", giver.baseUrl());
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().putAll(variables);
    File out = home.resolve("out").toFile();
    File err = home.resolve("err").toFile();
    Process process = builder.redirectOutput(out).redirectError(err).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Cli(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }
}
