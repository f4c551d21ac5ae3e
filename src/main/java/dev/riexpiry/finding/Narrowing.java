package dev.riexpiry.finding;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.util.List;

/// What a run was narrowed to by its caller: it looks at a part of what it would look at, and never
/// at more. An empty list narrows nothing.
///
/// @param accounts the accounts, as the caller gave them
/// @param regions the regions, [Service#GLOBAL] for what is asked for once an account
/// @param services the services
public record Narrowing(List<AccountId> accounts, List<String> regions, List<Service> services) {
  /// The narrowing of a run that looks at everything.
  public static final Narrowing NONE = new Narrowing(List.of(), List.of(), List.of());

  public Narrowing {
    accounts = accounts.stream().distinct().toList();
    regions = regions.stream().distinct().toList();
    services = services.stream().distinct().sorted().toList();
  }

  /// The narrowing to some accounts, of which everything is looked at.
  public static Narrowing to(List<AccountId> accounts) {
    return new Narrowing(accounts, List.of(), List.of());
  }

  /// Tells whether everything is looked at.
  public boolean isNone() {
    return accounts.isEmpty() && !cutsAccounts();
  }

  /// Tells whether of the accounts that are looked at only a part is: then nothing may be recorded
  /// of them.
  public boolean cutsAccounts() {
    return !regions.isEmpty() || !services.isEmpty();
  }

  /// Tells whether a place is looked at, if its account is. Of a whole account it is known whether
  /// it can be entered.
  public boolean holds(Place place) {
    return place
        .target()
        .map(target ->
            (regions.isEmpty() || regions.contains(target.region()))
                && (services.isEmpty() || services.contains(target.service())))
        .orElse(true);
  }
}
