package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads every target of some accounts, several at once, and never ends early: whatever goes wrong
/// with one target stands in the result beside what the others gave.
///
/// - default concurrency: 64 calls at once; AWS lets a region of an account answer about 100
///
/// @param aws the way into the accounts
/// @param services what to read in each region
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

  /// Sweeps `accounts`.
  ///
  /// @param keep which commitments the result shall hold; the others are counted and let go, so
  ///   that memory does not grow with them
  public SweepResult run(Collection<Account> accounts, Predicate<Commitment> keep) {
    Findings findings = new Findings(accounts.size(), keep, progress);
    try (WorkQueue queue = new WorkQueue(concurrency)) {
      for (Account account : accounts) {
        queue.add(() -> enter(account, queue, findings));
      }
      queue.awaitEmpty();
    }
    return findings.result();
  }

  private void enter(Account account, WorkQueue queue, Findings findings) {
    switch (aws.signIn(account)) {
      case Outcome.Failed<AccountSession>(Failure failure) ->
          findings.accountUnreadable(account, failure);
      case Outcome.Found<AccountSession>(AccountSession session) -> {
        switch (regions(account, session)) {
          case Outcome.Failed<List<String>>(Failure failure) ->
              findings.accountUnreadable(account, failure);
          case Outcome.Found<List<String>>(List<String> regions) ->
              addTargets(account, session, regions, queue, findings);
        }
      }
    }
  }

  private static Outcome<List<String>> regions(Account account, AccountSession session) {
    return switch (account.regions()) {
      case RegionChoice.Listed(List<String> names) -> new Outcome.Found<>(names);
      case RegionChoice.AllEnabled() -> session.enabledRegions();
    };
  }

  private void addTargets(
      Account account,
      AccountSession session,
      List<String> regions,
      WorkQueue queue,
      Findings findings) {
    findings.targetsKnown(regions.size() * services.size());
    for (String region : regions) {
      for (Service service : services) {
        Target target = new Target(account, region, service);
        queue.add(() -> findings.add(target, session.read(region, service)));
      }
    }
  }

  /// One account × region × service.
  record Target(Account account, String region, Service service) {
    Unreadable unreadable(Failure failure) {
      return new Unreadable(
          account.id(), account.name(), Optional.of(region), Optional.of(service), failure);
    }
  }
}
