package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ARN of a standard SNS topic.
///
/// @param value such as `arn:aws:sns:us-east-1:111122223333:ri-expiry`
public record TopicArn(String value) {
  /// The remedy for a text that is none.
  public static final String REMEDY = "write one like arn:aws:sns:us-east-1:111122223333:ri-expiry";

  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:sns:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):[A-Za-z0-9_-]{1,256}");

  /// @throws IllegalArgumentException if it is not the ARN of a standard topic
  public TopicArn {
    requireNonNull(value, "value is null");
    if (!ARN.matcher(value).matches()) {
      throw new IllegalArgumentException("not the ARN of a standard SNS topic: " + value);
    }
  }

  /// Reads an ARN. Empty if `text` is not that of a standard topic: a FIFO topic has no mail
  /// subscriptions.
  public static Optional<TopicArn> parse(String text) {
    return ARN.matcher(text).matches() ? Optional.of(new TopicArn(text)) : Optional.empty();
  }

  /// The region the topic is in; SNS takes a message for it nowhere else.
  public String region() {
    return part("region");
  }

  /// The id of the account that owns the topic.
  public String accountId() {
    return part("account");
  }

  private String part(String name) {
    Matcher matcher = ARN.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalStateException("checked when it was made: " + value);
    }
    return matcher.group(name);
  }

  @Override
  public String toString() {
    return value;
  }
}
