package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

/// What sends the messages of each channel.
///
/// @param mail sends alerts
/// @param chat sends chat messages
/// @param events puts events on a bus
public record Publishers(Publisher mail, ChatPublisher chat, EventPublisher events) {
  public Publishers {
    requireNonNull(mail, "mail is null");
    requireNonNull(chat, "chat is null");
    requireNonNull(events, "events is null");
  }
}
