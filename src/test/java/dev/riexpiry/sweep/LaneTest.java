package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Task NOTHING = new Task("somebody", false, () -> {});

  /// A lane of eight in which as many tasks run as may.
  private static Lane full() {
    Lane lane = new Lane(8);
    for (int i = 0; i < 20; i++) {
      lane.add(NOTHING);
    }
    for (int i = 0; i < 8; i++) {
      assertThat(lane.take()).isPresent();
    }
    return lane;
  }

  @Test
  void runsNoMoreThanItsLimitAtOnce() {
    Lane lane = full();

    assertThat(lane.hasRoom()).isFalse();
    assertThat(lane.take()).isEmpty();

    lane.ended();
    assertThat(lane.hasRoom()).isTrue();
    assertThat(lane.take()).isPresent();
    assertThat(lane.take()).isEmpty();
  }

  @Test
  void hasNoRoomWhereNothingWaits() {
    assertThat(new Lane(8).hasRoom()).isFalse();
    assertThat(new Lane(8).take()).isEmpty();
  }

  @Test
  void isHalvedWhenItIsThrottled() {
    Lane lane = full();
    lane.throttled(0);

    assertThat(lane.limit()).isEqualTo(4);
    assertThat(lane.hasRoom()).isFalse();
  }

  @Test
  void isHalvedFromWhatRanWhereThatWasLess() {
    Lane lane = new Lane(8);
    for (int i = 0; i < 4; i++) {
      lane.add(NOTHING);
      assertThat(lane.take()).isPresent();
    }
    lane.throttled(0);

    assertThat(lane.limit()).isEqualTo(2);
  }

  @Test
  void isCutOnceForOneBurst() {
    Lane lane = full();
    lane.throttled(SECOND);
    lane.throttled(SECOND + 1);
    lane.throttled(SECOND + SECOND / 2 - 1);

    assertThat(lane.limit()).isEqualTo(4);
  }

  @Test
  void isCutAgainByTheNextBurst() {
    Lane lane = full();
    lane.throttled(SECOND);
    lane.throttled(SECOND + SECOND / 2);

    assertThat(lane.limit()).isEqualTo(2);
  }

  @Test
  void neverStopsAltogether() {
    Lane lane = full();
    for (int i = 0; i < 10; i++) {
      lane.throttled(i * SECOND);
    }

    assertThat(lane.limit()).isEqualTo(1);
  }

  @Test
  void recoversByOneForEachRoundOfSuccesses() {
    Lane lane = full();
    lane.throttled(0);
    succeed(lane, 3);
    assertThat(lane.limit()).isEqualTo(4);

    succeed(lane, 1);
    assertThat(lane.limit()).isEqualTo(5);

    succeed(lane, 5 + 6 + 7);
    assertThat(lane.limit()).isEqualTo(8);
  }

  @Test
  void recoversNoFurtherThanWhereItBegan() {
    Lane lane = full();
    lane.throttled(0);
    succeed(lane, 1_000);

    assertThat(lane.limit()).isEqualTo(8);
  }

  @Test
  void beginsARoundOfSuccessesAnewWhenItIsCut() {
    Lane lane = full();
    lane.throttled(0);
    succeed(lane, 3);
    lane.throttled(SECOND);
    assertThat(lane.limit()).isEqualTo(2);

    succeed(lane, 1);
    assertThat(lane.limit()).isEqualTo(2);
  }

  @Test
  void isNotCutForOneThrottledAnswerAmongTwenty() {
    Lane lane = full();
    succeed(lane, 19);
    lane.throttled(0);

    assertThat(lane.limit()).isEqualTo(8);
  }

  @Test
  void isCutForMoreThanOneThrottledAnswerAmongTwenty() {
    Lane lane = full();
    succeed(lane, 18);
    lane.throttled(0);

    assertThat(lane.limit()).isEqualTo(4);
  }

  private static void succeed(Lane lane, int times) {
    for (int i = 0; i < times; i++) {
      lane.succeeded();
    }
  }
}
