package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.Suggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the one commitment in a ledger that an id on the command line means.
///
/// @param id as reports and mails show it
/// @param account its account, if that was given
/// @param region its region, if that was given
/// @param service the id of its service, if that was given
record CommitmentChoice(
    String id, Optional<AccountId> account, Optional<String> region, Optional<String> service) {
  /// The most ids, or commitments, that a message names.
  private static final int MOST_NAMED = 3;

  /// The letters of an id from which those that begin with them are near to it.
  private static final int BEGINNING = 4;

  CommitmentChoice {
    requireNonNull(id, "id is null");
    requireNonNull(account, "account is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
  }

  /// Finds it. Of one that was recorded under several ends the last one counts.
  ///
  /// @param known where it is looked for
  /// @param otherwise what is said of those that are not found
  /// @throws InvalidInputException if there is none, or more than one, with what is near
  RecordedCommitment among(Collection<RecordedCommitment> known, Absence otherwise) {
    List<RecordedCommitment> named =
        known.stream()
            .filter(this::isNamed)
            .collect(
                Collectors.toMap(
                    RecordedCommitment::key,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparing(RecordedCommitment::end))))
            .values()
            .stream()
            .sorted(Comparator.comparing(RecordedCommitment::key))
            .toList();
    return switch (named.size()) {
      case 0 -> throw refused(otherwise.problem(), near(known).orElse(otherwise.remedy()));
      case 1 -> named.getFirst();
      default ->
          throw refused(
              "%s commitments have this id: %s%s"
                  .formatted(
                      named.size(),
                      named.stream()
                          .limit(MOST_NAMED)
                          .map(CommitmentChoice::where)
                          .collect(Collectors.joining("; ")),
                      named.size() > MOST_NAMED ? "; and more" : ""),
              "add " + telling(named));
    };
  }

  private boolean isNamed(RecordedCommitment commitment) {
    return commitment.id().equals(id)
        && account.map(commitment.account()::equals).orElse(true)
        && region.map(commitment.region()::equals).orElse(true)
        && service.map(commitment.service()::equals).orElse(true);
  }

  /// Names what is near: the same id elsewhere, or other ids that are like it.
  private Optional<String> near(Collection<RecordedCommitment> known) {
    List<String> elsewhere =
        known.stream()
            .filter(commitment -> commitment.id().equals(id))
            .map(CommitmentChoice::where)
            .distinct()
            .sorted()
            .limit(MOST_NAMED)
            .toList();
    if (!elsewhere.isEmpty()) {
      return Optional.of("it is in " + String.join("; ", elsewhere));
    }
    List<String> ids = known.stream().map(RecordedCommitment::id).distinct().sorted().toList();
    List<String> like =
        Stream.concat(Suggestion.near(id, ids), beginning(ids))
            .distinct()
            .limit(MOST_NAMED)
            .toList();
    return like.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean %s?".formatted(String.join(" or ", like)));
  }

  private Stream<String> beginning(List<String> ids) {
    return id.length() < BEGINNING ? Stream.of() : ids.stream().filter(some -> some.startsWith(id));
  }

  /// The options that tell several commitments from each other.
  private static String telling(List<RecordedCommitment> named) {
    Map<String, Function<RecordedCommitment, Object>> options =
        Map.of(
            "--account ID", RecordedCommitment::account,
            "--region NAME", RecordedCommitment::region,
            "--service NAME", RecordedCommitment::service);
    Predicate<Map.Entry<String, Function<RecordedCommitment, Object>>> differs =
        option -> named.stream().map(option.getValue()).distinct().count() > 1;
    return options.entrySet().stream()
        .filter(differs)
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  private InvalidInputException refused(String problem, String remedy) {
    return new InvalidInputException(
        Syntax.COMMAND_LINE, List.of(new Fault("ID " + id, problem, remedy)));
  }

  /// Says where a commitment is, for people.
  static String where(RecordedCommitment commitment) {
    return "account %s, %s, %s"
        .formatted(commitment.account(), commitment.region(), commitment.service());
  }

  /// What is said of a commitment that is not found.
  record Absence(String problem, String remedy) {
    Absence {
      requireNonNull(problem, "problem is null");
      requireNonNull(remedy, "remedy is null");
    }
  }
}
