package dev.riexpiry.verify;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.sweep.Asked;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Shows a sweep one region of each account, and keeps what worked there: the sweep itself tells
/// only what failed.
final class OneRegion implements AwsAccess {
  private final AwsAccess access;
  private final String preferred;
  private final Notes notes;

  /// @param access signs in
  /// @param preferred the region to look at where an account has it
  OneRegion(AwsAccess access, String preferred) {
    this(access, preferred, new Notes());
  }

  private OneRegion(AwsAccess access, String preferred, Notes notes) {
    this.access = access;
    this.preferred = preferred;
    this.notes = notes;
  }

  /// The account with one of its regions, if it names them.
  Account narrowed(Account account) {
    return switch (account.regions()) {
      case RegionChoice.AllEnabled _, RegionChoice.EnabledAmong _ -> account;
      case RegionChoice.Listed(List<String> names) ->
          new Account(
              account.name(),
              account.id(),
              account.role(),
              account.externalId(),
              new RegionChoice.Listed(List.of(chosen(names))),
              account.services(),
              account.organizationalUnit(),
              account.topicArn());
    };
  }

  private String chosen(List<String> names) {
    return names.contains(preferred) ? preferred : names.getFirst();
  }

  /// Tells whether somebody is signed in to an account.
  boolean entered(AccountId id) {
    return notes.entered.contains(id);
  }

  /// The number of regions that an account says it has; empty if it was not asked or did not say.
  Optional<Integer> regions(AccountId id) {
    return Optional.ofNullable(notes.regions.get(id));
  }

  /// The services of an account that answered in full, each with the region that was asked.
  Map<Service, Answer> answers(AccountId id) {
    return notes.answers.getOrDefault(id, Map.of());
  }

  @Override
  public AwsAccess patient() {
    return new OneRegion(access.patient(), preferred, notes);
  }

  @Override
  public Asked<Identity> caller() {
    return access.caller();
  }

  @Override
  public Asked<AccountSession> signIn(Account account) {
    return access
        .signIn(account)
        .map(session -> {
          notes.entered.add(account.id());
          return new Session(account.id(), session);
        });
  }

  /// @param region the region that was asked, or [Service#GLOBAL]
  /// @param offered whether the service exists there
  record Answer(String region, boolean offered) {}

  private static final class Notes {
    private final Set<AccountId> entered = ConcurrentHashMap.newKeySet();
    private final Map<AccountId, Integer> regions = new ConcurrentHashMap<>();
    private final Map<AccountId, Map<Service, Answer>> answers = new ConcurrentHashMap<>();
  }

  private final class Session implements AccountSession {
    private final AccountId id;
    private final AccountSession session;

    Session(AccountId id, AccountSession session) {
      this.id = id;
      this.session = session;
    }

    @Override
    public AccountSession patient() {
      return new Session(id, session.patient());
    }

    @Override
    public Asked<List<String>> enabledRegions() {
      return session
          .enabledRegions()
          .map(names -> {
            notes.regions.put(id, names.size());
            return List.of(chosen(names));
          });
    }

    @Override
    public Reading read(String region, Service service) {
      Reading reading = session.read(region, service);
      if (reading.complete()) {
        notes
            .answers
            .computeIfAbsent(id, _ -> new ConcurrentSkipListMap<>())
            .put(service, new Answer(region, reading.offered()));
      }
      return reading;
    }
  }
}
