package dev.riexpiry.cli;

import dev.riexpiry.sweep.Stop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets Ctrl-C end a sweep and not the process, until the findings so far are printed. The process
/// then ends with the status of the signal.
final class CtrlC implements AutoCloseable {
  private static final long LONGEST_SECONDS = 10;
  private static final CountDownLatch PRINTED = new CountDownLatch(1);

  private final Thread hook;

  CtrlC(Stop stop) {
    hook =
        new Thread(() -> {
          stop.request();
          awaitPrinted();
        });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Ends the wait of a shutdown: everything is printed.
  static void printed() {
    PRINTED.countDown();
  }

  private static void awaitPrinted() {
    try {
      boolean inTime = PRINTED.await(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        Runtime.getRuntime().halt(ExitStatus.FAILED.code());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook waits for the rest.
      return;
    }
  }
}
