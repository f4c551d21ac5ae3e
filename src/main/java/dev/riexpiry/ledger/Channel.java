package dev.riexpiry.ledger;

import dev.riexpiry.finding.Announcement;
import java.util.Locale;

/// A way of telling. Each is recorded by itself, so that one which refuses is asked again, and the
/// others do not repeat.
public enum Channel {
  /// The topics of alerts. Their records bear no name: they are older than the other channels.
  MAIL,
  /// The topic that a chat channel listens to.
  CHAT,
  /// The bus that events are put on.
  EVENTS;

  /// The announcement of the same by this channel.
  Announcement announcement(Announcement announcement) {
    return this == MAIL
        ? announcement
        : new Announcement(
            name().toLowerCase(Locale.ROOT) + "#" + announcement.key(),
            announcement.expires(),
            announcement.canWait());
  }
}
