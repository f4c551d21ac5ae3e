package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Reads every target of some accounts, several at once, and never ends early: the failure of one
/// target stands in the result beside the commitments of the others. A service that throttles gets
/// fewer calls at once until it has recovered; the others do not. What did not answer in time is
/// asked once more at the end, few at once and with more patience.
///
/// - default concurrency: 64 calls at once; AWS lets a region of an account answer about 100
///
/// @param aws signs in to the accounts
/// @param services the services to read where an account does not narrow them
/// @param concurrency the number of calls that may be under way at once, from 1 to 256
/// @param progress receives the progress of the sweep
public record Sweep(AwsAccess aws, List<Service> services, int concurrency, Progress progress) {
  /// The number of calls that a function of 512 MB can keep busy.
  public static final int DEFAULT_CONCURRENCY = 64;

  /// The number of calls beyond which the processor, and not AWS, sets the pace.
  public static final int MAX_CONCURRENCY = 256;

  /// @throws IllegalArgumentException if no service is given or `concurrency` is out of range
  public Sweep {
    requireNonNull(aws, "aws is null");
    requireNonNull(progress, "progress is null");
    services = List.copyOf(services);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("no service is given");
    }
    if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
      throw new IllegalArgumentException(
          "concurrency is not from 1 to " + MAX_CONCURRENCY + ": " + concurrency);
    }
  }

  /// Sweeps `accounts` for a caller of whom nobody has asked yet.
  ///
  /// @see #run(Collection, Optional, UnaryOperator, Stop)
  public SweepResult run(
      Collection<Account> accounts, UnaryOperator<List<Commitment>> keep, Stop stop) {
    return run(accounts, Optional.empty(), keep, stop);
  }

  /// Sweeps `accounts`, in their order. One without a role is entered once it is proved that the
  /// caller's own credentials are that account's; the others do not wait for it.
  ///
  /// @param caller whose the caller's own credentials are, or why that could not be learnt, if that
  ///   was asked already
  /// @param keep selects from the listing of one target what the result shall hold; the others are
  ///   only counted, so that memory does not grow with them
  /// @param stop ends the sweep early; what was not reached is unreadable then
  public SweepResult run(
      Collection<Account> accounts,
      Optional<Outcome<Identity>> caller,
      UnaryOperator<List<Commitment>> keep,
      Stop stop) {
    return run(accounts, _ -> true, caller, keep, stop);
  }

  /// The same, leaving out some targets of the accounts, which are all entered.
  ///
  /// @param asks tells which targets are to be read; the others are only counted
  public SweepResult run(
      Collection<Account> accounts,
      Predicate<Place.Target> asks,
      Optional<Outcome<Identity>> caller,
      UnaryOperator<List<Commitment>> keep,
      Stop stop) {
    SweepCollector collector = new SweepCollector(accounts, keep, progress);
    new SweepRun(this, collector, asks).run(accounts, caller, stop);
    return collector.result();
  }

  /// Receives the progress of a sweep. Called from the sweep's own threads, possibly at once.
  public interface Progress {
    /// Ignores all progress.
    Progress NONE = (done, known) -> {};

    /// @param done targets that were read or given up
    /// @param known targets known so far; grows while the regions of accounts are listed
    void targets(int done, int known);
  }
}
