package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.BatchStore;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.SweepResult;
import dev.riexpiry.text.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A check in three steps that may run in different functions: list the accounts in batches, sweep
/// each batch, conclude. The results of a step are kept in a store, under the name of the run; a
/// batch without a result at the end has failed, and its accounts are unreadable.
///
/// @param check reads and concludes
/// @param store keeps the pieces
/// @param run the name of the run, unique among all runs
public record SpreadCheck(Check check, BatchStore store, String run) {
  /// The accounts in one batch: few enough that a batch is done in a minute or two, and that a
  /// batch which fails leaves few accounts unread.
  public static final int BATCH = 100;

  /// The batches whose pieces are fetched at once: a thousand small objects one after the other
  /// would take most of a minute.
  private static final int PIECES_AT_ONCE = 32;

  public SpreadCheck {
    requireNonNull(check, "check is null");
    requireNonNull(store, "store is null");
    requireNonNull(run, "run is null");
  }

  /// Stores the roster, in batches: accounts that the last run did not reach come first.
  ///
  /// @return how many batches there are, or why the roster could not be stored
  public Outcome<Integer> list(Roster all) {
    Roster roster = check.inOrder(all);
    int batches = Math.max(1, (roster.accounts().size() + BATCH - 1) / BATCH);
    for (int batch = 0; batch < batches; batch++) {
      Roster part = part(roster, batch);
      Optional<Failure> failure = store.put(rosterName(batch), StoredRoster.write(part));
      if (failure.isPresent()) {
        return new Outcome.Failed<>(failure.get());
      }
    }
    return new Outcome.Found<>(batches);
  }

  /// Cuts one batch out of a roster. The failures to list the organization belong to the first
  /// batch, so that they are counted once.
  private static Roster part(Roster roster, int batch) {
    List<Account> accounts = roster.accounts();
    int from = batch * BATCH;
    int to = Math.min(accounts.size(), from + BATCH);
    List<Account> some = accounts.subList(from, to);
    return batch == 0 ? roster.with(some) : roster.narrowed(some);
  }

  /// Sweeps one batch and stores the result.
  ///
  /// @return how much was read, or why the batch could not be fetched or its result not be stored
  public Outcome<ReadCounts> sweep(int batch, CheckRequest request, Stop stop) {
    return roster(batch)
        .flatMap(roster -> {
          SweepResult result = check.read(request.of(roster), stop);
          return store
              .put(resultName(batch), StoredSweep.write(result))
              .<Outcome<ReadCounts>>map(Outcome.Failed::new)
              .orElseGet(() -> new Outcome.Found<>(result.counts()));
        });
  }

  /// Adds up all batches, asks the payer, decides and announces.
  ///
  /// @param stop ends the reading of the payer
  /// @return the report, or why a roster could not be fetched; without it the missing accounts are
  ///   not known
  public Outcome<Concluded> conclude(int batches, CheckRequest request, Stop stop) {
    List<Outcome<Piece>> pieces =
        IntStream.range(0, batches)
            .boxed()
            .gather(Gatherers.mapConcurrent(PIECES_AT_ONCE, this::piece))
            .toList();
    Optional<Failure> missing =
        pieces.stream().map(Outcome::failure).flatMap(Optional::stream).findFirst();
    return missing
        .<Outcome<Concluded>>map(Outcome.Failed::new)
        .orElseGet(() -> new Outcome.Found<>(conclude(found(pieces), request, stop)));
  }

  private Concluded conclude(List<Piece> pieces, CheckRequest request, Stop stop) {
    Piece all = sum(pieces);
    return new Concluded(
        check.conclude(request.of(all.roster()), all.result(), stop), all.roster());
  }

  private static List<Piece> found(List<Outcome<Piece>> pieces) {
    return pieces.stream()
        .flatMap(piece ->
            piece instanceof Outcome.Found<Piece>(Piece found) ? Stream.of(found) : Stream.of())
        .toList();
  }

  /// Adds up by halves, so that no piece is copied more than a few times.
  private static Piece sum(List<Piece> pieces) {
    return switch (pieces.size()) {
      case 0 -> new Piece(Roster.EMPTY, SweepResult.NONE);
      case 1 -> pieces.getFirst();
      default -> {
        int half = pieces.size() / 2;
        yield sum(pieces.subList(0, half)).plus(sum(pieces.subList(half, pieces.size())));
      }
    };
  }

  private Outcome<Piece> piece(int batch) {
    return roster(batch).map(roster -> new Piece(roster, result(batch, roster)));
  }

  /// A batch, and what was read of it.
  private record Piece(Roster roster, SweepResult result) {
    Piece plus(Piece other) {
      return new Piece(roster.plus(other.roster), result.plus(other.result));
    }
  }

  private Outcome<Roster> roster(int batch) {
    return store
        .get(rosterName(batch))
        .flatMap(text ->
            text.map(found -> understood(rosterName(batch), found, StoredRoster::read))
                .orElseGet(() -> new Outcome.Failed<>(missing(rosterName(batch)))));
  }

  private SweepResult result(int batch, Roster roster) {
    Outcome<SweepResult> result =
        store
            .get(resultName(batch))
            .flatMap(text ->
                text.map(found -> understood(resultName(batch), found, StoredSweep::read))
                    .orElseGet(() -> new Outcome.Failed<>(missing(resultName(batch)))));
    return switch (result) {
      case Outcome.Failed<SweepResult>(Failure failure) -> unread(roster, failure);
      case Outcome.Found<SweepResult>(SweepResult found) -> found;
    };
  }

  /// Reads a piece. What stands in its place, such as the page of a proxy, takes nothing from the
  /// other batches.
  private static <T> Outcome<T> understood(String name, String text, Function<String, T> reader) {
    try {
      return new Outcome.Found<>(reader.apply(text));
    } catch (RuntimeException e) {
      return new Outcome.Failed<>(
          new Failure(
              "s3:GetObject",
              Failure.UNUSABLE_ANSWER,
              Redaction.of(
                  "%s is not what this run has stored: %s".formatted(name, e.getMessage())),
              "run the check again; if it repeats, see whether a proxy changes answers, and who else"
                  + " writes to the bucket"));
    }
  }

  private static SweepResult unread(Roster roster, Failure failure) {
    int accounts = roster.accounts().size();
    return new SweepResult(
        new ReadCounts(accounts, 0, 0, accounts, 0),
        List.of(),
        roster.ids().map(id -> new PlaceFailure(new Place.Account(id), failure)).toList());
  }

  private static Failure missing(String name) {
    return new Failure(
        "lambda:InvokeFunction",
        "BatchFailed",
        "the function that was to read this account left no result (" + name + ")",
        "see the execution of the state machine and the function's log, then run the check again");
  }

  private String rosterName(int batch) {
    return "%s/roster-%05d.json".formatted(run, batch);
  }

  private String resultName(int batch) {
    return "%s/result-%05d.json".formatted(run, batch);
  }
}
