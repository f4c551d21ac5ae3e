package dev.riexpiry.delivery;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Message;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.ledger.Channel;
import java.util.List;
import java.util.Set;

/// Composes the messages of one channel and sends them, recording nothing.
///
/// @param <M> its messages
/// @param <S> what became of one
sealed interface ChannelSender<M extends Message, S extends Sending>
    permits AlertSender, ChatSender, EventSender {
  /// The channel.
  Channel channel();

  /// The announcements that are due and that there is certainly no time for.
  Set<Announcement> untold(CheckSummary summary);

  /// So much as there is to tell of what is due, which says how long claims are needed.
  Telling telling(CheckSummary summary);

  /// Composes the messages of everything that this run announces.
  List<M> compose(CheckSummary summary);

  /// Composes messages in place of one of which some findings are not announced any more.
  ///
  /// @param summary says what is announced now
  /// @param still the findings that are left of it
  List<M> instead(M message, List<Finding> still, CheckSummary summary);

  /// Tells whether there is no time for another message.
  ///
  /// @param sendings those of this run so far
  boolean isTooLate(List<S> sendings);

  /// Sends one message, or says where it would have gone.
  List<S> send(M message);
}
