package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.util.Comparator;

/// A purchase whose payment is pending for too long, or has failed. One that is pending and then
/// fails is announced twice.
///
/// @param commitment the purchase
/// @param kind whether the payment is pending or has failed
/// @param days calendar days from its start to the check date; negative before its start
public record Unpaid(Commitment commitment, Kind kind, int days) implements Finding.OfCommitment {
  /// Orders failed before pending, then by account, region, service and id.
  public static final Comparator<Unpaid> WORST_FIRST =
      Comparator.comparing(Unpaid::kind).thenComparing(Unpaid::commitment, Lapsed.BY_ID);

  public Unpaid {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(kind, "kind is null");
  }

  /// Names the remedy, for people.
  public String remedy() {
    return switch (kind) {
      case FAILED ->
          "mend the payment method of the account that pays, and buy again: a failed purchase cannot be retried";
      case PENDING ->
          "look at the payment method of the account that pays before the payment fails: a failed purchase cannot be retried";
    };
  }

  /// Writes its kind, and since when: `payment-failed, 3 days after its start`.
  public String since() {
    String count = Math.abs(days) + (Math.abs(days) == 1 ? " day" : " days");
    String when =
        days < 0
            ? count + " before its start"
            : days == 0 ? "on the day of its start" : count + " after its start";
    return kind.id() + ", " + when;
  }

  @Override
  public Announcement announcement() {
    return Announcement.of("payment#%s#%s".formatted(commitmentKey(), kind.id()), commitment.end());
  }

  /// The reason why a purchase is not paid. The declared order is the order in reports.
  public enum Kind {
    /// The purchase never took effect and cannot be retried.
    FAILED("payment-failed"),
    /// The payment takes longer than it should.
    PENDING("payment-pending");

    private final String id;

    Kind(String id) {
      this.id = requireNonNull(id, "id is null");
    }

    /// The word that stands for it in JSON and in the ledger.
    public String id() {
      return id;
    }
  }
}
