package dev.riexpiry.cost;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.cost.CostAndUsage.Page;
import dev.riexpiry.cost.CostAndUsage.Session;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.sweep.Stop;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Lists the costs that one account sees, page by page: all of them or none, because a sum of some
/// pages would be told as what was paid.
///
/// - requests: at most 200, of which each costs one cent (USD)
/// - a listing whose data changes while it is paged through begins anew once
final class CostListing {
  static final int MOST_REQUESTS = 200;

  /// The codes by which Cost Explorer says that a listing has changed while it was paged through.
  private static final Set<String> CHANGED =
      Set.of("RequestChangedException", "InvalidNextTokenException", "BillExpirationException");

  private final Session session;
  private final CostQuestion question;
  private final Stop stop;
  private final Map<Key, Cost> costs = new HashMap<>();
  private final Map<LocalDate, Boolean> days = new TreeMap<>();
  private final Map<AccountId, String> names = new HashMap<>();
  private int asked;
  private int answered;

  CostListing(Session session, CostQuestion question, Stop stop) {
    this.session = session;
    this.question = question;
    this.stop = stop;
  }

  /// Asks for all pages.
  CostShare read() {
    Optional<Failure> failure = once();
    if (failure.filter(why -> CHANGED.contains(why.code())).isPresent()) {
      failure = once();
    }
    return failure
        .map(why ->
            CostShare.unread(new PlaceFailure(new Place.Account(session.account()), why), answered))
        .orElseGet(() ->
            new CostShare(List.copyOf(costs.values()), days, names, Optional.empty(), answered));
  }

  private Optional<Failure> once() {
    costs.clear();
    days.clear();
    names.clear();
    Set<String> tokens = new HashSet<>();
    Optional<String> token = Optional.empty();
    do {
      Optional<Failure> failure;
      switch (page(token)) {
        case Outcome.Failed<Page>(Failure why) -> failure = Optional.of(why);
        case Outcome.Found<Page>(Page page) -> {
          failure = take(page);
          token = page.next();
        }
      }
      if (failure.isPresent()) {
        return failure;
      }
    } while (token.filter(tokens::add).isPresent());
    return token
        .map(_ ->
            new Failure(
                CostQuestion.ACTION,
                "EndlessListing",
                "a page token came again, so that the listing would never end",
                "ask again; if it repeats, see whether a proxy changes answers"))
        .or(this::missing);
  }

  private Optional<Failure> take(Page page) {
    page.days().forEach((day, estimated) -> days.merge(day, estimated, Boolean::logicalOr));
    page.names().forEach(names::putIfAbsent);
    for (Cost cost : page.costs()) {
      if (counts(cost) && costs.putIfAbsent(Key.of(cost), cost) != null) {
        return Optional.of(
            unusable(
                "%s of account %s on %s is listed twice"
                    .formatted(cost.service(), cost.account(), cost.date())));
      }
    }
    return Optional.empty();
  }

  private boolean counts(Cost cost) {
    return question.days().holds(cost.date())
        && question.only().map(cost.account()::equals).orElse(true);
  }

  /// A day of which nothing is said must not pass for one on which nothing was paid.
  private Optional<Failure> missing() {
    List<LocalDate> missing =
        question.days().all().stream().filter(day -> !days.containsKey(day)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            unusable(
                "the answer leaves out %d of the days, the first of them %s"
                    .formatted(missing.size(), missing.getFirst())));
  }

  private static Failure unusable(String message) {
    return new Failure(
        CostQuestion.ACTION,
        Failure.UNUSABLE_ANSWER,
        message,
        "look the costs up in the AWS console; if it repeats, report it as a defect of this"
            + " program");
  }

  private Outcome<Page> page(Optional<String> token) {
    if (stop.isDue()) {
      return new Outcome.Failed<>(stop.failure(CostQuestion.ACTION));
    }
    if (asked == MOST_REQUESTS) {
      return new Outcome.Failed<>(
          new Failure(
              CostQuestion.ACTION,
              "RequestLimit",
              "Cost Explorer was asked for %s pages, and there are more".formatted(MOST_REQUESTS),
              "ask for fewer days"));
    }
    asked++;
    Outcome<Page> first = session.page(question, token);
    Outcome<Page> page =
        first.failure().filter(Failure::isSilence).isPresent()
            ? session.patient().page(question, token)
            : first;
    if (page instanceof Outcome.Found<Page>) {
      answered++;
    }
    return page;
  }

  private record Key(LocalDate date, AccountId account, String service, String currency) {
    static Key of(Cost cost) {
      return new Key(
          cost.date(), cost.account(), cost.service(), cost.amount().currency().orElse(""));
    }
  }
}
