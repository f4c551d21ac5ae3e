package dev.riexpiry.check;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.BatchStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A store that forgets with the test.
final class MemoryStore implements BatchStore {
  private final Map<String, String> texts = new HashMap<>();

  Map<String, String> texts() {
    return texts;
  }

  @Override
  public Optional<Failure> put(String name, String text) {
    texts.put(name, text);
    return Optional.empty();
  }

  @Override
  public Outcome<Optional<String>> get(String name) {
    return new Outcome.Found<>(Optional.ofNullable(texts.get(name)));
  }
}
