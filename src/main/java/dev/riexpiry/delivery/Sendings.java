package dev.riexpiry.delivery;

import java.util.List;
import java.util.stream.Stream;

/// The messages of one run, by channel, each with what became of it.
///
/// @param alerts the alerts, in the order of sending
/// @param chat what a chat channel was told
public record Sendings(List<Receipt> alerts, List<ChatReceipt> chat) {
  /// The messages of a run that had nothing to say.
  public static final Sendings NONE = new Sendings(List.of(), List.of());

  public Sendings {
    alerts = List.copyOf(alerts);
    chat = List.copyOf(chat);
  }

  /// The alerts of a run that tells no other channel.
  public static Sendings of(List<Receipt> alerts) {
    return new Sendings(alerts, List.of());
  }

  /// The messages of all channels.
  public Stream<Sending> all() {
    return Stream.concat(alerts.stream(), chat.stream());
  }
}
