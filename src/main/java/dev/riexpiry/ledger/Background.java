package dev.riexpiry.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Makes small calls beside what the caller goes on with, a few of them at once. With one at once
/// each is made in the caller's thread.
///
/// @param <R> the result of a call
final class Background<R> {
  private final int atOnce;
  private final List<R> results = new ArrayList<>();
  private final List<Future<R>> begun = new ArrayList<>();
  private final List<ExecutorService> threads = new ArrayList<>();

  /// @param atOnce the number of calls at once, at least 1
  Background(int atOnce) {
    this.atOnce = atOnce;
  }

  /// Makes a call, now or soon.
  void begin(Supplier<R> call) {
    if (atOnce == 1) {
      results.add(call.get());
      return;
    }
    if (threads.isEmpty()) {
      threads.add(Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory()));
    }
    begun.add(threads.getFirst().submit(call::get));
  }

  /// Waits until all calls have ended that were begun.
  ///
  /// @return their results, in the order in which they were begun
  List<R> end() {
    try {
      for (Future<R> call : begun) {
        results.add(call.get());
      }
      return List.copyOf(results);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger was asked", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.forEach(ExecutorService::shutdown);
      threads.clear();
      begun.clear();
    }
  }
}
