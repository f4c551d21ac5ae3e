package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.time.LocalDate;
import java.util.Set;

/// What a sweep that asked everything has proved of a payer: for which services its Cost Explorer
/// lists all that the accounts of its organization list.
///
/// @param payer the payer's account
/// @param on the check date of the sweep
/// @param services the services of which the payer lacked nothing, but for what is too new for it
/// @param accounts the accounts of the payer's organization that were to be read
/// @param regions the regions in which something was asked
/// @param places where something was found, or could not be read; they are asked in any case
public record WholeSweep(
    AccountId payer,
    LocalDate on,
    Set<Service> services,
    Set<AccountId> accounts,
    Set<String> regions,
    Set<Place> places) {
  public WholeSweep {
    requireNonNull(payer, "payer is null");
    requireNonNull(on, "on is null");
    services = Set.copyOf(services);
    accounts = Set.copyOf(accounts);
    regions = Set.copyOf(regions);
    places = Set.copyOf(places);
  }
}
