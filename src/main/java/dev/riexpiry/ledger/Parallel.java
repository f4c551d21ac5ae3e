package dev.riexpiry.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Makes many small calls, a few of them at once.
final class Parallel {
  private Parallel() {}

  /// Makes one call for each item, and returns the results in the order of the items. With one at
  /// once everything runs in the caller's thread.
  static <T, R> List<R> map(List<T> items, int atOnce, Function<T, R> call) {
    if (atOnce == 1 || items.size() < 2) {
      return items.stream().map(call).toList();
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(atOnce, items.size()), Thread.ofVirtual().factory())) {
      List<Future<R>> futures =
          items.stream().map(item -> threads.submit(() -> call.apply(item))).toList();
      List<R> results = new ArrayList<>(items.size());
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger was asked", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
