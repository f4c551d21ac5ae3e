package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

/// What sends the messages of each channel.
///
/// @param mail sends alerts
/// @param chat sends chat messages
public record Publishers(Publisher mail, ChatPublisher chat) {
  public Publishers {
    requireNonNull(mail, "mail is null");
    requireNonNull(chat, "chat is null");
  }
}
