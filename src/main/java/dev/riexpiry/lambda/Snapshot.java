package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.log.Warnings;
import java.util.concurrent.Callable;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Prepares an instance for SnapStart's snapshot.
///
/// Before it, one check is rehearsed against answers within the process, so that the snapshot holds
/// its classes loaded and its methods warm. Nothing of the rehearsal is kept, and the function's
/// own clients are made with the first event, so that no credential, connection or random seed of
/// theirs is in a snapshot that many instances start from. That leaves nothing to do after a
/// restore.
///
/// Where no snapshot is taken, none of this runs.
final class Snapshot implements Resource {
  private final Callable<?> rehearsal;

  /// @param rehearsal uses what a check uses, and keeps nothing
  Snapshot(Callable<?> rehearsal) {
    this.rehearsal = requireNonNull(rehearsal, "rehearsal is null");
  }

  /// Registers with the runtime for snapshots. Keep the result: the runtime forgets it with its
  /// last reference.
  static Snapshot registered(Callable<?> rehearsal) {
    Snapshot snapshot = new Snapshot(rehearsal);
    Core.getGlobalContext().register(snapshot);
    return snapshot;
  }

  /// Never throws: a version whose rehearsal fails starts more slowly, but it works.
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      rehearsal.call();
    } catch (Exception | LinkageError e) {
      Warnings.report("the rehearsal before the snapshot failed, so first checks are slower: " + e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
