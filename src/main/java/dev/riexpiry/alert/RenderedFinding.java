package dev.riexpiry.alert;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.text.Json;
import java.util.EnumMap;
import java.util.Map;

/// The JSON of one finding and its size, rendered when it is first asked for and then kept.
final class RenderedFinding {
  private final Finding finding;
  private final CheckSummary summary;
  private final Map<Detail, Measured> measured = new EnumMap<>(Detail.class);

  RenderedFinding(Finding finding, CheckSummary summary) {
    this.finding = finding;
    this.summary = summary;
  }

  Finding finding() {
    return finding;
  }

  /// The JSON, as one element of a list.
  Measured json(Detail detail) {
    return measured.computeIfAbsent(
        detail, _ -> Measured.of(Json.compact(FindingDocument.of(finding, summary, detail))));
  }

  /// A text of a message.
  ///
  /// @param text as it is read
  /// @param bytes as it is sent, within the quotes of a JSON string, and what separates it from the
  ///   next
  record Measured(String text, int bytes) {
    /// The longest separator is the two characters that stand for a line break.
    private static final int SEPARATOR = 2;

    static Measured of(String text) {
      return new Measured(text, Json.bytesInString(text) + SEPARATOR);
    }
  }
}
