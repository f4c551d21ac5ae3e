package dev.riexpiry.verify;

import static java.util.Objects.requireNonNull;

/// The kinds of trials, in the order in which they are told.
public enum TrialKind {
  /// Whose the caller's own credentials are.
  IDENTITY("identity"),
  /// Whether the accounts file can be read out of its bucket.
  ACCOUNTS_FILE("accounts-file"),
  /// Whether the organization lists its accounts.
  ORGANIZATION("organization"),
  /// Whether the payer's Cost Explorer answers for the whole organization.
  PAYER("payer"),
  /// Whether an account can be entered.
  ROLE("role"),
  /// Whether an account lists its regions.
  REGIONS("regions"),
  /// Whether a listing of commitments is answered.
  ACTION("action"),
  /// Whether a topic is there, and a standard one.
  TOPIC("topic"),
  /// Whether somebody has confirmed a subscription of a topic.
  SUBSCRIPTIONS("subscriptions"),
  /// Whether a topic takes a message.
  PUBLISH("publish"),
  /// Whether a bus takes events.
  EVENTS("events"),
  /// Whether the ledger can be read, and written.
  LEDGER("ledger"),
  /// Whether the bucket of spread checks can be read, and written.
  BUCKET("bucket"),
  /// Whether reports can be written where they go.
  REPORT("report"),
  /// Whether the payer's Cost Explorer tells the costs that a report shows.
  COSTS("costs"),
  /// What an answer of the function has no room for.
  LEFT_OUT("left-out");

  private final String id;

  TrialKind(String id) {
    this.id = requireNonNull(id, "id is null");
  }

  /// The word for it in table and JSON.
  public String id() {
    return id;
  }
}
