package dev.riexpiry.delivery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The messages of one run, by channel, each with what became of it.
///
/// @param alerts the alerts, in the order of sending
/// @param chat what a chat channel was told
/// @param events what was put on a bus
public record Sendings(List<Receipt> alerts, List<ChatReceipt> chat, List<EventReceipt> events) {
  /// The messages of a run that had nothing to say.
  public static final Sendings NONE = new Sendings(List.of(), List.of(), List.of());

  public Sendings {
    alerts = List.copyOf(alerts);
    chat = List.copyOf(chat);
    events = List.copyOf(events);
  }

  /// The alerts of a run that tells no other channel.
  public static Sendings of(List<Receipt> alerts) {
    return new Sendings(alerts, List.of(), List.of());
  }

  /// The same with one more alert, if there is one.
  public Sendings and(Optional<Receipt> alert) {
    return new Sendings(Stream.concat(alerts.stream(), alert.stream()).toList(), chat, events);
  }

  /// The messages of all channels.
  public Stream<Sending> all() {
    return Stream.of(alerts, chat, events).flatMap(List::stream);
  }
}
