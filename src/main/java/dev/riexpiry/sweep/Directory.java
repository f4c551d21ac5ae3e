package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.util.List;
import java.util.Optional;

/// Lists the accounts of the caller's organization.
public interface Directory {
  /// Asks whose the caller's own credentials are.
  Outcome<Identity> caller();

  /// The open accounts in some organizational units and in all units below them.
  ///
  /// @param organizationalUnits their ids; the whole organization if there is none
  /// @param stop ends the listing early; what was not listed is a failure then
  Listing list(List<String> organizationalUnits, Stop stop);

  /// The accounts that a directory listed. Both lists may hold something, after a partial failure:
  /// a branch of the organization that could not be listed takes nothing from the others.
  ///
  /// @param members open accounts, by id
  /// @param closed the others, by id
  /// @param failures the reasons why members may be missing; empty if none is
  public record Listing(List<Member> members, List<ClosedAccount> closed, List<Failure> failures) {
    /// A listing in which all accounts are open.
    public Listing(List<Member> members, List<Failure> failures) {
      this(members, List.of(), failures);
    }

    public Listing {
      members = List.copyOf(members);
      closed = List.copyOf(closed);
      failures = List.copyOf(failures);
    }

    /// One account of an organization.
    ///
    /// @param id its id
    /// @param name its name in the organization
    /// @param organizationalUnit the names of the units it is in, from the root down with slashes
    ///   between them; empty if it stands directly below the root
    /// @param units the ids of the units it is in, from the root down; those above a unit that was
    ///   asked for may be missing
    /// @param payer the management account of the organization that lists it, if that is known
    public record Member(
        AccountId id,
        String name,
        String organizationalUnit,
        List<String> units,
        Optional<AccountId> payer) {
      /// A member of an organization of which neither the ids of units nor the management account
      /// is known.
      public Member(AccountId id, String name, String organizationalUnit) {
        this(id, name, organizationalUnit, List.of(), Optional.empty());
      }

      public Member {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(organizationalUnit, "organizationalUnit is null");
        units = List.copyOf(units);
        requireNonNull(payer, "payer is null");
      }
    }
  }
}
