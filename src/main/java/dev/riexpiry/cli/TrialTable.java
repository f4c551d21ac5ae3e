package dev.riexpiry.cli;

import dev.riexpiry.text.PlainText;
import dev.riexpiry.verify.Trial;
import dev.riexpiry.verify.TrialKind;
import dev.riexpiry.verify.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Trials for people at a terminal: a line each, what to do about it below. What works in one place
/// is one line, and of many places that need the same remedy the first are named.
final class TrialTable {
  /// The most failures with one remedy that are named one by one.
  private static final int MOST_ALIKE = 20;

  private final Marks marks;
  private final StringBuilder text = new StringBuilder();

  private TrialTable(Marks marks) {
    this.marks = marks;
  }

  static String of(List<Trial> trials, Marks marks) {
    TrialTable table = new TrialTable(marks);
    Map<Key, List<Trial>> alike =
        trials.stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    alike.forEach(table::add);
    return table.text + "\n" + counts(trials) + "\n";
  }

  private void add(Key key, List<Trial> alike) {
    if (key.works()) {
      add(
          alike.getFirst(),
          alike.stream().map(trial -> trial.verdict().message()).collect(Collectors.joining(", ")));
      return;
    }
    List<Trial> told = alike.stream().limit(MOST_ALIKE).toList();
    told.forEach(trial -> add(trial, trial.verdict().message()));
    if (alike.size() > told.size()) {
      text.append(
          "    and %d more; --output json names them\n".formatted(alike.size() - told.size()));
    }
    switch (alike.getFirst().verdict()) {
      case Verdict.Works _ -> {}
      case Verdict.Failed(String _, String remedy) -> below("To mend it: ", remedy);
      case Verdict.Untried(String _, String how) -> below("To try it: ", how);
    }
  }

  private void add(Trial trial, String message) {
    text.append(marks.of(trial.verdict()))
        .append(' ')
        .append(trial.kind().id())
        .append(trial.label().isEmpty() ? "" : " ")
        .append(PlainText.of(trial.label()))
        .append(": ")
        .append(PlainText.of(message))
        .append('\n');
  }

  private void below(String before, String remedy) {
    text.append("    ").append(before).append(PlainText.of(remedy)).append('\n');
  }

  private static String counts(List<Trial> trials) {
    long works = trials.stream().filter(trial -> trial.verdict() instanceof Verdict.Works).count();
    long failed = trials.stream().filter(Trial::failed).count();
    List<String> parts = new ArrayList<>();
    parts.add(works + (works == 1 ? " works" : " work"));
    parts.add(failed + " failed");
    parts.add(trials.size() - works - failed + " not tried");
    return "Trials: " + String.join(", ", parts);
  }

  /// What stands together: what works by its place, what does not by its remedy.
  private record Key(TrialKind kind, String label, String remedy) {
    static Key of(Trial trial) {
      return switch (trial.verdict()) {
        case Verdict.Works _ -> new Key(trial.kind(), trial.label(), "");
        case Verdict.Failed(String _, String remedy) -> new Key(trial.kind(), "", remedy);
        case Verdict.Untried(String _, String how) -> new Key(trial.kind(), "", how);
      };
    }

    boolean works() {
      return remedy.isEmpty();
    }
  }
}
