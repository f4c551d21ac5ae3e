package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/// Where a commitment is in its life, as its service says.
///
/// Most services type the state as free text and do not list its values, so a text that is not
/// known stays visible as [Unknown] and counts as live: announcing one reservation too many costs a
/// glance, dropping one costs its discount.
public sealed interface CommitmentState {

  /// The state as the service spells it.
  String text();

  /// Tells whether the commitment still gives its discount, or may do so for all that is known.
  boolean live();

  /// Reads a service's text.
  static CommitmentState of(String text) {
    requireNonNull(text, "text is null");
    Optional<CommitmentState> known =
        Arrays.stream(Known.values())
            .filter(state -> state.text().equalsIgnoreCase(text))
            .map(CommitmentState.class::cast)
            .findFirst();
    return known.orElseGet(() -> new Unknown(text));
  }

  /// The states that AWS documents.
  enum Known implements CommitmentState {
    ACTIVE("active"),
    PAYMENT_PENDING("payment-pending"),
    PAYMENT_FAILED("payment-failed"),
    QUEUED("queued"),
    QUEUED_DELETED("queued-deleted"),
    RETIRED("retired");

    private final String text;

    Known(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public boolean live() {
      return this == ACTIVE;
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
