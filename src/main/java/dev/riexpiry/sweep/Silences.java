package dev.riexpiry.sweep;

import dev.riexpiry.commitment.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What did not answer in the first round, and what did.
final class Silences {
  private final List<Silence> silent = new ArrayList<>();
  private final Set<AccountId> answeringOwners = new HashSet<>();
  private final Set<String> answeringKinds = new HashSet<>();

  /// Takes note that an account answered to one kind of question, be it with a refusal.
  synchronized void answered(AccountId owner, String kind) {
    answeringOwners.add(owner);
    answeringKinds.add(kind);
  }

  synchronized void silent(Silence silence) {
    silent.add(silence);
  }

  /// The silent ones in the order in which an answer is to be hoped for: first where both the
  /// account and the kind of question have brought answers, last where neither has; one of each
  /// account before the second of any.
  synchronized List<Silence> mostHopefulFirst() {
    Map<AccountId, Integer> seen = new HashMap<>();
    record Ranked(Silence silence, int doubts, int nth) {}
    return silent.stream()
        .map(item -> new Ranked(item, doubts(item), seen.merge(item.owner(), 1, (a, b) -> a + b)))
        .sorted(Comparator.comparingInt(Ranked::doubts).thenComparingInt(Ranked::nth))
        .map(Ranked::silence)
        .toList();
  }

  private int doubts(Silence item) {
    return (answeringOwners.contains(item.owner()) ? 0 : 1)
        + (answeringKinds.contains(item.kind()) ? 0 : 1);
  }
}
