package dev.riexpiry.alert;

import dev.riexpiry.expiry.Expiring;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.sweep.Unreadable;
import java.util.List;
import java.util.function.Predicate;

/// What is to be told.
///
/// @param expiring soonest end first
/// @param unreadable by place
/// @param recovered places that could not be read and now can
public record News(List<Expiring> expiring, List<Unreadable> unreadable, List<OpenGap> recovered) {
  public News {
    expiring = List.copyOf(expiring);
    unreadable = List.copyOf(unreadable);
    recovered = List.copyOf(recovered);
  }

  /// Tells whether there is nothing.
  public boolean isEmpty() {
    return expiring.isEmpty() && unreadable.isEmpty() && recovered.isEmpty();
  }

  /// A part of it, in the same order.
  public News only(
      Predicate<Expiring> ofExpiring,
      Predicate<Unreadable> ofUnreadable,
      Predicate<OpenGap> ofRecovered) {
    return new News(
        expiring.stream().filter(ofExpiring).toList(),
        unreadable.stream().filter(ofUnreadable).toList(),
        recovered.stream().filter(ofRecovered).toList());
  }
}
