package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.finding.CheckDate;

/// The time for which a purchase counts although its payment is pending: two days from its start.
/// AWS takes a payment within minutes or, where a bank has to be asked, within a day; what is
/// pending for longer may fail, and is announced by [PaymentPolicy].
///
/// @param checkDate the day it is taken to be
record PaymentGrace(CheckDate checkDate) {
  private static final int DAYS = 2;

  PaymentGrace {
    requireNonNull(checkDate, "checkDate is null");
  }

  /// Tells whether a purchase counts although its payment is pending.
  boolean covers(Commitment purchase) {
    return purchase.state() == Known.PAYMENT_PENDING
        && checkDate.daysSince(purchase.start()) <= DAYS;
  }
}
