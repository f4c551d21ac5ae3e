package dev.riexpiry.check;



import dev.riexpiry.finding.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a report warns of where the ledger could not be used as it should.
final class LedgerWarnings {
  private LedgerWarnings() {}

  static Stream<String> of(AlertSender.Told told) {
    List<String> warnings = new ArrayList<>();
    if (!told.memory().doubts().isEmpty()) {
      warnings.add(
          "what was told before is not known for certain, so an alert may be a repeat: "
              + causes(told.memory().doubts()));
    }
    if (!told.unrecorded().isEmpty()) {
      warnings.add(
          "not all that was told could be recorded (%d times), so it may be told again: %s"
              .formatted(told.unrecorded().size(), causes(told.unrecorded())));
    }
    if (told.left() > 0) {
      warnings.add(
          "another run had claimed %d announcements and not made them when this run had to end; run the check again"
              .formatted(told.left()));
    }
    return warnings.stream();
  }

  private static String causes(List<Failure> failures) {
    return failures.stream()
        .map(failure ->
            "%s: %s, %s; to mend it: %s"
                .formatted(failure.action(), failure.code(), failure.message(), failure.remedy()))
        .distinct()
        .limit(3)
        .collect(Collectors.joining("; "));
  }
}
