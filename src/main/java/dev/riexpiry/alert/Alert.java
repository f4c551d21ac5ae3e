package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/// One message, ready for one topic.
///
/// @param subject printable ASCII, 1 to 99 characters
/// @param mail plain text for people
/// @param json the same for programs
/// @param attributes what subscriptions can filter on
/// @param news what it tells of
public record Alert(
    String subject, String mail, String json, AlertAttributes attributes, News news) {
  /// What SNS takes in one message, attributes included.
  ///
  /// @see <a href="https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html">SNS</a>
  public static final int MAX_BYTES = 256 * 1024;

  public Alert {
    requireNonNull(subject, "subject is null");
    requireNonNull(mail, "mail is null");
    requireNonNull(json, "json is null");
    requireNonNull(attributes, "attributes is null");
    requireNonNull(news, "news is null");
  }

  /// How many expiring commitments it tells of.
  public int expiring() {
    return news.expiring().size();
  }

  /// The message of `MessageStructure=json`: one text for each protocol.
  public String message() {
    return SnsMessage.of(mail, json);
  }

  /// What counts towards [#MAX_BYTES]: the message, its attributes and its subject in UTF-8.
  int bytes() {
    return message().getBytes(StandardCharsets.UTF_8).length
        + attributes.bytes()
        + subject.length();
  }
}
