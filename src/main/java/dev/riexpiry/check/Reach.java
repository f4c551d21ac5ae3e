package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.finding.DroppedAccount;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.Identity;
import java.util.List;
import java.util.Optional;

/// The reach of one run: as whom it looked, and what it had no reason to look at.
///
/// @param caller whose the run's own credentials are, if that could be learnt
/// @param closed accounts of the organization that are not open, and were not to be read
/// @param notOffered places in which AWS says it offers nothing, and of which people were told
/// @param dropped accounts that the last whole run had, and this one has not
/// @param file which accounts file it followed, where that came from a bucket
public record Reach(
    Optional<Identity> caller,
    List<ClosedAccount> closed,
    List<Unread> notOffered,
    List<DroppedAccount> dropped,
    Optional<AccountsVersion> file) {
  /// The reach of a run by an unknown caller that had to look at everything.
  public static final Reach UNKNOWN =
      new Reach(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

  public Reach {
    requireNonNull(caller, "caller is null");
    closed = List.copyOf(closed);
    notOffered = List.copyOf(notOffered);
    dropped = List.copyOf(dropped);
    requireNonNull(file, "file is null");
  }
}
