package dev.riexpiry.cli;

import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.sweep.Sweep.Progress;
import java.util.Locale;

/// Writes the progress of a sweep to standard error: one line that is written over on a terminal, a
/// line at the start and at the end elsewhere.
final class ProgressLine implements Progress, AutoCloseable {
  private static final long NANOS_BETWEEN = 100_000_000L;

  /// Empties the line that the cursor is in.
  static final String CLEAR = "\r\u001B[K";

  private final Terminal terminal;
  private final boolean quiet;
  private final long started = System.nanoTime();
  private long written = started - NANOS_BETWEEN;
  private int done;

  /// @param quiet whether nothing is to be written
  ProgressLine(Terminal terminal, CheckRequest request, boolean quiet) {
    this(
        terminal,
        "Reading %s as of %s (%s)"
            .formatted(
                request.roster().ofPayerOnly()
                    ? "the payer's Cost Explorer"
                    : accounts(request.roster().accounts().size()),
                request.checkDate().date(),
                request.checkDate().zone().getId()),
        quiet);
  }

  /// @param headline what is being done
  /// @param quiet whether nothing is to be written
  ProgressLine(Terminal terminal, String headline, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
    if (!quiet) {
      terminal.err().println(headline);
    }
  }

  /// Counts accounts in words.
  static String accounts(int count) {
    return count + (count == 1 ? " account" : " accounts");
  }

  @Override
  public synchronized void targets(int done, int known) {
    this.done = done;
    long now = System.nanoTime();
    if (!quiet && terminal.rewriting() && (now - written >= NANOS_BETWEEN || done == known)) {
      written = now;
      terminal.err().print(CLEAR + done + " of " + known + " targets");
      terminal.err().flush();
    }
  }

  @Override
  public synchronized void close() {
    if (quiet) {
      return;
    }
    if (terminal.rewriting()) {
      terminal.err().print(CLEAR);
    }
    terminal
        .err()
        .printf(Locale.ROOT, "%s in %.1f s%n", said(), (System.nanoTime() - started) / 1e9);
  }

  /// What was done. The payer's listings are no targets of a sweep.
  private String said() {
    return switch (done) {
      case 0 -> "Done";
      case 1 -> "1 target done";
      default -> done + " targets done";
    };
  }
}
