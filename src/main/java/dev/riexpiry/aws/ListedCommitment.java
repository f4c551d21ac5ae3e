package dev.riexpiry.aws;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A commitment as a listing has it, which may lack what no commitment can be without: its id and
/// its end.
///
/// @param at the account and region it was found in
/// @param service the service that lists it
/// @param id as the service spells it
/// @param state as the service spells it
/// @param term the time from its start to its end
/// @param lacking the words for a missing term
record ListedCommitment(
    RegionalAccount at,
    Service service,
    Optional<String> id,
    CommitmentState state,
    Optional<Term> term,
    String lacking) {

  /// A commitment of a service that gives a start and a number of seconds. A year is 365 days here,
  /// so a term across 29 February ends a calendar day earlier than one would count in years.
  static ListedCommitment lasting(
      RegionalAccount at,
      Service service,
      @Nullable String id,
      @Nullable String state,
      @Nullable Instant start,
      @Nullable Integer seconds) {
    return new ListedCommitment(
        at,
        service,
        OptionalMembers.text(id),
        CommitmentState.of(OptionalMembers.orEmpty(state)),
        start == null || seconds == null
            ? Optional.empty()
            : Optional.of(new Term(start, start.plusSeconds(seconds))),
        "no start or no duration");
  }

  /// A commitment of a service that gives the end. One without a start is taken to begin there.
  static ListedCommitment ending(
      RegionalAccount at,
      Service service,
      @Nullable String id,
      @Nullable String state,
      @Nullable Instant start,
      @Nullable Instant end) {
    return new ListedCommitment(
        at,
        service,
        OptionalMembers.text(id),
        CommitmentState.of(OptionalMembers.orEmpty(state)),
        Optional.ofNullable(end).map(known -> new Term(start == null ? known : start, known)),
        "no end");
  }

  /// Offers the commitment to `sink`, or reports what it lacks.
  void offerTo(
      ServiceReader.Sink sink,
      Covered covered,
      Offering offering,
      Optional<Money> hourlyPrice,
      Label label) {
    if (id.isEmpty() || term.isEmpty()) {
      sink.unusable(
          "commitment %s has %s"
              .formatted(id.orElse("(unknown)"), term.isEmpty() ? lacking : "no id"));
      return;
    }
    sink.found(
        new Commitment(
            at.accountId(),
            service.global() ? Service.GLOBAL : at.region().id(),
            service,
            id.get(),
            state,
            covered,
            offering,
            term.get(),
            hourlyPrice,
            label));
  }
}
