package dev.riexpiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.riexpiry.bench.TlsKeys;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.TlsFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The archive with its own Java, in a root that has `sh`, the C library, and nothing else: no
/// Java, no other program, no file of a user.
@EnabledIf(value = "dev.riexpiry.Release#isMade", disabledReason = "no release: mvn -Prelease")
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class BareSystemIT {
  private static final String PROGRAM = "/" + Release.NAME + "/ri-expiry-notifier";
  private static final Path LIBRARIES = Path.of("/lib/x86_64-linux-gnu");
  private static final Pattern LIBRARY = Pattern.compile("(/[^ ]+[.]so[^ ]*)");

  /// Seconds of processor that `times` of the shell tells, of itself and then of what it ran.
  private static final Pattern TIMES = Pattern.compile("([0-9]+)m([0-9.]+)s");

  /// Three times the five seconds that an idle machine may take at most, since a busy one counts
  /// more for the same.
  private static final Duration FIRST_TABLE = Duration.ofSeconds(15);

  @TempDir private static Path root;
  private static Duration processor = Duration.ZERO;
  private static Result demo = new Result(-1, "", "");

  @BeforeAll
  static void unpackAndShowTheDemo() throws Exception {
    assumeTrue(
        Files.isDirectory(LIBRARIES),
        "SKIPPED: the C library is not where Debian has it; the archive was not tried without Java");
    for (String file : List.of("bin/sh", "lib64/ld-linux-x86-64.so.2")) {
      copy(Path.of("/", file));
    }
    LIBRARY
        .matcher(run(Map.of(), List.of("ldd", "/bin/sh")).out())
        .results()
        .map(MatchResult::group)
        .forEach(library -> copy(Path.of(library)));
    for (String library : List.of("libm", "libdl", "libpthread", "librt")) {
      try (var files = Files.newDirectoryStream(LIBRARIES, library + ".so.*")) {
        files.forEach(BareSystemIT::copy);
      }
    }
    Files.createDirectories(root.resolve("tmp"));
    Files.createDirectories(root.resolve("dev"));
    assumeTrue(
        run(Map.of(), List.of("mknod", root + "/dev/urandom", "c", "1", "9")).status() == 0
            && run(Map.of(), List.of("mknod", root + "/dev/null", "c", "1", "3")).status() == 0
            && run(Map.of(), List.of("chroot", root.toString(), "/bin/sh", "-c", ": > /dev/null"))
                    .status()
                == 0,
        "SKIPPED: only root may make a root of its own; the archive was not tried without Java");
    Result first =
        run(
            Map.of("PATH", System.getenv("PATH")),
            List.of(
                "/bin/sh",
                "-c",
                "tar -xzf \"$1\" -C \"$2\" && chroot \"$2\" /bin/sh \"$3\" demo && times >&2",
                "sh",
                Release.linux().toString(),
                root.toString(),
                PROGRAM));
    String told = first.err().lines().reduce("", (_, line) -> line);
    for (MatchResult time : TIMES.matcher(told).results().toList()) {
      processor =
          processor
              .plusMinutes(Long.parseLong(time.group(1)))
              .plusMillis((long) (1000 * Double.parseDouble(time.group(2))));
    }
    demo = first;
  }

  private static void copy(Path file) {
    try {
      Path to = root.resolve(file.toString().substring(1));
      Files.createDirectories(to.getParent());
      if (Files.notExists(to)) {
        Files.copy(file.toRealPath(), to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void showsTheDemoSecondsAfterTheArchiveCame() {
    assertThat(demo.status()).as(demo.err()).isZero();
    assertThat(demo.out()).contains("orders-db-2025", "Accounts: 4 of 5 read");
    assertThat(processor).isPositive().isLessThan(FIRST_TABLE);
  }

  @Test
  void checksOverTls(@TempDir Path keys) throws Exception {
    Organization organization =
        Organization.of(
            Member.of(
                "111122223333",
                Reservation.ec2("us-east-1", "soon", "m5.large", 1, "2026-05-11T03:59:59Z")));
    TlsKeys tls = TlsKeys.make(keys);
    Files.copy(tls.certificate(), root.resolve("tmp/ca.pem"));
    try (StandIn aws = StandIn.start(organization);
        TlsFront front = TlsFront.start(aws.url(), tls.context())) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("AWS_ENDPOINT_URL", front.url());
      environment.put("AWS_CA_BUNDLE", "/tmp/ca.pem");
      environment.put("AWS_EC2_METADATA_DISABLED", "true");

      Result check =
          inside(environment, "check", "--check-date", "2026-05-04", "--region", "us-east-1");

      assertThat(check.status()).as(check.err()).isZero();
      assertThat(check.out()).contains("soon", "1 of 1 read");
      assertThat(aws.calls("DescribeReservedInstances")).isNotEmpty();
    }
  }

  @Test
  void refusesAServerThatItHasNoReasonToTrust(@TempDir Path keys) throws Exception {
    TlsKeys tls = TlsKeys.make(keys);
    try (StandIn aws = StandIn.start(Organization.of(Member.of("111122223333")));
        TlsFront front = TlsFront.start(aws.url(), tls.context())) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("AWS_ENDPOINT_URL", front.url());

      assertThat(inside(environment, "check").status()).isNotZero();
      assertThat(aws.calls()).isEmpty();
    }
  }

  @Test
  void completesAndTellsItsVersionAndTheJavaOfTheArchive() throws Exception {
    assertThat(inside(Map.of(), "completion").out()).contains("complete -F");
    Result version = inside(Map.of(), "--version");
    assertThat(version.out()).startsWith("ri-expiry-notifier " + Release.VERSION);
    assertThat(version.err()).isEmpty();
  }

  @Test
  void writesThePageAndTheOtherFormats() throws Exception {
    assertThat(inside(Map.of(), "demo", "--to", "/tmp/page").status()).isZero();
    assertThat(root.resolve("tmp/page/index.html")).content().contains("orders-db-2025");
    assertThat(inside(Map.of(), "demo", "--format", "calendar").out()).contains("BEGIN:VEVENT");
    assertThat(inside(Map.of(), "demo", "--format", "json").out()).contains("\"checkDate\"");
  }

  private static Result inside(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("chroot", root.toString(), "/bin/sh", PROGRAM));
    command.addAll(List.of(words));
    return run(environment, command);
  }

  private static Result run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  private record Result(int status, String out, String err) {}
}
