package dev.riexpiry.lambda;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.alert.CountsDocument;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.finding.ReadCounts;
import java.util.List;
import java.util.stream.IntStream;

/// The answer of a step of a spread check: little, because Step Functions passes on 256 KiB at
/// most. The findings are in the bucket, and the log has a line for each finding.
sealed interface StepAnswer {
  /// Names the batches, for the state machine to walk over.
  static Batches batches(int count) {
    return new Batches(count, IntStream.range(0, count).boxed().toList());
  }

  /// Counts the targets of one batch.
  static Batch batch(ReadCounts counts) {
    return new Batch(counts.targetsRead(), counts.targetsUnreadable());
  }

  /// Counts the findings of the whole check.
  static Conclusion conclusion(CheckReport report) {
    return new Conclusion(
        report.complete(), CountsDocument.of(report.summary()), report.receipts().size());
  }

  record Batches(int count, List<Integer> batches) implements StepAnswer {}

  record Batch(int targetsRead, int targetsUnreadable) implements StepAnswer {}

  record Conclusion(boolean complete, @JsonUnwrapped CountsDocument counts, int alerts)
      implements StepAnswer {}
}
