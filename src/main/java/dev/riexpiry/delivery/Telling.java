package dev.riexpiry.delivery;

import java.time.Duration;

/// So much as there is to tell, and how long that takes: messages one after the other at the pace
/// that a mail subscription bears, and for each finding its text, its claim and its confirmation.
///
/// @param messages how many, at least 0
/// @param findings the findings in them, at least 0
public record Telling(int messages, int findings) {
  /// The time of one message. Two of them begin 125 milliseconds apart; SNS may take longer than
  /// that to answer over a connection of its own.
  public static final Duration MESSAGE = Duration.ofMillis(150);

  /// The time of one finding: two writes of 20 milliseconds, 32 of them at once, and half a
  /// millisecond of a processor for its text.
  public static final Duration FINDING = Duration.ofMillis(2);

  /// The findings that certainly fit into one message.
  public static final int FINDINGS_A_MESSAGE = 100;

  /// @throws IllegalArgumentException if one of them is negative
  public Telling {
    if (messages < 0 || findings < 0) {
      throw new IllegalArgumentException("nobody tells less than nothing");
    }
  }

  /// The time that it takes.
  public Duration time() {
    return MESSAGE.multipliedBy(messages).plus(FINDING.multipliedBy(findings));
  }
}
