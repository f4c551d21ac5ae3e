package dev.riexpiry.check;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.ledger.Channel;
import dev.riexpiry.ledger.Recall;
import dev.riexpiry.ledger.RecordKeeping;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What each channel has announced before of what a run has found. Without a ledger nothing is
/// known of any.
record Histories(Map<Channel, History> byChannel) {
  Histories {
    byChannel = Map.copyOf(byChannel);
  }

  /// Asks the ledger for the history of each channel that the request names.
  ///
  /// @param recall the records of the topics of alerts; empty without a ledger
  static Histories of(
      Optional<RecordKeeping> keeping, Optional<Recall> recall, CheckRequest request) {
    Map<Channel, History> histories = new EnumMap<>(Channel.class);
    recall.ifPresent(known -> {
      histories.put(Channel.MAIL, known.history());
      for (Channel channel : request.delivery().channels().channels()) {
        histories.put(
            channel,
            keeping
                .orElseThrow()
                .history(
                    channel, request.checkDate().date(), request.milestones(), known.findings()));
      }
    });
    return new Histories(histories);
  }

  History of(Channel channel) {
    return Objects.requireNonNullElse(byChannel.get(channel), History.NONE);
  }

  /// Tells whether a finding is due on any channel.
  boolean isDue(Finding finding) {
    return byChannel.isEmpty()
        ? History.NONE.isDue(finding)
        : byChannel.values().stream().anyMatch(history -> history.isDue(finding));
  }
}
