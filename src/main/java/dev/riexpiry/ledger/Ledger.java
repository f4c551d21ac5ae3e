package dev.riexpiry.ledger;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Records what was announced, for every run that is given the same one. May be asked by several
/// threads at once.
public interface Ledger {
  /// Its name, as people call it.
  String name();

  /// What is recorded of some announcements.
  Outcome<LedgerEntries> entries(Collection<Announcement> announcements);

  /// Claims an announcement for a while. The run that holds it may ask again, for more time.
  Claim claim(Announcement announcement, Lease lease);

  /// Records that an announcement was made, whichever run held the claim: it is a fact.
  ///
  /// @return why it could not be recorded; empty if it is
  Optional<Failure> confirm(Announcement announcement, LedgerEntry entry);

  /// Releases the claim of an announcement that was not made. One that another run took over stays
  /// theirs.
  ///
  /// @return why it could not be released; empty if it is, or if it was not the owner's
  Optional<Failure> release(Announcement announcement, String owner);

  /// The outages that are recorded of some accounts, or of the organization, by these; nothing
  /// where nothing is recorded.
  Outcome<Map<Place, Outages>> outages(Collection<Place> wholes);

  /// Replaces what is recorded, if that is the version before.
  ///
  /// @return false if another run was quicker
  Outcome<Boolean> replace(Outages outages);
}
