package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

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
/// @param startUrl the portal through which links to the console go, if there is one
public record Announcing(
    Grouping grouping, DeliveryMode delivery, boolean recorded, Optional<StartUrl> startUrl) {
  public Announcing {
    requireNonNull(grouping, "grouping is null");
    requireNonNull(delivery, "delivery is null");
    requireNonNull(startUrl, "startUrl is null");
    if (recorded && delivery instanceof DeliveryMode.DryRun) {
      throw new IllegalArgumentException("a dry run records nothing");
    }
  }

  /// The same, of which a ledger records nothing.
  Announcing unrecorded() {
    return new Announcing(grouping, delivery, false, startUrl);
  }

  /// The same, sending nothing.
  Announcing dry() {
    return new Announcing(grouping, delivery.dry(), false, startUrl);
  }

  /// The same, whose links to the console go through a portal.
  Announcing through(Optional<StartUrl> portal) {
    return new Announcing(grouping, delivery, recorded, portal);
  }
}
