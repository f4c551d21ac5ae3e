package dev.riexpiry.verify;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Enters every account, and asks in one region of it whatever a check would ask there.
///
/// @param access signs in to the accounts
/// @param region the region to ask in where an account has it
/// @param concurrency the number of calls at once, from 1 to 256
/// @param progress receives the progress
record AccountTrials(AwsAccess access, String region, int concurrency, Progress progress) {
  /// Makes the trials, in the order of the accounts.
  ///
  /// @param caller whose the caller's own credentials are
  List<Trial> run(Collection<Account> accounts, Outcome<Identity> caller, Stop stop) {
    OneRegion one = new OneRegion(access, region);
    Map<Place, List<Failure>> failures =
        new Sweep(one, Service.ALL, concurrency, progress)
                .run(
                    accounts.stream().map(one::narrowed).toList(),
                    Optional.of(caller),
                    _ -> List.of(),
                    stop)
                .failures()
                .stream()
                .collect(
                    Collectors.groupingBy(
                        PlaceFailure::place,
                        LinkedHashMap::new,
                        Collectors.mapping(PlaceFailure::failure, Collectors.toList())));
    Map<String, List<PlaceFailure>> targets = new LinkedHashMap<>();
    failures.forEach((place, reasons) ->
        place
            .target()
            .ifPresent(target ->
                reasons.forEach(reason ->
                    targets
                        .computeIfAbsent(target.accountId().value(), _ -> new ArrayList<>())
                        .add(new PlaceFailure(target, reason)))));
    List<Trial> trials = new ArrayList<>();
    for (Account account : accounts) {
      List<Failure> whole = failures.getOrDefault(new Place.Account(account.id()), List.of());
      trials.addAll(entering(account, caller, one, whole));
      trials.addAll(asking(account, one, targets.getOrDefault(account.id().value(), List.of())));
    }
    return trials;
  }

  private static List<Trial> entering(
      Account account, Outcome<Identity> caller, OneRegion one, List<Failure> failures) {
    if (!one.entered(account.id())) {
      return failures.stream()
          .map(failure ->
              Trial.of(
                  TrialKind.ROLE,
                  account,
                  caller.failure().equals(Optional.of(failure))
                      ? Trial.HANGS_ON_IDENTITY
                      : Verdict.of(failure)))
          .toList();
    }
    List<Trial> trials = new ArrayList<>();
    trials.add(
        Trial.of(
            TrialKind.ROLE,
            account,
            new Verdict.Works(
                account
                    .role()
                    .map(role -> role.pathAndName() + " was assumed")
                    .orElse("it is the caller's own account"))));
    one.regions(account.id())
        .ifPresent(count ->
            trials.add(
                Trial.of(
                    TrialKind.REGIONS,
                    account,
                    new Verdict.Works(count == 1 ? "1 is enabled" : count + " are enabled"))));
    failures.forEach(
        failure -> trials.add(Trial.of(TrialKind.REGIONS, account, Verdict.of(failure))));
    return trials;
  }

  private static List<Trial> asking(Account account, OneRegion one, List<PlaceFailure> failures) {
    List<Trial> trials = new ArrayList<>();
    one.answers(account.id())
        .forEach((service, answer) ->
            trials.add(
                Trial.of(
                    account,
                    answer.region(),
                    Optional.of(service),
                    answer.offered()
                        ? new Verdict.Works(service.action())
                        : new Verdict.Untried(
                            service.label() + " is not offered there",
                            "nothing has to be done for this region"))));
    failures.stream()
        .collect(
            Collectors.groupingBy(
                item -> SameCause.of(item.failure()), LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(alike -> trials.add(failed(account, alike)));
    return trials;
  }

  /// The trial of places that fail for one cause: it is told once.
  private static Trial failed(Account account, List<PlaceFailure> alike) {
    PlaceFailure first = alike.getFirst();
    Place.Target target = first.place().target().orElseThrow();
    List<String> others =
        alike.stream().skip(1).map(item -> item.failure().action()).distinct().toList();
    String message =
        first.failure().reason()
            + (others.isEmpty() ? "" : " (the same: " + String.join(", ", others) + ")");
    return Trial.of(
        account,
        target.region(),
        others.isEmpty() ? Optional.of(target.service()) : Optional.empty(),
        first.failure().isNotOffered()
            ? new Verdict.Untried(message, first.failure().remedy())
            : new Verdict.Failed(message, first.failure().remedy()));
  }
}
