package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Origins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The modifications and exchanges among some commitments: which of them goes on in which others.
final class Lineage {
  /// The lines of descent that are followed. AWS lets a reservation be split and merged again and
  /// again, which doubles them each time; a commitment with more counts as one without origins, so
  /// that people are rather told twice.
  private static final int MAX_LINES = 64;

  private final Map<Commitment, List<Commitment>> successors = new HashMap<>();
  private final Map<Commitment, List<Commitment>> predecessors = new HashMap<>();

  private Lineage() {}

  /// Finds the modifications and exchanges among `commitments`.
  static Lineage of(Collection<Commitment> commitments, PaymentGrace grace) {
    Map<Succession.Place, TreeMap<Instant, List<Commitment>>> begun = new HashMap<>();
    commitments.stream()
        .filter(commitment -> Succession.maySucceed(commitment, grace))
        .forEach(after ->
            begun
                .computeIfAbsent(Succession.Place.of(after), _ -> new TreeMap<>())
                .computeIfAbsent(after.start(), _ -> new ArrayList<>())
                .add(after));
    Lineage lineage = new Lineage();
    commitments.stream()
        .filter(Succession::mayGoOn)
        .forEach(before ->
            begun
                .getOrDefault(Succession.Place.of(before), new TreeMap<>())
                .subMap(
                    Succession.earliestStart(before), true, Succession.latestStart(before), true)
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(after -> new Succession(before, after).isModification())
                .forEach(after -> lineage.add(before, after)));
    return lineage;
  }

  private void add(Commitment before, Commitment after) {
    successors.computeIfAbsent(before, _ -> new ArrayList<>()).add(after);
    predecessors.computeIfAbsent(after, _ -> new ArrayList<>()).add(before);
  }

  /// Tells whether a commitment was cut short and goes on in others: it has not ended.
  boolean goesOn(Commitment commitment) {
    return successors.containsKey(commitment);
  }

  /// Tells whether a commitment was not bought, but made of another one.
  boolean wasMade(Commitment commitment) {
    return predecessors.containsKey(commitment);
  }

  /// The last commitments in which one goes on; itself if it was not cut short.
  Stream<Commitment> last(Commitment commitment) {
    Set<Commitment> descent = new HashSet<>();
    collect(commitment, successors, descent);
    return descent.stream().filter(one -> !goesOn(one));
  }

  /// The first commitments of which one was made; itself if it was bought.
  Stream<Commitment> first(Commitment commitment) {
    Set<Commitment> descent = new HashSet<>();
    collect(commitment, predecessors, descent);
    return descent.stream().filter(one -> !wasMade(one));
  }

  /// All commitments that descend from the same ones as those given, these among them.
  Set<Commitment> relatives(Collection<Commitment> commitments) {
    Set<Commitment> relatives = new HashSet<>();
    List<Commitment> open = new ArrayList<>(commitments);
    while (!open.isEmpty()) {
      Commitment one = open.removeLast();
      if (relatives.add(one)) {
        open.addAll(successors.getOrDefault(one, List.of()));
        open.addAll(predecessors.getOrDefault(one, List.of()));
      }
    }
    return relatives;
  }

  private static void collect(
      Commitment from, Map<Commitment, List<Commitment>> steps, Set<Commitment> into) {
    List<Commitment> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      Commitment one = open.removeLast();
      if (into.add(one)) {
        open.addAll(steps.getOrDefault(one, List.of()));
      }
    }
  }

  /// The ids under which a commitment was listed before.
  Origins origins(Commitment commitment) {
    List<Set<String>> lines = new ArrayList<>();
    return follow(commitment, Set.of(), lines) ? new Origins(lines) : Origins.NONE;
  }

  /// @return false if there are too many lines
  private boolean follow(Commitment commitment, Set<String> line, List<Set<String>> lines) {
    List<Commitment> before = predecessors.getOrDefault(commitment, List.of());
    if (before.isEmpty() && !line.isEmpty()) {
      lines.add(line);
    }
    for (Commitment one : before) {
      Set<String> longer = new HashSet<>(line);
      longer.add(one.id());
      if (lines.size() >= MAX_LINES || !follow(one, longer, lines)) {
        return false;
      }
    }
    return true;
  }
}
