package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import dev.riexpiry.text.Redaction;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads every target of some accounts, several at once, and never ends early: the failure of one
/// target stands in the result beside the commitments of the others. A service that throttles gets
/// fewer calls at once until it has recovered; the others do not.
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
  /// @see #run(Collection, Optional, Predicate, Stop)
  public SweepResult run(Collection<Account> accounts, Predicate<Commitment> keep, Stop stop) {
    return run(accounts, Optional.empty(), keep, stop);
  }

  /// Sweeps `accounts`, in their order. One without a role is entered once it is proved that the
  /// caller's own credentials are that account's; the others do not wait for it.
  ///
  /// @param caller whose the caller's own credentials are, or why that could not be learnt, if that
  ///   was asked already
  /// @param keep the commitments that the result shall hold; the others are only counted, so that
  ///   memory does not grow with them
  /// @param stop ends the sweep early; what was not reached is unreadable then
  public SweepResult run(
      Collection<Account> accounts,
      Optional<Outcome<Identity>> caller,
      Predicate<Commitment> keep,
      Stop stop) {
    List<Account> own = accounts.stream().filter(account -> account.role().isEmpty()).toList();
    SweepCollector collector = new SweepCollector(accounts, keep, progress);
    try (WorkQueue queue = new WorkQueue(concurrency, services.size() + 1)) {
      queue.add(
          entering(),
          new Task(
              Identity.class,
              true,
              () -> prove(caller.orElseGet(() -> ask(queue)), own, queue, collector)));
      for (Account account : accounts) {
        if (account.role().isPresent()) {
          queue.add(entering(), new Task(account, false, () -> enter(account, queue, collector)));
        }
      }
      if (!queue.awaitEmpty(stop)) {
        collector.giveUp(stop::failure);
      }
    }
    return collector.result();
  }

  /// The lane of the sign-ins.
  private int entering() {
    return services.size();
  }

  /// Asks whose the caller's own credentials are.
  private Outcome<Identity> ask(WorkQueue queue) {
    Asked<Identity> asked = caller();
    report(queue, entering(), asked.throttled());
    return asked.outcome();
  }

  private Asked<Identity> caller() {
    try {
      return aws.caller();
    } catch (RuntimeException e) {
      return Asked.failed(defect(Identity.ACTION, e));
    }
  }

  /// Enters those accounts without a role that are the caller's own: first of all, so that waiting
  /// for the proof does not put them behind thousands of others.
  private void prove(
      Outcome<Identity> caller, List<Account> own, WorkQueue queue, SweepCollector collector) {
    switch (caller) {
      case Outcome.Failed<Identity>(Failure failure) ->
          own.forEach(account -> collector.failed(account.id(), failure));
      case Outcome.Found<Identity>(Identity identity) -> {
        collector.caller(identity);
        for (Account account : own) {
          identity
              .refusal(account)
              .ifPresentOrElse(
                  failure -> collector.failed(account.id(), failure),
                  () ->
                      queue.add(
                          entering(),
                          new Task(account, true, () -> enter(account, queue, collector))));
        }
      }
    }
  }

  private void enter(Account account, WorkQueue queue, SweepCollector collector) {
    Asked<Entry> entry = enter(account);
    report(queue, entering(), entry.throttled());
    switch (entry.outcome()) {
      case Outcome.Failed<Entry>(Failure failure) -> collector.failed(account.id(), failure);
      case Outcome.Found<Entry>(Entry(AccountSession session, Outcome<List<String>> regions)) -> {
        switch (regions) {
          case Outcome.Found<List<String>>(List<String> names) -> {
            List<Place.Target> targets = targets(account, names);
            collector.entered(account.id(), targets);
            addTargets(account, session, targets, queue, collector);
          }
          case Outcome.Failed<List<String>>(Failure failure) -> {
            List<Place.Target> targets = targets(account, List.of());
            collector.withoutRegions(account.id(), failure, targets);
            addTargets(account, session, targets, queue, collector);
          }
        }
      }
    }
  }

  private Asked<Entry> enter(Account account) {
    try {
      return aws.signIn(account)
          .flatMap(session -> {
            Asked<List<String>> regions = regions(account, session);
            return new Asked<>(
                new Outcome.Found<>(new Entry(session, regions.outcome())), regions.throttled());
          });
    } catch (RuntimeException e) {
      return Asked.failed(defect("sts:AssumeRole", e));
    }
  }

  private static void report(WorkQueue queue, int lane, boolean throttled) {
    if (throttled) {
      queue.throttled(lane);
    } else {
      queue.succeeded(lane);
    }
  }

  /// The failure for a defect of this program, which in one place must not keep the findings of the
  /// others from being announced.
  private static Failure defect(String action, RuntimeException e) {
    return new Failure(
        action,
        "Defect",
        Redaction.of(e.toString()),
        "this is a defect of this program: report it, and look the place up in the AWS console");
  }

  /// The regions to read. An account that is read for global services only needs none.
  private Asked<List<String>> regions(Account account, AccountSession session) {
    if (services(account).allMatch(Service::global)) {
      return Asked.known(List.of());
    }
    return switch (account.regions()) {
      case RegionChoice.Listed(List<String> names) -> Asked.known(names);
      case RegionChoice.AllEnabled() -> session.enabledRegions();
    };
  }

  /// The targets in these regions, and those of the global services, which need none.
  private List<Place.Target> targets(Account account, List<String> regions) {
    return Stream.concat(
            regions.stream()
                .flatMap(region ->
                    services(account)
                        .filter(service -> !service.global())
                        .map(service -> new Place.Target(account.id(), region, service))),
            services(account)
                .filter(Service::global)
                .map(service -> new Place.Target(account.id(), Service.GLOBAL, service)))
        .toList();
  }

  private void addTargets(
      Account account,
      AccountSession session,
      List<Place.Target> targets,
      WorkQueue queue,
      SweepCollector collector) {
    for (Place.Target target : targets) {
      int lane = services.indexOf(target.service());
      // Global services and the first region are urgent, to find early the accounts that do not
      // answer.
      boolean urgent =
          target.service().global() || target.region().equals(targets.getFirst().region());
      queue.add(
          lane, new Task(account, urgent, () -> read(target, session, queue, lane, collector)));
    }
  }

  private Stream<Service> services(Account account) {
    return services.stream().filter(account.services()::contains);
  }

  private static void read(
      Place.Target target,
      AccountSession session,
      WorkQueue queue,
      int lane,
      SweepCollector collector) {
    Reading reading = reading(target, session);
    report(queue, lane, reading.throttled());
    collector.add(target, reading);
  }

  private static Reading reading(Place.Target target, AccountSession session) {
    try {
      return session.read(target.region(), target.service());
    } catch (RuntimeException e) {
      return Reading.failed(defect(target.service().action(), e));
    }
  }

  /// An account that was signed in to, and the regions to read in it, if they could be listed.
  private record Entry(AccountSession session, Outcome<List<String>> regions) {}

  /// Receives the progress of a sweep. Called from the sweep's own threads, possibly at once.
  public interface Progress {
    /// Ignores all progress.
    Progress NONE = (done, known) -> {};

    /// @param done targets that were read or given up
    /// @param known targets known so far; grows while the regions of accounts are listed
    void targets(int done, int known);
  }
}
