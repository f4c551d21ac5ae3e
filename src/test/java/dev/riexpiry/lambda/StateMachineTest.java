package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riexpiry.text.Json;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Fills in the payloads of the state machine as Step Functions would, and reads them as the
/// function does.
class StateMachineTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static CheckEvent sent(JsonNode task) throws IOException {
    String payload =
        task.path("Parameters")
            .path("Payload")
            .toString()
            .replaceAll("\"run\\.\\$\":\"[^\"]*\"", "\"run\":\"4f0a-11\"")
            .replaceAll("\"batch\\.\\$\":\"[^\"]*\"", "\"batch\":7")
            .replaceAll("\"batches\\.\\$\":\"[^\"]*\"", "\"batches\":12");
    ObjectNode event = (ObjectNode) MAPPER.readTree(payload);
    event.remove("event.$");
    event.set("event", MAPPER.readTree(Files.readString(Path.of("events/scheduled-rule.json"))));
    return CheckEvent.parse(event.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode states() throws IOException {
    return MAPPER.readTree(new File("statemachine/spread-check.asl.json")).path("States");
  }

  private static CheckEvent step(SpreadStep step) {
    return new CheckEvent.Step(
        new SpreadStep.OfRun("4f0a-11", step),
        new CheckEvent.Scheduled(Instant.parse("2026-05-04T06:00:00Z")));
  }

  @Test
  void everyStepSaysWhatTheFunctionUnderstands() throws IOException {
    assertThat(sent(states().path("ListAccounts"))).isEqualTo(step(new SpreadStep.ListAccounts()));
    assertThat(
            sent(
                states()
                    .path("SweepBatches")
                    .path("ItemProcessor")
                    .path("States")
                    .path("SweepBatch")))
        .isEqualTo(step(new SpreadStep.SweepBatch(7)));
    assertThat(sent(states().path("Conclude"))).isEqualTo(step(new SpreadStep.Conclude(12)));
  }

  @Test
  void noBatchThatFailsEndsTheRun() throws IOException {
    assertThat(states().path("SweepBatches").path("ToleratedFailurePercentage").asInt())
        .isEqualTo(100);
    assertThat(states().path("SweepBatches").path("Next").asText()).isEqualTo("Conclude");
  }

  @Test
  void theListIsWhatTheMapWalksOver() throws IOException {
    assertThat(Json.compact(StepAnswer.batches(3))).isEqualTo("{\"count\":3,\"batches\":[0,1,2]}");
    assertThat(states().path("ListAccounts").path("ResultSelector").toString())
        .isEqualTo("{\"batches.$\":\"$.Payload.batches\",\"count.$\":\"$.Payload.count\"}");
    assertThat(states().path("SweepBatches").path("ItemsPath").asText())
        .isEqualTo("$.list.batches");
  }
}
