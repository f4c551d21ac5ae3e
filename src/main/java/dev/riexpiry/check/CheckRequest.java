package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.Overview;
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
/// @param narrowing what the caller narrowed it to; the roster holds no more than that
/// @param inventory whether the report lists every active commitment, however far its end is
/// @param criteria what counts as ending soon
/// @param announcing how what is found is announced
public record CheckRequest(
    Roster roster,
    Narrowing narrowing,
    boolean inventory,
    Criteria criteria,
    Announcing announcing) {
  public CheckRequest {
    requireNonNull(roster, "roster is null");
    requireNonNull(narrowing, "narrowing is null");
    requireNonNull(criteria, "criteria is null");
    requireNonNull(announcing, "announcing is null");
    if (announcing.recorded() && narrowing.cutsAccounts()) {
      throw new IllegalArgumentException("a part of an account is not recorded");
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
        Narrowing.NONE,
        false,
        new Criteria(checkDate, milestones, LapseWindow.DEFAULT),
        new Announcing(
            grouping,
            delivery,
            delivery instanceof DeliveryMode.Publish,
            Cadence.OFF,
            Optional.empty()));
  }

  /// The day it is taken to be.
  public CheckDate checkDate() {
    return criteria.checkDate();
  }

  /// How long before the end people are told.
  public Milestones milestones() {
    return criteria.milestones();
  }

  /// Whether alerts are sent, and where to.
  public DeliveryMode delivery() {
    return announcing.delivery();
  }

  /// Tells whether a ledger, if there is one, records what is announced.
  public boolean recorded() {
    return announcing.recorded();
  }

  /// Makes the rules by which the commitments of the request are judged.
  Rules rules() {
    return new Rules(
        criteria.checkDate(), criteria.milestones(), criteria.lapseWindow(), roster.ignores());
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
    return with(announcing.unrecorded());
  }

  /// The same request for other accounts.
  public CheckRequest of(Roster other) {
    return new CheckRequest(other, narrowing, inventory, criteria, announcing);
  }

  /// The same request, known to be narrowed by its caller. A ledger records nothing of a part of an
  /// account.
  public CheckRequest narrowed(Narrowing other) {
    return new CheckRequest(
        roster,
        other,
        inventory,
        criteria,
        other.cutsAccounts() ? announcing.unrecorded() : announcing);
  }

  /// The same request with a list of every active commitment in its report.
  public CheckRequest withInventory() {
    return new CheckRequest(roster, narrowing, true, criteria, announcing);
  }

  /// Selects what has to be kept of the listing of one target until all are read: all of it where
  /// the payer is asked, since each commitment is compared.
  UnaryOperator<List<Commitment>> keep() {
    if (roster.payer().isPresent()) {
      return listing -> listing;
    }
    Rules rules = rules();
    return inventory || looksAhead()
        ? listing -> {
          Set<Commitment> judged = Set.copyOf(rules.keep(listing));
          return listing.stream()
              .filter(item -> judged.contains(item) || isListed(item) || isAhead(item))
              .toList();
        }
        : rules::keep;
  }

  /// Tells whether this may be a run that tells an overview: one of everything.
  boolean looksAhead() {
    return announcing.overview() != Cadence.OFF && narrowing.isNone();
  }

  /// Tells whether an overview shows a commitment.
  boolean isAhead(Commitment commitment) {
    long left = checkDate().daysLeft(commitment.end());
    return looksAhead() && commitment.state().live() && left >= 0 && left <= Overview.DAYS;
  }

  private boolean isListed(Commitment commitment) {
    return inventory && commitment.state().live() && checkDate().daysLeft(commitment.end()) >= 0;
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
    return with(announcing.dry());
  }

  /// The same request with another window for lapses.
  public CheckRequest with(LapseWindow other) {
    return new CheckRequest(roster, narrowing, inventory, criteria.with(other), announcing);
  }

  /// The same request with overviews.
  public CheckRequest with(Cadence overview) {
    return with(announcing.with(overview));
  }

  /// The same request, whose links to the console go through a portal.
  public CheckRequest through(Optional<StartUrl> portal) {
    return with(announcing.through(portal));
  }

  private CheckRequest with(Announcing other) {
    return new CheckRequest(roster, narrowing, inventory, criteria, other);
  }
}
