package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.riexpiry.check.ReportCut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionLogTest {
  private static final int CLOUDWATCH_LIMIT = 256 * 1024;

  private final List<String> lines = new ArrayList<>();

  private void write(String... missing) {
    new FunctionLog(
            new LambdaLogger() {
              @Override
              public void log(String line) {
                lines.add(line);
              }

              @Override
              public void log(byte[] line) {
                throw new AssertionError("a line is text");
              }
            })
        .write(new ReportCut("{}", Map.of("expiring", List.of(missing))));
  }

  @Test
  void holdsEachEntryThatAReportHadToLoseInALineOfItsOwn() {
    write("{\"commitmentId\":\"r-1\"}", "{\"commitmentId\":\"r-2\"}");

    assertThat(lines)
        .containsExactly(
            "report, expiring: {\"commitmentId\":\"r-1\"}",
            "report, expiring: {\"commitmentId\":\"r-2\"}");
  }

  @Test
  void spreadsAnEntryOverLinesThatCloudWatchTakesAndLosesNothing() {
    String entry = "\"" + "界".repeat(200_000) + "\"";

    write(entry);

    assertThat(lines)
        .hasSizeGreaterThan(1)
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThan(CLOUDWATCH_LIMIT));
    assertThat(
            String.join(
                "", lines.stream().map(line -> line.replaceFirst("\\(.*?\\) ", "")).toList()))
        .isEqualTo("report, expiring: " + entry);
  }
}
