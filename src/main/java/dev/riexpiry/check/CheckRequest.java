package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.StartUrl;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.finding.Place;
import dev.riexpiry.policy.LapseWindow;
import dev.riexpiry.policy.Rules;
import dev.riexpiry.sweep.Roster;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The request for one run.
///
/// @param roster the accounts to read
/// @param checkDate the day it is taken to be
/// @param milestones how long before the end people are told
/// @param lapseWindow for how long after its end a lapse is announced
/// @param grouping the grouping of findings into alerts
/// @param delivery whether alerts are sent, and where to
/// @param recorded whether a ledger, if there is one, records what is announced: not for a check
///   date that the caller chose, nor for a part of an account
/// @param narrowing what the caller narrowed it to; the roster holds no more than that
/// @param inventory whether the report lists every active commitment, however far its end is
/// @param startUrl the portal through which links to the console go, if there is one
public record CheckRequest(
    Roster roster,
    CheckDate checkDate,
    Milestones milestones,
    LapseWindow lapseWindow,
    Grouping grouping,
    DeliveryMode delivery,
    boolean recorded,
    Narrowing narrowing,
    boolean inventory,
    Optional<StartUrl> startUrl) {
  public CheckRequest {
    requireNonNull(roster, "roster is null");
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(lapseWindow, "lapseWindow is null");
    requireNonNull(grouping, "grouping is null");
    requireNonNull(delivery, "delivery is null");
    requireNonNull(narrowing, "narrowing is null");
    requireNonNull(startUrl, "startUrl is null");
    if (recorded && narrowing.cutsAccounts()) {
      throw new IllegalArgumentException("a part of an account is not recorded");
    }
    if (recorded && delivery instanceof DeliveryMode.DryRun) {
      throw new IllegalArgumentException("a dry run records nothing");
    }
  }

  /// Makes a request that is recorded if its alerts are sent, with the default window for lapses.
  public CheckRequest(
      Roster roster,
      CheckDate checkDate,
      Milestones milestones,
      Grouping grouping,
      DeliveryMode delivery) {
    this(
        roster,
        checkDate,
        milestones,
        LapseWindow.DEFAULT,
        grouping,
        delivery,
        delivery instanceof DeliveryMode.Publish,
        Narrowing.NONE,
        false,
        Optional.empty());
  }

  /// Makes the rules by which the commitments of the request are judged.
  Rules rules() {
    return new Rules(checkDate, milestones, lapseWindow, roster.ignores());
  }

  /// Tells whether a commitment that the payer lists is one that the caller, and the accounts file,
  /// want to hear of.
  boolean asksFor(Commitment commitment) {
    return roster
            .payer()
            .filter(payer -> payer.excluded().contains(commitment.accountId()))
            .isEmpty()
        && (narrowing.accounts().isEmpty() || narrowing.accounts().contains(commitment.accountId()))
        && narrowing.holds(Place.of(commitment));
  }

  /// The same request, of which a ledger records nothing.
  public CheckRequest unrecorded() {
    return new CheckRequest(
        roster,
        checkDate,
        milestones,
        lapseWindow,
        grouping,
        delivery,
        false,
        narrowing,
        inventory,
        startUrl);
  }

  /// The same request for other accounts.
  public CheckRequest of(Roster other) {
    return new CheckRequest(
        other,
        checkDate,
        milestones,
        lapseWindow,
        grouping,
        delivery,
        recorded,
        narrowing,
        inventory,
        startUrl);
  }

  /// The same request, known to be narrowed by its caller. A ledger records nothing of a part of an
  /// account.
  public CheckRequest narrowed(Narrowing other) {
    return new CheckRequest(
        roster,
        checkDate,
        milestones,
        lapseWindow,
        grouping,
        delivery,
        recorded && !other.cutsAccounts(),
        other,
        inventory,
        startUrl);
  }

  /// The same request with a list of every active commitment in its report.
  public CheckRequest withInventory() {
    return new CheckRequest(
        roster,
        checkDate,
        milestones,
        lapseWindow,
        grouping,
        delivery,
        recorded,
        narrowing,
        true,
        startUrl);
  }

  /// Selects what has to be kept of the listing of one target until all are read: all of it where
  /// the payer is asked, since each commitment is compared.
  UnaryOperator<List<Commitment>> keep() {
    if (roster.payer().isPresent()) {
      return listing -> listing;
    }
    Rules rules = rules();
    return inventory
        ? listing -> {
          Set<Commitment> judged = Set.copyOf(rules.keep(listing));
          return listing.stream().filter(item -> judged.contains(item) || isListed(item)).toList();
        }
        : rules::keep;
  }

  /// Tells whether a commitment ends within the milestones, or has ended within the window for
  /// lapses.
  boolean announces(Commitment commitment) {
    long left = checkDate.daysLeft(commitment.end());
    return commitment.state().live()
        && left >= -lapseWindow.days()
        && milestones.days().stream().anyMatch(days -> left <= days);
  }

  private boolean isListed(Commitment commitment) {
    return inventory && commitment.state().live() && checkDate.daysLeft(commitment.end()) >= 0;
  }

  /// The inventory among what was kept, soonest end first; empty if none was asked for.
  Optional<List<Commitment>> inventory(Collection<Commitment> kept) {
    return inventory
        ? Optional.of(
            kept.stream()
                .filter(this::isListed)
                .sorted(
                    Comparator.comparing(Commitment::end)
                        .thenComparing(Commitment::accountId)
                        .thenComparing(Commitment::region)
                        .thenComparing(Commitment::service)
                        .thenComparing(Commitment::id))
                .toList())
        : Optional.empty();
  }

  /// The same request, sending nothing.
  public CheckRequest dry() {
    return new CheckRequest(
        roster,
        checkDate,
        milestones,
        lapseWindow,
        grouping,
        delivery.dry(),
        false,
        narrowing,
        inventory,
        startUrl);
  }

  /// The same request with another window for lapses.
  public CheckRequest with(LapseWindow other) {
    return new CheckRequest(
        roster,
        checkDate,
        milestones,
        other,
        grouping,
        delivery,
        recorded,
        narrowing,
        inventory,
        startUrl);
  }

  /// The same request, whose links to the console go through a portal.
  public CheckRequest through(Optional<StartUrl> portal) {
    return new CheckRequest(
        roster,
        checkDate,
        milestones,
        lapseWindow,
        grouping,
        delivery,
        recorded,
        narrowing,
        inventory,
        portal);
  }
}
