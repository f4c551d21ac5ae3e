package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Walks down units of an organization, several at once and none waiting for the others of its
/// level: a unit is read as soon as it is known. A unit that is found twice is read once.
///
/// @param <R> what is read of one unit
final class UnitWalk<R> {
  /// The levels below the first units that are walked down. AWS lets units nest five levels deep.
  static final int MOST_LEVELS = 10;

  /// The units that are walked through. AWS lets an organization have 2,000, and more on request.
  static final int MOST_UNITS = 20_000;

  private final Reader<R> reader;
  private final Queue<Branch> waiting = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, List<String>> below = new HashMap<>();
  private final Map<String, R> read = new HashMap<>();
  private int running;
  private boolean cut;

  /// Reads one unit.
  interface Reader<R> {
    /// @param found takes each unit directly below, which may be read before this one has been
    R read(Branch branch, Consumer<Branch> found);
  }

  private UnitWalk(Reader<R> reader) {
    this.reader = requireNonNull(reader, "reader is null");
  }

  /// Walks down from some units, and ends when all that was found has been read.
  ///
  /// @param atOnce the units that are read at once
  static <R> Walked<R> down(List<Branch> tops, int atOnce, Reader<R> reader) {
    UnitWalk<R> walk = new UnitWalk<>(reader);
    tops.forEach(walk::add);
    walk.run(atOnce);
    return new Walked<>(walk.inOrder(tops), walk.cut);
  }

  private void run(int atOnce) {
    try (ExecutorService workers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("organization-", 0).factory())) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        tasks.add(this::work);
      }
      for (Future<Boolean> worker : workers.invokeAll(tasks)) {
        worker.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while listing accounts", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("listing accounts failed", e.getCause());
    }
  }

  private boolean work() throws InterruptedException {
    for (Optional<Branch> next = take(); next.isPresent(); next = take()) {
      Branch branch = next.get();
      try {
        R result = reader.read(branch, child -> found(branch, child));
        ended(branch, result);
      } finally {
        ended();
      }
    }
    return true;
  }

  /// Waits for a unit; empty when there will be none any more.
  private synchronized Optional<Branch> take() throws InterruptedException {
    while (waiting.isEmpty() && running > 0) {
      wait();
    }
    Optional<Branch> next = Optional.ofNullable(waiting.poll());
    next.ifPresent(_ -> running++);
    return next;
  }

  private synchronized void found(Branch parent, Branch child) {
    below.computeIfAbsent(parent.id(), _ -> new ArrayList<>()).add(child.id());
    add(child);
  }

  /// Adds what is new. A tree that is deeper or larger than an organization can be is cut.
  private synchronized void add(Branch branch) {
    if (known.contains(branch.id())) {
      return;
    }
    if (branch.level() > MOST_LEVELS || known.size() >= MOST_UNITS) {
      cut = true;
      return;
    }
    known.add(branch.id());
    waiting.add(branch);
    notifyAll();
  }

  private synchronized void ended(Branch branch, R result) {
    read.put(branch.id(), result);
  }

  private synchronized void ended() {
    running--;
    notifyAll();
  }

  /// Level by level, each in the order in which AWS lists it, however the answers came in.
  private synchronized List<R> inOrder(List<Branch> tops) {
    Map<String, R> ordered = new LinkedHashMap<>();
    Queue<String> next = new ArrayDeque<>(tops.stream().map(Branch::id).toList());
    for (String id = next.poll(); id != null; id = next.poll()) {
      R result = read.get(id);
      if (result != null && ordered.putIfAbsent(id, result) == null) {
        next.addAll(below.getOrDefault(id, List.of()));
      }
    }
    return List.copyOf(ordered.values());
  }

  /// A unit or root that is walked down.
  ///
  /// @param id its id
  /// @param path the names from the root down to it; empty for the root
  /// @param units the ids of the same units
  /// @param level units above it that were walked
  record Branch(String id, String path, List<String> units, int level) {
    /// Above a unit of which it is not known where it stands.
    static final Branch NOWHERE = root("");

    Branch {
      requireNonNull(id, "id is null");
      requireNonNull(path, "path is null");
      units = List.copyOf(units);
    }

    static Branch root(String id) {
      return new Branch(id, "", List.of(), 0);
    }

    /// The same as one to begin with.
    Branch asTop() {
      return new Branch(id, path, units, 0);
    }

    /// @param name of the unit below, in which no slash is left
    Branch down(String unit, String name) {
      return new Branch(
          unit,
          path.isEmpty() ? name : path + "/" + name,
          Stream.concat(units.stream(), Stream.of(unit)).toList(),
          level + 1);
    }
  }

  /// @param units what was read, level by level in the order in which AWS lists them
  /// @param cut whether there were more levels or units than an organization has
  record Walked<R>(List<R> units, boolean cut) {
    Walked {
      units = List.copyOf(units);
    }
  }
}
