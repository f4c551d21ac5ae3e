package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.aws.ProfileFiles;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `init` writes an accounts file that a check takes, whole or not at all, and over no other.
class InitCommandTest {
  private static final String CONFIG =
      """
      [default]
      region = eu-west-1
      [profile web-admin]
      role_arn = arn:aws:iam::222233334444:role/Admin
      source_profile = default
      [profile web-ro]
      role_arn = arn:aws:iam::222233334444:role/ri-expiry-reader
      source_profile = default
      external_id = k3y-shared
      [profile data-mfa]
      role_arn = arn:aws:iam::333344445555:role/team/Billing
      source_profile = default
      mfa_serial = arn:aws:iam::111122223333:mfa/jan
      [profile data]
      role_arn = arn:aws:iam::333344445555:role/team/Viewer
      source_profile = default
      [profile own-admin]
      role_arn = arn:aws:iam::111122223333:role/Admin
      source_profile = default
      mfa_serial = arn:aws:iam::111122223333:mfa/jan
      [profile broken]
      role_arn = Admin
      source_profile = default
      [profile sso]
      sso_account_id = 444455556666
      """;

  private static final Organization ORGANIZATION =
      CommandSample.ORGANIZATION.withTree(
          new Tree(
              List.of(),
              List.of(
                  new Leaf("111122223333", "tools", "ACTIVE", "r-ab12"),
                  new Leaf(CommandSample.WEB, "web-prod", "ACTIVE", "r-ab12"),
                  new Leaf("999900001111", "old", "SUSPENDED", "r-ab12"))));

  @TempDir private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = directory.resolve("accounts.json");
  }

  @Test
  void listsEachAccountInWhichAProfileAssumesARoleOnceAndExplainsTheChoice() throws IOException {
    try (ProfileFiles _ = ProfileFiles.in(directory, CONFIG, "")) {
      Cli cli = init("--from-profiles");

      assertThat(cli)
          .isEqualTo(
              new Cli(
                  0,
                  "",
                  """
                  Note: profile broken is left out: its role_arn is not the ARN of a role
                  Note: profile own-admin is left out: its role is in account 111122223333, as is what assumes it; to read that account with your own credentials, add it without remoteRole
                  Note: account 222233334444 is listed once, by profile web-ro (ri-expiry-reader): its role is the one that member-role.yaml makes; profile web-admin (Admin) is left out
                  Note: account 333344445555 is listed once, by profile data (Viewer): it needs no MFA code; profile data-mfa (Billing) is left out
                  Note: these roles are assumed with --profile default
                  Wrote %1$s: 2 accounts. Next: verify --accounts %1$s
                  """
                      .formatted(file)));
      assertThat(file)
          .hasContent(
              """
              {
                "accounts" : [
                  {
                    "accountName" : "data",
                    "accountId" : "333344445555",
                    "remoteRole" : "arn:aws:iam::333344445555:role/team/Viewer"
                  },
                  {
                    "accountName" : "web-ro",
                    "accountId" : "222233334444",
                    "remoteRole" : "arn:aws:iam::222233334444:role/ri-expiry-reader",
                    "externalId" : "k3y-shared"
                  }
                ]
              }
              """);
      assertThat(names()).containsExactly("accounts.json");
    }
  }

  @Test
  void leavesOutProfilesWhoseSourceLeadsInACircle() throws IOException {
    String config =
        """
        [profile ring-a]
        role_arn = arn:aws:iam::222233334444:role/ri-expiry-reader
        source_profile = ring-b
        [profile ring-b]
        role_arn = arn:aws:iam::333344445555:role/ri-expiry-reader
        source_profile = ring-a
        [profile behind]
        role_arn = arn:aws:iam::444455556666:role/ri-expiry-reader
        source_profile = ring-b
        [profile web]
        role_arn = arn:aws:iam::222233334444:role/Viewer
        source_profile = default
        [default]
        region = us-east-1
        """;
    try (ProfileFiles _ = ProfileFiles.in(directory, config, "")) {
      Cli cli = init("--from-profiles");

      assertThat(cli)
          .isEqualTo(
              new Cli(
                  0,
                  "",
                  """
                  Note: profile behind is left out: source_profile leads in a circle: ring-b → ring-a → ring-b
                  Note: profile ring-a is left out: source_profile leads in a circle: ring-a → ring-b → ring-a
                  Note: profile ring-b is left out: source_profile leads in a circle: ring-b → ring-a → ring-b
                  Note: these roles are assumed with --profile default
                  Wrote %1$s: 1 account. Next: verify --accounts %1$s
                  """
                      .formatted(file)));
      assertThat(file).content().contains("arn:aws:iam::222233334444:role/Viewer");
    }
  }

  @Test
  void saysThatSeveralProfilesAssumeTheRolesAndACheckStartsFromOne() {
    String config =
        """
        [profile a]
        role_arn = arn:aws:iam::222233334444:role/reader
        source_profile = one
        [profile b]
        role_arn = arn:aws:iam::333344445555:role/reader
        source_profile = two
        """;
    try (ProfileFiles _ = ProfileFiles.in(directory, config, "")) {
      assertThat(init("--from-profiles").err())
          .contains("these roles are assumed by several profiles (one, two), and a check starts");
    }
  }

  @Test
  void writesNothingWhereNoProfileAssumesARole() throws IOException {
    try (ProfileFiles _ = ProfileFiles.in(directory, "[default]\nregion = eu-west-1\n", "")) {
      Cli cli = init("--from-profiles");

      assertThat(cli.status()).isEqualTo(2);
      assertThat(cli.err()).contains("none has the role_arn of another account; add such profiles");
      assertThat(names()).isEmpty();
    }
  }

  @Test
  void writesNothingThatACheckWouldRefuse() throws IOException {
    String config =
        """
        [profile a]
        role_arn = arn:aws:iam::222233334444:role/reader
        source_profile = default
        [profile b]
        role_arn = arn:aws-cn:iam::333344445555:role/reader
        source_profile = default
        """
            .replace("profile a", "profile " + "a".repeat(200));
    try (ProfileFiles _ = ProfileFiles.in(directory, config, "")) {
      Cli cli = init("--from-profiles");

      assertThat(cli.status()).isEqualTo(2);
      assertThat(cli.err()).contains("the file that would be written has one fault:");
      assertThat(names()).isEmpty();
    }
  }

  @Test
  void writesAnOrganizationBlockThatACheckReads() throws IOException {
    try (StandIn _ = StandIn.start(ORGANIZATION)) {
      Cli cli = init("--from-organization");

      assertThat(cli)
          .isEqualTo(
              new Cli(
                  0,
                  "",
                  "Wrote %1$s: all accounts of the organization. Next: verify --accounts %1$s\n"
                      .formatted(file)));
      assertThat(file)
          .hasContent(
              """
              {
                "organization" : {
                  "remoteRole" : "ri-expiry-reader"
                }
              }
              """);
      assertThat(Cli.run("check", "--accounts", file.toString(), "--quiet").status()).isZero();
    }
  }

  @Test
  void namesTheRoleAndTheExternalIdThatItIsTold() {
    init("--from-organization", "--remote-role", "platform/reader", "--external-id", "k3y-shared");

    assertThat(file).content().contains("\"/platform/reader\"", "\"externalId\" : \"k3y-shared\"");
  }

  @Test
  void listsTheOpenAccountsOfTheOrganizationOneByOne() {
    try (StandIn _ = StandIn.start(ORGANIZATION)) {
      Cli cli = init("--from-organization", "--one-by-one");

      assertThat(cli.status()).isZero();
      assertThat(cli.err()).contains("Not open, and not read: old (999900001111, SUSPENDED)");
      assertThat(file)
          .hasContent(
              """
              {
                "accounts" : [
                  {
                    "accountName" : "tools",
                    "accountId" : "111122223333"
                  },
                  {
                    "accountName" : "web-prod",
                    "accountId" : "222233334444",
                    "remoteRole" : "ri-expiry-reader"
                  }
                ]
              }
              """);
    }
  }

  @Test
  void writesNoPartOfAnOrganizationThatCouldNotBeListedWhole() throws IOException {
    try (StandIn _ = StandIn.start(ORGANIZATION, Fault.of(Kind.DENIED, AwsService.ORGANIZATIONS))) {
      Cli cli = init("--from-organization", "--one-by-one");

      assertThat(cli.status()).isEqualTo(1);
      assertThat(cli.err())
          .contains("organizations:ListRoots")
          .endsWith("Nothing was written: some accounts would be missing.\n");
      assertThat(names()).isEmpty();
    }
  }

  @Test
  void replacesAFileOnlyIfToldTo() throws IOException {
    Files.writeString(file, "mine");

    assertThat(init("--from-organization"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                the command line has one fault:
                  --accounts %s: it is there already; name another with --accounts, or replace it with --force
                """
                    .formatted(file)));
    assertThat(file).hasContent("mine");

    assertThat(init("--from-organization", "--force").status()).isZero();
    assertThat(file).content().contains("organization");
    assertThat(names()).containsExactly("accounts.json");
  }

  @Test
  void namesEveryWrongOptionAtOnce() {
    assertThat(init("--remote-role", "arn:aws:iam::222233334444:role/x", "--external-id", "!"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                the command line has 3 faults:
                  --remote-role: 'arn:aws:iam::222233334444:role/x' is not the name of a role; write a name that all accounts have, such as ri-expiry-reader
                  --external-id: is none that AWS takes; write 2 to 1224 letters, digits and any of _+=,.@:/-
                  --from-organization, --from-profiles: neither is there; name one of them
                """));
  }

  @Test
  void needsADirectoryThatIsThere() {
    Cli cli =
        Cli.run(
            "init", "--from-organization", "--accounts", directory.resolve("no/a.json").toString());

    assertThat(cli.status()).isEqualTo(2);
    assertThat(cli.err()).contains("it cannot be written (NoSuchFileException); name a file in a");
  }

  @Test
  void cannotWriteStandardInput() {
    assertThat(Cli.run("init", "--from-organization", "--accounts", "-").err())
        .contains("--accounts -: standard input cannot be written; name a file");
  }

  private Cli init(String... options) {
    return Cli.run(
        Stream.concat(Stream.of("init", "--accounts", file.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
