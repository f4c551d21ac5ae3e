package dev.riexpiry.policy;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.WholeSweep;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides which targets a run must ask, where the payer's Cost Explorer has listed everything. Not
/// asked is a target only if all of this holds: its account is of the payer's organization, now and
/// at the last whole sweep; that sweep found its service complete in the payer's list, and asked
/// its region; it held nothing then, and could be read; the payer lists nothing for it now; and no
/// open gap is recorded there.
///
/// @param proved what the last whole sweep has proved
/// @param members the accounts of the payer's organization now
/// @param asked places to ask, each with all that is in it
public record PayerGuide(WholeSweep proved, Set<AccountId> members, Set<Place> asked) {
  /// The days after which a whole sweep is due.
  public static final int DAYS = 7;

  public PayerGuide {
    members = Set.copyOf(members);
    asked = Set.copyOf(asked);
  }

  /// Tells whether what a whole sweep has proved still counts.
  public static boolean isCurrent(WholeSweep proved, LocalDate date) {
    return !proved.on().isAfter(date) && proved.on().plusDays(DAYS).isAfter(date);
  }

  /// Makes the guide of one run.
  ///
  /// @param listed all that the payer lists in this run
  /// @param open the places with an open gap
  public static PayerGuide of(
      WholeSweep proved,
      Set<AccountId> members,
      Collection<Commitment> listed,
      Collection<Place> open) {
    return new PayerGuide(
        proved,
        members,
        Stream.of(proved.places().stream(), open.stream(), listed.stream().map(Place::of))
            .flatMap(places -> places)
            .map(place -> known(place, proved))
            .collect(Collectors.toSet()));
  }

  /// A place as targets name it. The payer may give another region than the one that is asked, or
  /// none: then the service is asked in all regions of the account.
  private static Place known(Place place, WholeSweep proved) {
    return place
        .target()
        .filter(target -> target.service().global() || !proved.regions().contains(target.region()))
        .<Place>map(PayerGuide::anywhere)
        .orElse(place);
  }

  private static Place.Target anywhere(Place.Target target) {
    return new Place.Target(target.accountId(), Service.GLOBAL, target.service());
  }

  /// Tells whether a target is to be asked.
  public boolean asks(Place.Target target) {
    return !proved.services().contains(target.service())
        || !isMember(target.accountId())
        || !(target.service().global() || proved.regions().contains(target.region()))
        || asked.contains(target)
        || asked.contains(anywhere(target))
        || asked.contains(target.whole());
  }

  private boolean isMember(AccountId account) {
    return members.contains(account) && proved.accounts().contains(account);
  }
}
