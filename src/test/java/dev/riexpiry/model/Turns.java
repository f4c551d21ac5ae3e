package dev.riexpiry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/// Lets several runs take turns: only one moves at a time, and at each step the next one is drawn
/// at random. So two runs interleave at every boundary, and alike for the same seed.
final class Turns {
  /// The number of steps of others that a run that waits lets pass.
  private static final int PATIENCE = 4;

  private static final ScopedValue<Runner> CURRENT = ScopedValue.newInstance();

  private final Random random;
  private final List<Runner> runners = new ArrayList<>();

  Turns(Random random) {
    this.random = random;
  }

  /// Runs all of them to their ends.
  void run(List<Runnable> runs) {
    runs.forEach(run -> runners.add(new Runner(run)));
    while (runners.stream().anyMatch(runner -> !runner.ended)) {
      List<Runner> ready = runners.stream().filter(runner -> !runner.ended).toList();
      List<Runner> eager = ready.stream().filter(runner -> runner.idle == 0).toList();
      Runner next = eager.isEmpty() ? ready.getFirst() : eager.get(random.nextInt(eager.size()));
      next.idle = 0;
      next.move();
      next.thrown.stream()
          .findFirst()
          .ifPresent(thrown -> {
            throw new AssertionError("a run threw", thrown);
          });
      ready.stream()
          .filter(other -> other != next)
          .forEach(other -> other.idle = Math.max(0, other.idle - 1));
    }
  }

  /// A boundary at which another run may move.
  void step() {
    if (CURRENT.isBound()) {
      CURRENT.get().yieldTurn();
    }
  }

  /// A boundary at which the others move first.
  void idle() {
    if (CURRENT.isBound()) {
      CURRENT.get().idle = PATIENCE;
      CURRENT.get().yieldTurn();
    }
  }

  private static final class Runner {
    private final Semaphore go = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final List<Throwable> thrown = new ArrayList<>();
    private volatile boolean ended;
    private volatile int idle;

    Runner(Runnable run) {
      Thread.ofVirtual()
          .start(() -> {
            go.acquireUninterruptibly();
            try {
              ScopedValue.where(CURRENT, this).run(run);
            } catch (Crash crash) {
              // Only the records that it wrote are left.
            } catch (RuntimeException | AssertionError e) {
              thrown.add(e);
            }
            ended = true;
            done.release();
          });
    }

    void move() {
      go.release();
      done.acquireUninterruptibly();
    }

    void yieldTurn() {
      done.release();
      go.acquireUninterruptibly();
    }
  }
}
