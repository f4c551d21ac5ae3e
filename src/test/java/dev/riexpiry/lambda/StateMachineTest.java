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
import java.util.List;
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
  void aBatchThatFailsEndsInASmallValue() throws IOException {
    JsonNode batch = states().path("SweepBatches").path("ItemProcessor").path("States");
    assertThat(catches(batch.path("SweepBatch"))).isEqualTo("BatchFailed");
    assertThat(batch.path("SweepBatch").path("Catch").get(0).path("ResultPath").isNull()).isTrue();
    assertThat(batch.path("BatchFailed").path("Result").toString()).hasSizeLessThan(20);
    assertThat(batch.path("BatchFailed").path("End").asBoolean()).isTrue();
    assertThat(catches(states().path("SweepBatches"))).isEqualTo("Conclude");
  }

  @Test
  void concludingIsTriedAgainWhateverFailedAndThenQueuedAndTheRunFails() throws IOException {
    for (String state : List.of("ListAccounts", "Conclude")) {
      JsonNode task = states().path(state);
      assertThat(task.path("Retry").get(0).path("ErrorEquals").toString())
          .isEqualTo("[\"States.TaskFailed\",\"States.Timeout\"]");
      assertThat(catches(task)).isEqualTo("KeepFailedCheck");
    }
    JsonNode keep = states().path("KeepFailedCheck");
    assertThat(keep.path("Parameters").path("QueueUrl").asText()).isEqualTo("${FailedChecksUrl}");
    assertThat(keep.path("Parameters").path("MessageBody").toString())
        .contains("\"event.$\":\"$.event\"", "\"error.$\":\"$.error\"");
    assertThat(states().path(keep.path("Next").asText()).path("Type").asText()).isEqualTo("Fail");
  }

  @Test
  void noStepWaitsLongerThanTheFunctionRuns() throws IOException {
    JsonNode batch = states().path("SweepBatches").path("ItemProcessor").path("States");
    assertThat(
            List.of(
                states().path("ListAccounts"), batch.path("SweepBatch"), states().path("Conclude")))
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asInt()).isBetween(900, 1000));
  }

  private static String catches(JsonNode state) {
    JsonNode everything = state.path("Catch").get(0);
    assertThat(everything.path("ErrorEquals").toString()).isEqualTo("[\"States.ALL\"]");
    return everything.path("Next").asText();
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
