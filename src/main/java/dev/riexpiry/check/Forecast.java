package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.delivery.Routes;
import dev.riexpiry.delivery.Telling;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Foresees, while accounts are read, how much there will be to tell. What was told before is known
/// only later, and counts as well. May be told of listings by several threads at once.
final class Forecast {
  /// The time of telling beyond which a grouping is warned of.
  private static final Duration LONG = Duration.ofMinutes(5);

  private final CheckRequest request;
  private final Map<AccountId, Account> accounts;
  private final Routes routes;
  private final Set<String> groups = ConcurrentHashMap.newKeySet();
  private final AtomicInteger findings = new AtomicInteger();

  /// @param request says which accounts there are, and how findings are grouped into messages
  Forecast(CheckRequest request) {
    this.request = requireNonNull(request, "request is null");
    this.accounts =
        request.roster().accounts().stream()
            .collect(Collectors.toMap(Account::id, account -> account, (first, _) -> first));
    this.routes = Routes.of(request.roster().accounts(), request.roster().routing());
  }

  /// The same selection of what is kept of a listing, watched.
  UnaryOperator<List<Commitment>> watching(UnaryOperator<List<Commitment>> keep) {
    return listing -> {
      List<Commitment> kept = keep.apply(listing);
      note(kept);
      return kept;
    };
  }

  /// Counts what is about to end, or has just ended.
  void note(Collection<Commitment> kept) {
    for (Commitment commitment : kept) {
      if (request.criteria().announces(commitment)) {
        findings.incrementAndGet();
        groups.add(group(commitment));
      }
    }
  }

  /// So much as there is to tell of what was read so far.
  Telling telling() {
    return new Telling(groups.size() + findings.get() / Telling.FINDINGS_A_MESSAGE, findings.get());
  }

  private String group(Commitment commitment) {
    return switch (request.announcing().grouping()) {
      case RESERVATION -> commitment.accountId() + "#" + commitment.id();
      case DIGEST, ACCOUNT, OU ->
          Optional.ofNullable(accounts.get(commitment.accountId()))
              .map(account -> group(account, commitment.label().tags()))
              .orElse("");
    };
  }

  private String group(Account account, Map<String, String> tags) {
    String topic = routes.topic(account.id(), tags).map(Object::toString).orElse("");
    return switch (request.announcing().grouping()) {
      case DIGEST -> topic;
      case ACCOUNT, RESERVATION -> account.id().value() + "#" + topic;
      case OU -> account.organizationalUnit().orElse("") + "#" + topic;
    };
  }

  /// Warns of a grouping by which a bad day, such as one on which no role can be assumed, makes
  /// more messages than can be sent in a few minutes.
  Optional<String> warning() {
    long messages =
        accounts.values().stream().map(account -> group(account, Map.of())).distinct().count();
    Duration time = new Telling((int) messages, 0).time();
    return time.compareTo(LONG) <= 0
        ? Optional.empty()
        : Optional.of(
            "the %s grouping makes up to %,d messages of these accounts, which take %d minutes to send; digest makes the fewest"
                .formatted(request.announcing().grouping(), messages, time.toMinutes()));
  }
}
