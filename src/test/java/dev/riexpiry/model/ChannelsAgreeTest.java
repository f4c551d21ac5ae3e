package dev.riexpiry.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Random histories of thirty days, in which mail, chat and bus refuse by turns: whatever is told
/// by several channels is the same in each, and is told there once.
class ChannelsAgreeTest {
  private static final int HISTORIES = 200;

  @Test
  void theSameIsToldOnceByEachChannelWithTheSameDatesAndTheSameMoney() {
    AgreeingHistory.Seen seen = new AgreeingHistory.Seen();
    for (long seed = 1; seed <= HISTORIES; seed++) {
      try {
        new AgreeingHistory(seed, seen).simulate();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("history " + seed, e);
      }
    }
    assertThat(seen.mails()).as("mails").isGreaterThan(HISTORIES);
    assertThat(seen.chats()).as("chat messages").isGreaterThan(HISTORIES);
    assertThat(seen.events()).as("events").isGreaterThan(HISTORIES);
    assertThat(seen.amounts()).as("amounts of money in a chat").isGreaterThan(HISTORIES);
    assertThat(seen.days()).as("days in a calendar").isGreaterThan(HISTORIES);
  }
}
