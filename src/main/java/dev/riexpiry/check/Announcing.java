package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.StartUrl;
import dev.riexpiry.delivery.DeliveryMode;
import java.util.Optional;

/// The way in which one run announces what it finds.
///
/// @param grouping the grouping of findings into alerts
/// @param delivery whether alerts are sent, and where to
/// @param recorded whether a ledger, if there is one, records what is announced: not for a check
///   date that the caller chose, nor for a part of an account
/// @param overview how often an overview is told
/// @param startUrl the portal through which links to the console go, if there is one
public record Announcing(
    Grouping grouping,
    DeliveryMode delivery,
    boolean recorded,
    Cadence overview,
    Optional<StartUrl> startUrl) {
  public Announcing {
    requireNonNull(grouping, "grouping is null");
    requireNonNull(delivery, "delivery is null");
    requireNonNull(overview, "overview is null");
    requireNonNull(startUrl, "startUrl is null");
    if (recorded && delivery instanceof DeliveryMode.DryRun) {
      throw new IllegalArgumentException("a dry run records nothing");
    }
  }

  /// The same, of which a ledger records nothing.
  Announcing unrecorded() {
    return new Announcing(grouping, delivery, false, overview, startUrl);
  }

  /// The same, sending nothing.
  Announcing dry() {
    return new Announcing(grouping, delivery.dry(), false, overview, startUrl);
  }

  /// The same with another cadence of overviews.
  Announcing with(Cadence other) {
    return new Announcing(grouping, delivery, recorded, other, startUrl);
  }

  /// The same, whose links to the console go through a portal.
  Announcing through(Optional<StartUrl> portal) {
    return new Announcing(grouping, delivery, recorded, overview, portal);
  }
}
