package dev.riexpiry.ledger;



import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Remembers what was announced, for every run that is given the same one. May be asked by several
/// threads at once.
public interface Ledger {
  /// What people call it.
  String name();

  /// What is remembered of some announcements.
  Outcome<Recorded> recorded(Collection<? extends Announcement> announcements);

  /// Asks for an announcement. Whoever has it may ask again, for more time.
  Claim claim(Announcement announcement, Lease lease);

  /// Remembers that an announcement was made, whoever had it: it is a fact.
  ///
  /// @return why it could not be remembered; empty if it is
  Optional<Failure> confirm(Announcement announcement, Told told);

  /// Gives an announcement back that was not made. One that another run took over stays theirs.
  ///
  /// @return why it could not be given back; empty if it is, or if it was not the owner's
  Optional<Failure> release(Announcement announcement, String owner);

  /// What is remembered of the places that could not be read, by holder; nothing where there is
  /// nothing.
  Outcome<Map<GapPlace, OpenGaps>> gaps(Collection<GapPlace> holders);

  /// Replaces what is remembered, if that is the version before.
  ///
  /// @return false if another run was quicker
  Outcome<Boolean> replace(OpenGaps gaps);
}
