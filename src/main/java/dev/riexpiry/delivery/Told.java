package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.History;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one channel has told in a run.
///
/// @param <S> what became of a message
/// @param history what is known of other runs now
/// @param sendings in the order of sending
/// @param left announcements that another run had claimed and not made
/// @param unrecorded the failures to record something that was announced
/// @param made the announcements that count as made for the record of outages
record Told<S extends Sending>(
    History history, List<S> sendings, int left, List<Failure> unrecorded, Set<Announcement> made) {
  Told {
    requireNonNull(history, "history is null");
    sendings = List.copyOf(sendings);
    unrecorded = List.copyOf(unrecorded);
    made = Set.copyOf(made);
  }

  /// The same with further messages, which announce nothing, and what could not be recorded of
  /// them.
  Told<S> and(List<S> more, Optional<Failure> failure) {
    return new Told<>(
        history,
        Stream.concat(sendings.stream(), more.stream()).toList(),
        left,
        Stream.concat(unrecorded.stream(), failure.stream()).toList(),
        made);
  }
}
