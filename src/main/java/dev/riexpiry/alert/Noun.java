package dev.riexpiry.alert;



import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.stream.Stream;

/// What commitments are called together.
enum Noun {
  RESERVATION("reservation"),
  SAVINGS_PLAN("Savings Plan"),
  COMMITMENT("commitment");

  private final String text;

  Noun(String text) {
    this.text = text;
  }

  /// The word of their own kind where all are of one; what both kinds are where there are some of
  /// each.
  static Noun of(Stream<Commitment> commitments) {
    List<Noun> kinds = commitments.map(Noun::of).distinct().toList();
    return kinds.size() == 1 ? kinds.getFirst() : COMMITMENT;
  }

  private static Noun of(Commitment commitment) {
    return commitment.service() == Service.SAVINGS_PLANS ? SAVINGS_PLAN : RESERVATION;
  }

  /// In the singular, as AWS spells it.
  String text() {
    return text;
  }

  /// With whose it is before it, for those who do not know yet.
  String ofAws() {
    return "AWS " + text;
  }
}
