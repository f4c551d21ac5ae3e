package dev.riexpiry.delivery;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Message;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.History;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Announces findings without recording that: everything that is due and that there is time for.
///
/// @param <M> the messages of the channel
/// @param <S> what became of one
/// @param sender composes and sends
record EveryTimeSender<M extends Message, S extends Sending>(ChannelSender<M, S> sender) {
  Told<S> send(CheckSummary summary) {
    Set<Announcement> untold = new HashSet<>(sender.untold(summary));
    List<S> sendings = new ArrayList<>();
    InTurn.send(
        sender.compose(summary.with(summary.history().leaving(untold))),
        message -> {
          if (sender.isTooLate(sendings)) {
            message.findings().forEach(finding -> untold.add(finding.announcement()));
            return true;
          }
          List<S> sent = sender.send(message);
          sendings.addAll(sent);
          return sent.stream().allMatch(Sending::accepted);
        });
    History history = summary.history().leaving(untold);
    return new Told<>(history, sendings, 0, List.of(), Set.of());
  }
}
