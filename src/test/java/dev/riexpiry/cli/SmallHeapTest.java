package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A check in a process with 96 MB of heap, of which one account gets answers that are endless or
/// nested deeper than a stack: that account's places are unread, and the others are told.
class SmallHeapTest {
  private static final String OURS = "111111111111";
  private static final String THEIRS = "222222222222";
  private static final String ACCOUNTS =
      """
      {
        "regions": ["us-east-1"],
        "accounts": [
          { "accountName": "ours", "accountId": "%s" },
          { "accountName": "theirs", "accountId": "%s", "remoteRole": "ri-expiry-reader" }
        ]
      }
      """
          .formatted(OURS, THEIRS);

  private static final Set<String> FORESEEN =
      Set.of("OversizedAnswer", "UnreadableAnswer", "OutOfMemory", "Timeout");

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"ENDLESS", "ENDLESS_PACKED", "ENDLESS_REFUSAL", "NESTED"})
  @Timeout(300)
  void oneAccountIsUnreadAndTheOtherIsTold(Fault.Kind kind) throws Exception {
    Fault[] faults =
        List.of(AwsService.EC2, AwsService.RDS, AwsService.OPENSEARCH, AwsService.SAVINGS_PLANS)
            .stream()
            .map(service -> Fault.of(kind, service).account(THEIRS))
            .toArray(Fault[]::new);
    try (StandIn aws = StandIn.start(organization(), faults)) {
      JsonNode report = check(aws);

      assertThat(report.path("expiring").findValuesAsText("commitmentId")).containsExactly("ours");
      assertThat(report.path("unreadable").findValuesAsText("service"))
          .contains("ec2", "rds", "opensearch", "savingsplans");
      assertThat(report.path("unreadable"))
          .allSatisfy(unread -> {
            assertThat(unread.path("accountId").asText()).isEqualTo(THEIRS);
            assertThat(unread.path("code").asText()).isIn(FORESEEN);
            assertThat(unread.path("remedy").asText()).isNotBlank();
          });
    }
  }

  private JsonNode check(StandIn aws) throws Exception {
    Path accounts = Files.writeString(directory.resolve("accounts.json"), ACCOUNTS);
    Path out = directory.resolve("out.json");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "check",
            "--accounts",
            accounts.toString(),
            "--check-date",
            "2026-05-04",
            "--output",
            "json");
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("HOME", directory.toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectOutput(out.toFile())
            .redirectError(directory.resolve("err.txt").toFile())
            .start();
    assertThat(process.waitFor(280, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(directory.resolve("err.txt"));
    assertThat(process.exitValue()).as(said).isEqualTo(ExitStatus.INCOMPLETE.code());
    assertThat(said).doesNotContain("\tat ");
    return new ObjectMapper().readTree(out.toFile());
  }

  private static Organization organization() {
    return Organization.of(member(OURS, "ours"), member(THEIRS, "theirs"));
  }

  private static Member member(String id, String reservation) {
    return Member.of(
            id, Reservation.ec2("us-east-1", reservation, "m5.large", 1, "2026-05-11T03:59:59Z"))
        .withRegions("us-east-1");
  }
}
