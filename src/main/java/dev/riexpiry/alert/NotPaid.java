package dev.riexpiry.alert;



import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/// What is said of purchases that are not paid.
public final class NotPaid {
  private NotPaid() {}

  /// What to do about one.
  public static String remedy(Unpaid trouble) {
    return switch (trouble.kind()) {
      case FAILED ->
          "mend the payment method of the account that pays, and buy again: a failed purchase cannot be retried";
      case PENDING ->
          "look at the payment method of the account that pays before the payment fails: a failed purchase cannot be retried";
    };
  }

  /// How long it has been so: `payment-failed, 3 days after its start`.
  public static String since(Unpaid trouble) {
    String when =
        trouble.days() < 0
            ? Wording.count(-trouble.days(), "day") + " before its start"
            : trouble.days() == 0
                ? "on the day of its start"
                : Wording.count(trouble.days(), "day") + " after its start";
    return trouble.kind().id() + ", " + when;
  }

  /// One paragraph a purchase; none if all are paid.
  static List<String> lines(List<Unpaid> troubles, CheckSummary summary) {
    if (troubles.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("NOT PAID - gives no discount");
    for (Unpaid trouble : troubles) {
      Commitment commitment = trouble.commitment();
      lines.add("");
      lines.addAll(CommitmentLines.whoseAndWhat(commitment, summary));
      lines.add("  %s, %s".formatted(PlainText.of(commitment.id()), since(trouble)));
      lines.add("  To mend it: " + remedy(trouble));
      ConsoleLink.of(commitment).ifPresent(link -> lines.add("  " + link));
    }
    return lines;
  }
}
