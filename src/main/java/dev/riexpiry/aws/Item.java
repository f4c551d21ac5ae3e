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

/// One item of a listing, which may lack what no commitment can be without: its id and its end.
///
/// @param place where it was found
/// @param service who lists it
/// @param id as the service spells it
/// @param state as the service spells it
/// @param term from when to when it counts
/// @param lacking what to say where there is no term
record Item(
    Place place,
    Service service,
    Optional<String> id,
    CommitmentState state,
    Optional<Term> term,
    String lacking) {

  /// An item of a service that tells a start and a number of seconds. A year is 365 days here, so a
  /// term across 29 February ends a calendar day earlier than one would count in years.
  static Item lasting(
      Place place,
      Service service,
      @Nullable String id,
      @Nullable String state,
      @Nullable Instant start,
      @Nullable Integer seconds) {
    return new Item(
        place,
        service,
        Answers.optional(id),
        CommitmentState.of(Answers.orEmpty(state)),
        start == null || seconds == null
            ? Optional.empty()
            : Optional.of(new Term(start, start.plusSeconds(seconds))),
        "no start or no duration");
  }

  /// An item of a service that tells the end. Without a start it is taken to begin there.
  static Item ending(
      Place place,
      Service service,
      @Nullable String id,
      @Nullable String state,
      @Nullable Instant start,
      @Nullable Instant end) {
    return new Item(
        place,
        service,
        Answers.optional(id),
        CommitmentState.of(Answers.orEmpty(state)),
        Optional.ofNullable(end).map(known -> new Term(start == null ? known : start, known)),
        "no end");
  }

  /// Hands on the commitment, or says what it lacks.
  void tell(
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
            place.accountId(),
            service.global() ? Service.GLOBAL : place.region().id(),
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
