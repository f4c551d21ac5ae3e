package dev.riexpiry.lambda;

import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson.NumberValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads which step of a check that is spread over several invocations the state machine asks for.
///
/// @param values reads single values
record StepReader(EventValues values) {
  static final String FAN_OUT = "fanOut";
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final String REMEDY =
      "send what the template's state machine sends: run, and step with its batch or batches";

  /// Reads the step; empty, with a fault, if none is named.
  ///
  /// @param object the whole event
  Optional<SpreadStep.OfRun> read(ObjectValue object) {
    if (!(object.get(FAN_OUT).orElse(EventReader.NOTHING) instanceof ObjectValue fanOut)) {
      values.fault(object, FAN_OUT, "is no object", REMEDY);
      return Optional.empty();
    }
    JsonFields keys =
        new JsonFields(
            fanOut, FAN_OUT, List.of("run", "step", "batch", "batches"), values.faults());
    keys.require("run", REMEDY);
    keys.require("step", REMEDY);
    Optional<SpreadStep> step =
        switch (values.text(fanOut, "step").orElse("")) {
          case "list" -> Optional.of(new SpreadStep.ListAccounts());
          case "sweep" -> count(keys, "batch").map(SpreadStep.SweepBatch::new);
          case "conclude" -> count(keys, "batches").map(SpreadStep.Conclude::new);
          default -> Optional.empty();
        };
    Optional<String> run = values.text(fanOut, "run").filter(RUN.asMatchPredicate());
    if (step.isEmpty() || run.isEmpty()) {
      values.fault(fanOut, FAN_OUT, "names no step of a run", REMEDY);
      return Optional.empty();
    }
    return Optional.of(new SpreadStep.OfRun(run.get(), step.get()));
  }

  private static Optional<Integer> count(JsonFields fields, String key) {
    return fields.get(key).orElse(EventReader.NOTHING) instanceof NumberValue(int _, String literal)
            && literal.matches("[0-9]{1,6}")
        ? Optional.of(Integer.valueOf(literal))
        : Optional.empty();
  }
}
