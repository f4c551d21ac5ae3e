package dev.riexpiry.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Thousands of random histories: days pass, ends change, places become unreadable, runs are
/// missed, run twice at once, die before and after every step, and find the ledger or the topic
/// failing. Of the program everything is real but the ledger's table, the topic, the clock and the
/// sleep.
class ModelTest {
  private static final int HISTORIES = Integer.getInteger("model.histories", 2000);
  private static final long FIRST_SEED = Long.getLong("model.seed", 1);

  @Test
  void announcesWhatIsDueOnceUnlessSomethingGoesWrong() {
    int mails = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      try {
        mails += new History(seed).simulate();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "history %d; to see it alone: -Dmodel.seed=%d -Dmodel.histories=1"
                .formatted(seed, seed),
            e);
      }
    }
    assertThat(mails).as("a test without announcements tests nothing").isGreaterThan(HISTORIES);
  }
}
