package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An event for a bus of EventBridge: one finding.
///
/// @param type its detail type
/// @param detail its detail, a JSON object
/// @param resources the ARN of the commitment that it is about, where there is one
/// @param finding what it announces; empty for one that says that it is a test
public record Event(String type, String detail, List<String> resources, Optional<Finding> finding) {
  /// The source of every event.
  public static final String SOURCE = "ri-expiry-notifier";

  public Event {
    requireNonNull(type, "type is null");
    requireNonNull(detail, "detail is null");
    resources = List.copyOf(resources);
    requireNonNull(finding, "finding is null");
  }

  static Event of(Finding finding, CheckSummary summary, Detail detail) {
    return new Event(
        typeOf(finding),
        Json.compact(EventDetail.of(finding, summary, detail)),
        finding instanceof Finding.OfCommitment item
            ? CommitmentArn.of(item.commitment()).stream().toList()
            : List.of(),
        Optional.of(finding));
  }

  /// The event that says that it is a test. No rule for findings takes it: it has a type of its
  /// own.
  ///
  /// @param message what it says
  public static Event test(String message) {
    return new Event(
        "Test",
        Json.compact(Map.of("test", true, "message", message)),
        List.of(),
        Optional.empty());
  }

  private static String typeOf(Finding finding) {
    return switch (finding) {
      case Expiring _ -> "Commitment Expiring";
      case Lapsed _ -> "Commitment Lapsed";
      case Unpaid _ -> "Commitment Unpaid";
      case Unread _ -> "Place Unread";
      case Restored _ -> "Place Restored";
    };
  }

  /// Names it for people: what it is, and of which finding.
  public String title() {
    return finding.map(item -> type + " " + item.announcement().key()).orElse(type);
  }

  /// The bytes that EventBridge counts.
  int bytes() {
    return bytes(SOURCE)
        + bytes(type)
        + bytes(detail)
        + resources.stream().mapToInt(Event::bytes).sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
