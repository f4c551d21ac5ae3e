package dev.riexpiry.alert;



import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.text.PlainText;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a mail says of a commitment, whatever is the matter with it: whose it is, what, its id, its
/// end and its price.
final class CommitmentLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);

  private CommitmentLines() {}

  /// @param ends the word for its end
  /// @param costs the word for its price
  static List<String> of(Commitment commitment, CheckSummary summary, String ends, String costs) {
    ZonedDateTime end = commitment.end().atZone(summary.checkDate().zone());
    List<String> lines = new ArrayList<>(whoseAndWhat(commitment, summary));
    lines.add(
        "  %s%s, %s %s"
            .formatted(
                PlainText.of(commitment.id()),
                commitment.label().name().map(name -> " (" + PlainText.of(name) + ")").orElse(""),
                ends,
                TIME.format(end)));
    if (commitment.covered() instanceof Covered.Resources) {
      commitment
          .hourlyPrice()
          .ifPresent(price -> lines.add("  " + costs + " " + price + " an hour"));
    }
    return lines;
  }

  /// Whose it is, and what.
  static List<String> whoseAndWhat(Commitment commitment, CheckSummary summary) {
    return List.of(
        "  %s, %s, %s"
            .formatted(
                PlainText.of(summary.labelOf(commitment.accountId())),
                commitment.region(),
                commitment.service().label()),
        "  " + PlainText.of(commitment.description()));
  }
}
