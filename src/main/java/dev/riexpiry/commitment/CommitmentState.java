package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/// The state of a commitment in its life cycle, as its service reports it.
///
/// Most services type the state as free text and do not list its values, so a text that is not
/// known stays visible as [Unknown] and counts as live: announcing one reservation too many costs a
/// glance, dropping one costs its discount.
public sealed interface CommitmentState {

  /// Redshift's name of the state that all other services call `payment-pending`.
  String REDSHIFTS_WORD_ORDER = "pending-payment";

  /// The state as services spell it; where they differ, as most of them spell it.
  String text();

  /// Tells whether the commitment still gives its discount, or may do so for all that is known.
  boolean live();

  /// Reads a service's text.
  static CommitmentState of(String text) {
    requireNonNull(text, "text is null");
    String usual = text.equalsIgnoreCase(REDSHIFTS_WORD_ORDER) ? "payment-pending" : text;
    Optional<CommitmentState> known =
        Arrays.stream(Known.values())
            .filter(state -> state.text().equalsIgnoreCase(usual))
            .map(CommitmentState.class::cast)
            .findFirst();
    return known.orElseGet(() -> new Unknown(text));
  }

  /// The states that AWS documents. A value that only occurs in a type that several APIs share,
  /// without a meaning for commitments (`delayed`, `unavailable`), is left to [Unknown].
  enum Known implements CommitmentState {
    /// Gives its discount.
    ACTIVE("active", true),
    /// The old node counts until the exchange is done, and to its end if the exchange is not.
    EXCHANGING("exchanging", true),
    /// Counts until the return is through, and to its end if it is refused.
    PENDING_RETURN("pending-return", true),
    /// Bought, not yet paid, not yet begun.
    PAYMENT_PENDING("payment-pending", false),
    /// Not paid, and never begun.
    PAYMENT_FAILED("payment-failed", false),
    /// Begins, and is paid, later.
    QUEUED("queued", false),
    /// Deleted before it began.
    QUEUED_DELETED("queued-deleted", false),
    /// Paid, and begins later.
    SCHEDULED("scheduled", false),
    /// Over, replaced, or sold.
    RETIRED("retired", false),
    /// Returned to AWS.
    RETURNED("returned", false),
    /// Over.
    EXPIRED("expired", false),
    /// Ended early on request.
    CANCELLED("cancelled", false),
    /// Failed, and never begun.
    FAILED("failed", false);

    private final String text;
    private final boolean live;

    Known(String text, boolean live) {
      this.text = text;
      this.live = live;
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public boolean live() {
      return live;
    }
  }

  /// A state that this version does not know.
  ///
  /// @param text as the service spells it; may be empty when the answer had none
  record Unknown(String text) implements CommitmentState {
    public Unknown {
      requireNonNull(text, "text is null");
    }

    @Override
    public boolean live() {
      return true;
    }
  }
}
