package dev.riexpiry.alert;



import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.ledger.OpenGap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is to be told.
///
/// @param lapsed latest end first
/// @param expiring soonest end first; none that is renewed
/// @param renewed what is expiring and renewed: told beside other news, and never news itself
/// @param troubles purchases that are not paid, the worst first
/// @param unreadable by place
/// @param recovered places that could not be read and now can
/// @param elsewhere what other topics are told, by topic
public record News(
    List<Lapsed> lapsed,
    List<Expiring> expiring,
    List<Expiring> renewed,
    List<Unpaid> troubles,
    List<Unreadable> unreadable,
    List<OpenGap> recovered,
    List<Elsewhere> elsewhere) {
  public News {
    lapsed = List.copyOf(lapsed);
    expiring = List.copyOf(expiring);
    renewed = List.copyOf(renewed);
    troubles = List.copyOf(troubles);
    unreadable = List.copyOf(unreadable);
    recovered = List.copyOf(recovered);
    elsewhere = List.copyOf(elsewhere);
  }

  /// News for one topic, in which nothing has lapsed, nothing is renewed and everything is paid.
  public News(List<Expiring> expiring, List<Unreadable> unreadable, List<OpenGap> recovered) {
    this(List.of(), expiring, List.of(), List.of(), unreadable, recovered, List.of());
  }

  /// Tells whether there is nothing.
  public boolean isEmpty() {
    return commitments().findAny().isEmpty()
        && unreadable.isEmpty()
        && recovered.isEmpty()
        && elsewhere.isEmpty();
  }

  /// The same with other places that can be read again.
  public News with(List<OpenGap> readAgain) {
    return new News(lapsed, expiring, renewed, troubles, unreadable, readAgain, elsewhere);
  }

  /// The same, beside what other topics are told.
  public News beside(List<Elsewhere> others) {
    return new News(lapsed, expiring, renewed, troubles, unreadable, recovered, others);
  }

  /// A part of it, in the same order. What is renewed stays, and what other topics are told.
  public News only(
      Predicate<Lapsed> ofLapsed,
      Predicate<Expiring> ofExpiring,
      Predicate<Unpaid> ofTroubles,
      Predicate<Unreadable> ofUnreadable,
      Predicate<OpenGap> ofRecovered) {
    return new News(
        lapsed.stream().filter(ofLapsed).toList(),
        expiring.stream().filter(ofExpiring).toList(),
        renewed,
        troubles.stream().filter(ofTroubles).toList(),
        unreadable.stream().filter(ofUnreadable).toList(),
        recovered.stream().filter(ofRecovered).toList(),
        elsewhere);
  }

  /// What concerns some accounts.
  ///
  /// @param chosen asked with an empty one for what concerns the organization
  public News ofAccounts(Predicate<Optional<AccountId>> chosen) {
    Predicate<Commitment> ofChosen = item -> chosen.test(Optional.of(item.accountId()));
    return new News(
        lapsed.stream().filter(item -> ofChosen.test(item.commitment())).toList(),
        expiring.stream().filter(item -> ofChosen.test(item.commitment())).toList(),
        renewed.stream().filter(item -> ofChosen.test(item.commitment())).toList(),
        troubles.stream().filter(item -> ofChosen.test(item.commitment())).toList(),
        unreadable.stream().filter(item -> chosen.test(item.accountId())).toList(),
        recovered.stream().filter(gap -> chosen.test(gap.place().accountId())).toList(),
        List.of());
  }

  /// The accounts concerned, each once, in the order of the news; an empty one for the
  /// organization.
  public Stream<Optional<AccountId>> accounts() {
    return Stream.of(
            commitments().map(commitment -> Optional.of(commitment.accountId())),
            unreadable.stream().map(Unreadable::accountId),
            recovered.stream().map(gap -> gap.place().accountId()))
        .<Optional<AccountId>>flatMap(accounts -> accounts)
        .distinct();
  }

  /// The commitments that are news.
  Stream<Commitment> commitments() {
    return Stream.of(
            lapsed.stream().map(Lapsed::commitment),
            expiring.stream().map(Expiring::commitment),
            troubles.stream().map(Unpaid::commitment))
        .flatMap(commitments -> commitments);
  }
}
