package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

/// Who listed a commitment.
public enum Source {
  /// The account that owns it.
  ACCOUNT("account"),
  /// The Cost Explorer of the account that pays.
  PAYER("payer"),
  /// Both of them.
  BOTH("both");

  private final String id;

  Source(String id) {
    this.id = requireNonNull(id, "id is null");
  }

  /// The word that stands for it in JSON and CSV.
  public String id() {
    return id;
  }
}
