package dev.riexpiry.sweep;

/// The number of calls that may run at once where AWS throttles them together. Throttling more than
/// now and then halves it; success raises it again by one for each round of successes, as TCP does.
/// Not for several threads at once.
public final class CallLimit {
  private static final long NANOS_BETWEEN_CUTS = 500_000_000L;

  /// The number of answers of which one may be throttled: a retry mends that, and it is no reason
  /// to slow down.
  private static final int NOW_AND_THEN = 20;

  private final int most;
  private int calls;
  private int successes;
  private int answers;
  private int throttledAnswers;
  private long lastLook;
  private boolean lookedOnce;

  /// @param most the most calls that may ever run at once, at least 1; also the first limit
  public CallLimit(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is less than 1: " + most);
    }
    this.most = most;
    this.calls = most;
  }

  /// The limit, from 1 to the most.
  public int calls() {
    return calls;
  }

  /// Tells whether it is less than the most.
  public boolean isLowered() {
    return calls < most;
  }

  /// Counts a throttled call. A throttled burst is one event: the calls that were under way with
  /// the first one show nothing new.
  ///
  /// @param running the calls that are under way, this one among them
  public void throttled(long nowNanos, int running) {
    answers++;
    throttledAnswers++;
    if (!lookedOnce || nowNanos - lastLook >= NANOS_BETWEEN_CUTS) {
      if (throttledAnswers * NOW_AND_THEN > answers) {
        successes = 0;
        calls = Math.max(1, Math.min(calls, running) / 2);
      }
      lookedOnce = true;
      lastLook = nowNanos;
      answers = 0;
      throttledAnswers = 0;
    }
  }

  /// Counts a call that was not throttled.
  public void succeeded() {
    answers++;
    successes++;
    if (calls < most && successes >= calls) {
      successes = 0;
      calls++;
    }
  }
}
