package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bus of EventBridge: the name of one in the caller's own account and region, or the ARN of one
/// anywhere.
///
/// @param value such as `default` or `arn:aws:events:us-east-1:111122223333:event-bus/commitments`
public record EventBus(String value) {
  /// The remedy for a text that is none.
  public static final String REMEDY =
      "write a name such as commitments, or an ARN like"
          + " arn:aws:events:us-east-1:111122223333:event-bus/commitments";

  private static final Pattern BUS =
      Pattern.compile(
          "(arn:aws[a-z-]*:events:(?<region>[a-z0-9-]+):[0-9]{12}:event-bus/)?[A-Za-z0-9._-][/A-Za-z0-9._-]{0,255}");

  /// @throws IllegalArgumentException if it is neither a name nor an ARN
  public EventBus {
    requireNonNull(value, "value is null");
    if (!BUS.matcher(value).matches()) {
      throw new IllegalArgumentException("not an event bus: " + value);
    }
  }

  /// Reads a name or ARN. Empty if `text` is neither.
  public static Optional<EventBus> parse(String text) {
    return BUS.matcher(text).matches() ? Optional.of(new EventBus(text)) : Optional.empty();
  }

  /// The region that its ARN names; empty where the caller's own is meant.
  public Optional<String> region() {
    Matcher matcher = BUS.matcher(value);
    return matcher.matches() ? Optional.ofNullable(matcher.group("region")) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
