package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import dev.riexpiry.ledger.RecordKeeping.Waiter;
import java.time.Duration;

/// Waits for another run as long as there is time to announce and report after it.
///
/// @param context Lambda's context of the invocation
record RemainingTimeWaiter(Context context) implements Waiter {
  private static final Duration KEPT_BACK = Duration.ofSeconds(20);

  RemainingTimeWaiter {
    requireNonNull(context, "context is null");
  }

  @Override
  public boolean waitFor(Duration time) {
    return context.getRemainingTimeInMillis() >= time.plus(KEPT_BACK).toMillis()
        && Waiter.sleep(time);
  }
}
