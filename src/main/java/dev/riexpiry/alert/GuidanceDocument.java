package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.finding.Guidance;
import java.util.Optional;

/// Which places a check asked, as the report shows it.
///
/// @param asked `all`, or `guided`
/// @param since the day on which all were asked, of a guided check
/// @param reason why all were asked
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record GuidanceDocument(String asked, Optional<String> since, Optional<String> reason) {
  /// The document of a guidance; empty where no payer may guide.
  public static Optional<GuidanceDocument> of(Guidance guidance) {
    return switch (guidance) {
      case Guidance.Off() -> Optional.empty();
      case Guidance.Whole(Guidance.Reason reason) ->
          Optional.of(new GuidanceDocument("all", Optional.empty(), Optional.of(reason.id())));
      case Guidance.Guided guided ->
          Optional.of(
              new GuidanceDocument(
                  "guided", Optional.of(guided.since().toString()), Optional.empty()));
    };
  }

  /// Says it to people, who are told how much was left out.
  ///
  /// @param notAsked the targets that were left out
  public static Optional<String> text(Guidance guidance, int notAsked) {
    return switch (guidance) {
      case Guidance.Off() -> Optional.empty();
      case Guidance.Whole(Guidance.Reason reason) ->
          Optional.of("All was asked, not only where the payer lists something: " + reason.text());
      case Guidance.Guided guided ->
          Optional.of(
              "Not asked, for the payer lists nothing there: %s; all was asked on %s"
                  .formatted(Wording.count(notAsked, "target"), Wording.day(guided.since())));
    };
  }
}
