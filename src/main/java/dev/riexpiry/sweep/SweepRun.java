package dev.riexpiry.sweep;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import dev.riexpiry.text.Redaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One run of a [Sweep]: a round over everything, and a last one over what was silent in it.
final class SweepRun {
  static final String SIGN_IN = "sts:AssumeRole";

  /// The kind of question that entering an account is.
  private static final String ENTERING = "";

  private final Sweep sweep;
  private final SweepCollector collector;
  private final Predicate<Place.Target> asks;
  private final Silences silences = new Silences();

  /// @param asks tells which targets are to be read
  SweepRun(Sweep sweep, SweepCollector collector, Predicate<Place.Target> asks) {
    this.sweep = sweep;
    this.collector = collector;
    this.asks = asks;
  }

  /// Reads everything, or what there is time for.
  ///
  /// @param caller whose the caller's own credentials are, if that was asked already
  void run(Collection<Account> accounts, Optional<Outcome<Identity>> caller, Stop stop) {
    if (firstRound(accounts, caller, stop)) {
      new LastRound().run(silences.mostHopefulFirst(), stop, () -> giveUp(stop));
    }
    giveUp(stop);
  }

  private void giveUp(Stop stop) {
    collector.giveUp(stop::failure);
  }

  private boolean firstRound(
      Collection<Account> accounts, Optional<Outcome<Identity>> caller, Stop stop) {
    List<Account> own = accounts.stream().filter(account -> account.role().isEmpty()).toList();
    try (WorkQueue queue = new WorkQueue(sweep.concurrency(), sweep.services().size() + 1)) {
      caller.ifPresentOrElse(
          known -> prove(known, own, queue),
          () ->
              queue.add(
                  entering(), new Task(Identity.class, true, () -> prove(ask(queue), own, queue))));
      for (Account account : accounts) {
        if (account.role().isPresent()) {
          queue.add(entering(), new Task(account, false, () -> enter(account, queue)));
        }
      }
      boolean ended = queue.awaitEmpty(stop);
      if (!ended) {
        giveUp(stop);
      }
      return ended;
    }
  }

  /// The lane of the sign-ins.
  private int entering() {
    return sweep.services().size();
  }

  /// Asks whose the caller's own credentials are.
  private Outcome<Identity> ask(WorkQueue queue) {
    Asked<Identity> asked = caller(sweep.aws());
    report(queue, entering(), asked.throttled());
    return asked.outcome();
  }

  private static Asked<Identity> caller(AwsAccess aws) {
    try {
      return aws.caller();
    } catch (RuntimeException | Error e) {
      return Asked.failed(defect(Identity.ACTION, e));
    }
  }

  /// Enters those accounts without a role that are the caller's own: first of all, so that waiting
  /// for the proof does not put them behind thousands of others.
  private void prove(Outcome<Identity> caller, List<Account> own, WorkQueue queue) {
    switch (caller) {
      case Outcome.Failed<Identity>(Failure failure) -> {
        if (failure.isSilence() && !own.isEmpty()) {
          own.forEach(account -> collector.silent(account.id(), failure));
          silences.silent(
              new Silence(own.getFirst().id(), ENTERING, last -> proveAgain(own, failure, last)));
        } else {
          own.forEach(account -> collector.failed(account.id(), failure));
        }
      }
      case Outcome.Found<Identity>(Identity identity) ->
          proved(identity, own)
              .forEach(account ->
                  queue.add(entering(), new Task(account, true, () -> enter(account, queue))));
    }
  }

  private boolean proveAgain(List<Account> own, Failure first, Consumer<Silence> last) {
    return switch (caller(sweep.aws().patient()).outcome()) {
      case Outcome.Failed<Identity>(Failure failure) -> {
        own.forEach(account -> collector.failed(account.id(), failure));
        yield !failure.isSilence();
      }
      case Outcome.Found<Identity>(Identity identity) -> {
        for (Account account : proved(identity, own)) {
          last.accept(
              new Silence(account.id(), ENTERING, next -> signInAgain(account, first, next)));
        }
        yield true;
      }
    };
  }

  /// Those accounts that are the caller's own; the others have failed.
  private List<Account> proved(Identity identity, List<Account> own) {
    collector.caller(identity);
    List<Account> proved = new ArrayList<>();
    for (Account account : own) {
      identity
          .refusal(account)
          .ifPresentOrElse(
              failure -> collector.failed(account.id(), failure), () -> proved.add(account));
    }
    return proved;
  }

  private void enter(Account account, WorkQueue queue) {
    Asked<AccountSession> signIn = signIn(sweep.aws(), account);
    switch (signIn.outcome()) {
      case Outcome.Failed<AccountSession>(Failure failure) -> {
        report(queue, entering(), signIn.throttled());
        if (failure.isSilence()) {
          collector.silent(account.id(), failure);
          silences.silent(
              new Silence(account.id(), ENTERING, last -> signInAgain(account, failure, last)));
        } else {
          silences.answered(account.id(), ENTERING);
          collector.failed(account.id(), failure);
        }
      }
      case Outcome.Found<AccountSession>(AccountSession session) -> {
        Asked<List<String>> regions = regions(account, session);
        report(queue, entering(), signIn.throttled() || regions.throttled());
        entered(account, session, regions.outcome(), queue);
      }
    }
  }

  private void entered(
      Account account, AccountSession session, Outcome<List<String>> regions, WorkQueue queue) {
    switch (regions) {
      case Outcome.Found<List<String>>(List<String> names) -> {
        silences.answered(account.id(), ENTERING);
        List<Place.Target> targets = asked(targets(account, names));
        collector.entered(account.id(), targets);
        addTargets(account, session, targets, queue);
      }
      case Outcome.Failed<List<String>>(Failure failure) -> {
        if (failure.isSilence()) {
          collector.silent(account.id(), failure);
          silences.silent(
              new Silence(
                  account.id(),
                  ENTERING,
                  last ->
                      addAgain(
                          account,
                          session.patient(),
                          failure,
                          target -> !target.service().global(),
                          last)));
        } else {
          silences.answered(account.id(), ENTERING);
          collector.failed(account.id(), failure);
        }
        List<Place.Target> global = asked(targets(account, List.of()));
        collector.open(global);
        addTargets(account, session, global, queue);
      }
    }
  }

  private static Asked<AccountSession> signIn(AwsAccess aws, Account account) {
    try {
      return aws.signIn(account);
    } catch (RuntimeException | Error e) {
      return Asked.failed(defect(SIGN_IN, e));
    }
  }

  private static void report(WorkQueue queue, int lane, boolean throttled) {
    if (throttled) {
      queue.throttled(lane);
    } else {
      queue.succeeded(lane);
    }
  }

  private static Failure defect(String action, Throwable e) {
    return Failure.defect(action, Redaction.of(e.toString()));
  }

  /// The regions to read. An account that is read for global services only needs none.
  private Asked<List<String>> regions(Account account, AccountSession session) {
    if (services(account).allMatch(Service::global)) {
      return Asked.known(List.of());
    }
    return switch (account.regions()) {
      case RegionChoice.Listed(List<String> names) -> Asked.known(names);
      case RegionChoice.AllEnabled() -> enabledRegions(session);
      case RegionChoice.EnabledAmong(List<String> names) -> among(names, enabledRegions(session));
    };
  }

  private static Asked<List<String>> among(List<String> names, Asked<List<String>> enabled) {
    return switch (enabled.outcome()) {
      case Outcome.Failed<List<String>> _ -> enabled;
      case Outcome.Found<List<String>>(List<String> regions) ->
          new Asked<>(
              new Outcome.Found<>(regions.stream().filter(names::contains).toList()),
              enabled.throttled());
    };
  }

  private static Asked<List<String>> enabledRegions(AccountSession session) {
    try {
      return session.enabledRegions();
    } catch (RuntimeException | Error e) {
      return Asked.failed(defect(SIGN_IN, e));
    }
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

  /// Leaves out what is not to be read.
  private List<Place.Target> asked(List<Place.Target> targets) {
    List<Place.Target> asked = targets.stream().filter(asks).toList();
    collector.notAsked(targets.size() - asked.size());
    return asked;
  }

  private Stream<Service> services(Account account) {
    return sweep.services().stream().filter(account.services()::contains);
  }

  private void addTargets(
      Account account, AccountSession session, List<Place.Target> targets, WorkQueue queue) {
    for (Place.Target target : targets) {
      int lane = sweep.services().indexOf(target.service());
      // Global services and the first region are urgent, to find early the accounts that do not
      // answer.
      boolean urgent =
          target.service().global() || target.region().equals(targets.getFirst().region());
      queue.add(lane, new Task(account, urgent, () -> read(target, session, queue, lane)));
    }
  }

  private void read(Place.Target target, AccountSession session, WorkQueue queue, int lane) {
    Reading reading = reading(target, session);
    report(queue, lane, reading.throttled());
    if (reading.isSilence()) {
      collector.silent(target, reading);
      silences.silent(
          new Silence(
              target.accountId(),
              kind(target),
              _ -> readAgain(target, session.patient(), reading)));
    } else {
      silences.answered(target.accountId(), kind(target));
      collector.add(target, reading);
    }
  }

  private static String kind(Place.Target target) {
    return target.part();
  }

  private static Reading reading(Place.Target target, AccountSession session) {
    try {
      return session.read(target.region(), target.service());
    } catch (RuntimeException | Error e) {
      return Reading.failed(defect(target.service().action(), e));
    }
  }

  private boolean signInAgain(Account account, Failure first, Consumer<Silence> last) {
    return switch (signIn(sweep.aws().patient(), account).outcome()) {
      case Outcome.Failed<AccountSession>(Failure failure) -> refused(account, failure);
      case Outcome.Found<AccountSession>(AccountSession session) ->
          addAgain(account, session, first, _ -> true, last);
    };
  }

  private boolean refused(Account account, Failure failure) {
    collector.failed(account.id(), failure);
    return !failure.isSilence();
  }

  /// Lists the regions of an account and hands on those targets that were not known before.
  ///
  /// @param first the silence in the first round, which counts for what is not asked any more
  private boolean addAgain(
      Account account,
      AccountSession session,
      Failure first,
      Predicate<Place.Target> unknown,
      Consumer<Silence> last) {
    return switch (regions(account, session).outcome()) {
      case Outcome.Failed<List<String>>(Failure failure) -> refused(account, failure);
      case Outcome.Found<List<String>>(List<String> names) -> {
        List<Place.Target> targets =
            asked(targets(account, names).stream().filter(unknown).toList());
        collector.entered(account.id(), targets);
        for (Place.Target target : targets) {
          Reading unasked = Reading.failed(first.in(target.service().action()));
          collector.silent(target, unasked);
          last.accept(
              new Silence(account.id(), kind(target), _ -> readAgain(target, session, unasked)));
        }
        yield true;
      }
    };
  }

  /// Reads once more. Of two readings that are both incomplete the fuller one counts.
  private boolean readAgain(Place.Target target, AccountSession session, Reading first) {
    Reading second = reading(target, session);
    boolean fuller = second.commitments().size() >= first.commitments().size();
    collector.add(target, second.complete() || fuller ? second : first);
    return !second.isSilence();
  }
}
