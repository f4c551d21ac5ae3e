package dev.riexpiry.alert;

import dev.riexpiry.expiry.Expiring;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.payment.PaymentTrouble;
import dev.riexpiry.sweep.Unreadable;
import java.util.List;
import java.util.function.Predicate;

/// What is to be told.
///
/// @param expiring soonest end first; none that is renewed
/// @param renewed what is expiring and renewed: told beside other news, and never news itself
/// @param troubles purchases that are not paid, the worst first
/// @param unreadable by place
/// @param recovered places that could not be read and now can
public record News(
    List<Expiring> expiring,
    List<Expiring> renewed,
    List<PaymentTrouble> troubles,
    List<Unreadable> unreadable,
    List<OpenGap> recovered) {
  public News {
    expiring = List.copyOf(expiring);
    renewed = List.copyOf(renewed);
    troubles = List.copyOf(troubles);
    unreadable = List.copyOf(unreadable);
    recovered = List.copyOf(recovered);
  }

  /// News in which nothing is renewed and everything is paid.
  public News(List<Expiring> expiring, List<Unreadable> unreadable, List<OpenGap> recovered) {
    this(expiring, List.of(), List.of(), unreadable, recovered);
  }

  /// Tells whether there is nothing.
  public boolean isEmpty() {
    return expiring.isEmpty() && troubles.isEmpty() && unreadable.isEmpty() && recovered.isEmpty();
  }

  /// The same with other places that can be read again.
  public News with(List<OpenGap> readAgain) {
    return new News(expiring, renewed, troubles, unreadable, readAgain);
  }

  /// A part of it, in the same order. What is renewed stays.
  public News only(
      Predicate<Expiring> ofExpiring,
      Predicate<PaymentTrouble> ofTroubles,
      Predicate<Unreadable> ofUnreadable,
      Predicate<OpenGap> ofRecovered) {
    return new News(
        expiring.stream().filter(ofExpiring).toList(),
        renewed,
        troubles.stream().filter(ofTroubles).toList(),
        unreadable.stream().filter(ofUnreadable).toList(),
        recovered.stream().filter(ofRecovered).toList());
  }

  /// The same with a part of what is renewed.
  News onlyRenewed(Predicate<Expiring> ofRenewed) {
    return new News(
        expiring, renewed.stream().filter(ofRenewed).toList(), troubles, unreadable, recovered);
  }
}
