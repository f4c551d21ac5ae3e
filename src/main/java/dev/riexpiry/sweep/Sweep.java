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
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads every target of some accounts, several at once, and never ends early: whatever goes wrong
/// with one target stands in the result beside what the others gave. A service that throttles is
/// asked less at once until it has recovered; the others are not.
///
/// - default concurrency: 64 calls at once; AWS lets a region of an account answer about 100
///
/// @param aws the way into the accounts
/// @param services what to read where an account does not narrow it
/// @param concurrency how many calls may be under way at once, from 1 to 256
/// @param progress hears how far it has come
public record Sweep(AwsAccess aws, List<Service> services, int concurrency, Progress progress) {
  /// As many calls as a function of 512 MB keeps busy.
  public static final int DEFAULT_CONCURRENCY = 64;

  /// Beyond this the processor, and not AWS, is what is waited for.
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

  /// Sweeps `accounts`, in their order.
  ///
  /// @param keep which commitments the result shall hold; the others are counted and let go, so
  ///   that memory does not grow with them
  /// @param stop when to end although it is not done; what was not reached is unreadable then
  public SweepResult run(Collection<Account> accounts, Predicate<Commitment> keep, Stop stop) {
    SweepCollector collector = new SweepCollector(accounts, keep, progress);
    try (WorkQueue queue = new WorkQueue(concurrency, services.size() + 1)) {
      for (Account account : accounts) {
        queue.add(entering(), new Task(account, false, () -> enter(account, queue, collector)));
      }
      if (!queue.awaitEmpty(stop)) {
        collector.giveUp(stop::failure);
      }
    }
    return collector.result();
  }

  /// The lane in which accounts are entered.
  private int entering() {
    return services.size();
  }

  private void enter(Account account, WorkQueue queue, SweepCollector collector) {
    Asked<Entry> entry = enter(account);
    tell(queue, entering(), entry.throttled());
    switch (entry.outcome()) {
      case Outcome.Failed<Entry>(Failure failure) -> collector.failed(account.id(), failure);
      case Outcome.Found<Entry>(Entry(AccountSession session, List<String> regions)) ->
          addTargets(account, session, regions, queue, collector);
    }
  }

  private Asked<Entry> enter(Account account) {
    try {
      Asked<AccountSession> session = aws.signIn(account);
      return switch (session.outcome()) {
        case Outcome.Failed<AccountSession>(Failure failure) ->
            new Asked<>(new Outcome.Failed<>(failure), session.throttled());
        case Outcome.Found<AccountSession>(AccountSession entered) ->
            entry(entered, regions(account, entered), session.throttled());
      };
    } catch (RuntimeException e) {
      return Asked.failed(defect("sts:AssumeRole", e));
    }
  }

  private static Asked<Entry> entry(
      AccountSession session, Asked<List<String>> regions, boolean throttled) {
    Outcome<Entry> entry =
        switch (regions.outcome()) {
          case Outcome.Failed<List<String>>(Failure failure) -> new Outcome.Failed<>(failure);
          case Outcome.Found<List<String>>(List<String> names) ->
              new Outcome.Found<>(new Entry(session, names));
        };
    return new Asked<>(entry, throttled || regions.throttled());
  }

  private static void tell(WorkQueue queue, int lane, boolean throttled) {
    if (throttled) {
      queue.throttled(lane);
    } else {
      queue.succeeded(lane);
    }
  }

  /// A defect of this program in one place must not keep what the others found from being told.
  private static Failure defect(String action, RuntimeException e) {
    return new Failure(
        action,
        "Defect",
        Redaction.of(e.toString()),
        "this is a defect of this program: report it, and look the place up in the AWS console");
  }

  /// Who is only asked for what is global needs no regions.
  private Asked<List<String>> regions(Account account, AccountSession session) {
    if (services(account).allMatch(Service::global)) {
      return Asked.known(List.of());
    }
    return switch (account.regions()) {
      case RegionChoice.Listed(List<String> names) -> Asked.known(names);
      case RegionChoice.AllEnabled() -> session.enabledRegions();
    };
  }

  private void addTargets(
      Account account,
      AccountSession session,
      List<String> regions,
      WorkQueue queue,
      SweepCollector collector) {
    List<Place.Target> targets =
        Stream.concat(
                regions.stream()
                    .flatMap(region ->
                        services(account)
                            .filter(service -> !service.global())
                            .map(service -> new Place.Target(account.id(), region, service))),
                services(account)
                    .filter(Service::global)
                    .map(service -> new Place.Target(account.id(), Service.GLOBAL, service)))
            .toList();
    collector.entered(account.id(), targets);
    for (Place.Target target : targets) {
      int lane = services.indexOf(target.service());
      // What is global and the first region are urgent, to find early who does not answer.
      boolean urgent = target.service().global() || target.region().equals(regions.getFirst());
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
    tell(queue, lane, reading.throttled());
    collector.add(target, reading);
  }

  private static Reading reading(Place.Target target, AccountSession session) {
    try {
      return session.read(target.region(), target.service());
    } catch (RuntimeException e) {
      return Reading.failed(defect(target.service().action(), e));
    }
  }

  /// An account that was signed in to, and where to look in it.
  private record Entry(AccountSession session, List<String> regions) {}

  /// Hears how far a sweep has come. Called from the sweep's own threads, possibly at once.
  public interface Progress {
    /// Hears nothing.
    Progress NONE = (done, known) -> {};

    /// @param done targets that were read or given up
    /// @param known targets known of so far; grows while accounts tell their regions
    void targets(int done, int known);
  }
}
