package dev.riexpiry.verify;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.sweep.BatchStore;
import java.util.List;

/// Asks the bucket of spread checks for a piece that no run has left, and writes nothing.
///
/// @param bucket its name
/// @param store the pieces in it
public record BucketTrials(String bucket, BatchStore store) {
  /// A name in a folder that no run has: runs are named by Step Functions.
  private static final String NOBODYS = "verify/nothing.json";

  public BucketTrials {
    requireNonNull(bucket, "bucket is null");
    requireNonNull(store, "store is null");
  }

  List<Trial> run() {
    return store
        .get(NOBODYS)
        .failure()
        .map(failure -> List.of(trial(Verdict.of(failure))))
        .orElseGet(() ->
            List.of(
                trial(new Verdict.Works("s3:GetObject, s3:ListBucket")),
                trial(
                    new Verdict.Untried(
                        "s3:PutObject would write",
                        "start an execution of the state machine; its first step writes"))));
  }

  private Trial trial(Verdict verdict) {
    return Trial.of(TrialKind.BUCKET, bucket, verdict);
  }
}
