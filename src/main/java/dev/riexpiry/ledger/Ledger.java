package dev.riexpiry.ledger;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.WholeSweep;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Records what was announced, for every run that is given the same one. May be asked by several
/// threads at once.
public interface Ledger {
  /// The name of the ledger, for people.
  String name();

  /// Fetches the records of some announcements.
  Outcome<LedgerEntries> entries(Collection<Announcement> announcements);

  /// Claims an announcement for the time of a lease. The run that holds the claim may ask again,
  /// for more time.
  Claim claim(Announcement announcement, Lease lease);

  /// Records that an announcement was made, whichever run held the claim: people have been told.
  ///
  /// @return why it could not be recorded; empty if it is
  Optional<Failure> confirm(Announcement announcement, LedgerEntry entry);

  /// Releases the claim of an announcement that was not made. A claim that another run took over
  /// stays with that run.
  ///
  /// @return why it could not be released; empty if it is, or if `owner` did not hold it
  Optional<Failure> release(Announcement announcement, String owner);

  /// Fetches the open outages of some accounts, or of the organization, by these; without an entry
  /// where none is recorded.
  Outcome<Map<Place, Outages>> outages(Collection<Place> wholes);

  /// Replaces the recorded outages, if they are the version before.
  ///
  /// @return false if another run was quicker
  Outcome<Boolean> replace(Outages outages);

  /// Fetches the acknowledgements of some commitments, in force or over.
  ///
  /// @param keys what tells the commitments from others, as [RecordedCommitment#key] has it
  /// @return those that there are, by these keys
  Outcome<Map<String, Acknowledged>> acknowledgements(Collection<String> keys);

  /// Fetches the accounts that the last whole run had of those that tell a topic; empty where none
  /// is recorded.
  Outcome<Optional<KnownAccounts>> knownAccounts(String topic);

  /// Replaces the recorded accounts, if they are the version before.
  ///
  /// @return false if another run was quicker
  Outcome<Boolean> replace(KnownAccounts accounts);

  /// Fetches what the last whole sweep has proved of a payer; empty where none is recorded.
  Outcome<Optional<WholeSweep>> wholeSweep(AccountId payer);

  /// Records what a whole sweep has proved, in place of what was recorded of its payer.
  ///
  /// @return why it could not be recorded; empty if it is
  Optional<Failure> record(WholeSweep sweep);
}
