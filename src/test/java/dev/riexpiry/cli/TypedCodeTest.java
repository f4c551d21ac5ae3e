package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.Keys;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Python;
import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody types codes on a pseudo-terminal, while standard output is a pipe.
class TypedCodeTest {
  private static final String OWN = "111122223333";
  private static final String QUESTION = "MFA code for arn:aws:iam::111122223333:mfa/ann: ";

  /// Types a code after each question, and prints what stood on the terminal, what came through the
  /// pipe, and the status, with a line between them.
  private static final String PROGRAM =
      """
      import os, pty, sys

      reader, writer = os.pipe()
      process, terminal = pty.fork()
      if process == 0:
          os.dup2(writer, 1)
          os.close(reader)
          os.execvp(sys.argv[2], sys.argv[2:])
      os.close(writer)
      codes = sys.argv[1].split(",")
      seen = b""
      while True:
          try:
              part = os.read(terminal, 4096)
          except OSError:
              break
          if not part:
              break
          seen += part
          line = seen.split(b"\\n")[-1]
          if line.startswith(b"MFA code for") and line.endswith(b": ") and codes:
              os.write(terminal, codes.pop(0).encode() + b"\\n")
      piped = b""
      while True:
          part = os.read(reader, 4096)
          if not part:
              break
          piped += part
      status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
      sys.stdout.buffer.write(
          seen.replace(b"\\r\\n", b"\\n") + b"\\n====\\n" + piped + b"\\n====\\n%d" % status)
      """;

  @TempDir private Path home;

  @AutoClose
  private final StandIn aws =
      StandIn.start(
          Organization.of(
              Member.of(OWN).withMfaRole("finops", "arn:aws:iam::111122223333:mfa/ann", "012345")));

  @BeforeAll
  static void needPseudoTerminals() throws Exception {
    Python.assumeItHas("pty");
  }

  private List<String> check(String codes) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(PROGRAM, codes));
    arguments.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.riexpiry.cli.Main",
            "check",
            "--accounts",
            CommandSample.write(
                home,
                """
                { "regions": ["us-east-1"],
                  "accounts": [ { "accountName": "tools", "accountId": "111122223333" } ] }
                """),
            "--profile",
            "finops"));
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home.toString());
    environment.put("AWS_ENDPOINT_URL", aws.url());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_REGION", "us-east-1");
    return List.of(
        Python.run(home, environment, arguments.toArray(String[]::new)).split("\n====\n", -1));
  }

  private void writeProfiles() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile base]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        [profile finops]
        role_arn = arn:aws:iam::111122223333:role/finops
        source_profile = base
        mfa_serial = arn:aws:iam::111122223333:mfa/ann
        """
            .formatted(Keys.accessKeyId(OWN), Keys.secret(OWN)));
  }

  @Test
  void isAskedOnTheTerminalAgainAfterAWrongOneAndNotAfterARightOne() throws Exception {
    writeProfiles();

    List<String> first = check("999999,not a code,012345");
    List<String> second = check("");

    assertThat(first.getFirst())
        .startsWith(
            QUESTION
                + "999999\nMultiFactorAuthentication failed with invalid MFA one time pass code.\n"
                + QUESTION
                + "not a code\nA code has six digits.\n"
                + QUESTION
                + "012345\nas arn:aws:")
        .contains(", by profile finops\n");
    assertThat(first.get(1)).contains("Accounts: 1 of 1 read").doesNotContain("MFA");
    assertThat(first.getLast()).isEqualTo("0");
    assertThat(second.getFirst()).startsWith("as arn:aws:");
    assertThat(second.getLast()).isEqualTo("0");
    assertThat(aws.calls("AssumeRole")).hasSize(2);
  }
}
