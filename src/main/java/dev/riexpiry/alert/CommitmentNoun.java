package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import java.util.Collection;
import java.util.List;

/// The noun for several commitments together.
enum CommitmentNoun {
  RESERVATION("reservation"),
  SAVINGS_PLAN("Savings Plan"),
  COMMITMENT("commitment");

  private final String text;

  CommitmentNoun(String text) {
    this.text = text;
  }

  /// The word of their own kind where all are of one; the word for both kinds where there are some
  /// of each.
  static CommitmentNoun of(Collection<Commitment> commitments) {
    List<CommitmentNoun> kinds =
        commitments.stream().map(CommitmentNoun::of).distinct().limit(2).toList();
    return kinds.size() == 1 ? kinds.getFirst() : COMMITMENT;
  }

  private static CommitmentNoun of(Commitment commitment) {
    return commitment.service() == Service.SAVINGS_PLANS ? SAVINGS_PLAN : RESERVATION;
  }

  /// The noun in the singular, as AWS spells it.
  String text() {
    return text;
  }

  /// The noun with the seller before it, for readers who do not know it yet.
  String ofAws() {
    return "AWS " + text;
  }
}
