package dev.riexpiry.alert;

import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import java.util.Locale;

/// Writes the title of the section in which a commitment stands, in the mail as in the chat.
final class SectionTitle {
  private SectionTitle() {}

  static String of(Finding.OfCommitment finding, CheckSummary summary) {
    return switch (finding) {
      case Unpaid _ -> "NOT PAID - gives no discount";
      case Lapsed lapsed -> of(lapsed, summary);
      case Expiring expiring ->
          expiring.renewed()
              ? "RENEWED - look whether it was bought for this, told once"
              : "ENDS " + day(Wording.daysLeft(expiring.daysLeft()), expiring, summary);
    };
  }

  private static String of(Lapsed lapsed, CheckSummary summary) {
    String how = lapsed.manner() == Lapsed.Manner.GIVEN_BACK ? "GIVEN BACK" : "LAPSED";
    return lapsed.daysAgo().isPresent()
        ? how + " " + day(Wording.daysAgo(lapsed.daysAgo().getAsInt()), lapsed, summary)
        : how
            + (lapsed.manner() == Lapsed.Manner.EARLY ? " EARLY" : "")
            + " - on a day that AWS does not say";
  }

  private static String day(String when, Finding.OfCommitment finding, CheckSummary summary) {
    return "%s - last day %s (%s)"
        .formatted(
            when.toUpperCase(Locale.ENGLISH),
            Wording.day(summary.checkDate().lastDay(finding.commitment().end())),
            summary.checkDate().zone().getId());
  }
}
