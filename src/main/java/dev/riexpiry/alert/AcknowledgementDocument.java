package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.policy.SilencingTag;
import java.time.Instant;
import java.util.Optional;

/// The decision to be silent of a commitment, as JSON.
///
/// @param until the last check date on which its milestones are silent
/// @param by the ARN of who decided, or the tag that says so
/// @param at when; left out of a tag, of which AWS does not say it
public record AcknowledgementDocument(
    String until,
    String reason,
    String by,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> at) {
  static AcknowledgementDocument of(Acknowledgement decision) {
    return new AcknowledgementDocument(
        decision.until().toString(),
        decision.reason(),
        by(decision),
        at(decision).map(Instant::toString));
  }

  /// Names who decided.
  public static String by(Acknowledgement decision) {
    return switch (decision.by()) {
      case Acknowledgement.By.Caller caller -> caller.arn();
      case Acknowledgement.By.Tag _ -> "tag " + SilencingTag.UNTIL;
    };
  }

  /// Says when it was decided, where that is known.
  public static Optional<Instant> at(Acknowledgement decision) {
    return switch (decision.by()) {
      case Acknowledgement.By.Caller caller -> Optional.of(caller.at());
      case Acknowledgement.By.Tag _ -> Optional.empty();
    };
  }
}
