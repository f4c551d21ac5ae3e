package dev.riexpiry.page;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.input.InvalidValueException;
import java.util.Comparator;

/// The orders in which table and CSV list commitments.
public enum RowOrder {
  END,
  ACCOUNT,
  SERVICE;

  /// Reads an order by its word.
  ///
  /// @throws InvalidValueException if there is none of that name
  public static RowOrder of(String word) {
    return switch (word) {
      case "end" -> END;
      case "account" -> ACCOUNT;
      case "service" -> SERVICE;
      default ->
          throw new InvalidValueException(
              "'" + word + "' is not an order", "write end, account or service");
    };
  }

  /// Sorts commitments in this order.
  public Comparator<Commitment> comparator(AccountLabels accounts) {
    Comparator<Commitment> byEnd = Comparator.comparing(Commitment::end);
    Comparator<Commitment> byAccount =
        Comparator.<Commitment, String>comparing(item -> accounts.of(item.accountId()).name())
            .thenComparing(item -> item.accountId().value());
    Comparator<Commitment> byService =
        Comparator.comparing(Commitment::service).thenComparing(Commitment::region);
    Comparator<Commitment> order =
        switch (this) {
          case END -> byEnd.thenComparing(byAccount).thenComparing(byService);
          case ACCOUNT -> byAccount.thenComparing(byEnd).thenComparing(byService);
          case SERVICE -> byService.thenComparing(byEnd).thenComparing(byAccount);
        };
    return order.thenComparing(Commitment::id);
  }
}
