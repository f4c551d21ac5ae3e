package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Appraisals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The commitments that accounts and payer list, of which those that are one are brought together:
/// by id, then by ARN; and where Cost Explorer gives neither, one to one by account, region,
/// service, type, quantity and a start within two seconds. Never by the end alone: what was bought
/// on one day ends on one day.
///
/// @param pairs what both list
/// @param accountOnly what only its account lists
/// @param payerOnly what only the payer lists
public record Join(
    List<Pair> pairs, List<Commitment> accountOnly, List<PayerCommitment> payerOnly) {
  public Join {
    pairs = List.copyOf(pairs);
    accountOnly = List.copyOf(accountOnly);
    payerOnly = List.copyOf(payerOnly);
  }

  /// Joins two lists, in neither of which a commitment is twice.
  public static Join of(Collection<Commitment> accounts, Collection<PayerCommitment> payer) {
    Joining joining = new Joining(accounts, payer);
    joining.byKey(
        commitment -> Optional.of(Appraisals.Key.of(commitment)),
        item ->
            Optional.of(item)
                .filter(PayerCommitment::named)
                .map(one -> Appraisals.Key.of(one.commitment())));
    joining.byKey(commitment -> commitment.label().arn(), item -> item.commitment().label().arn());
    joining.byStart();
    return joining.result();
  }

  /// A commitment that both list.
  ///
  /// @param account as its account lists it
  /// @param payer as the payer lists it
  public record Pair(Commitment account, PayerCommitment payer) {
    public Pair {
      requireNonNull(account, "account is null");
      requireNonNull(payer, "payer is null");
    }
  }

  /// What two commitments have in common that may be one, beside their start.
  private record Likeness(
      AccountId accountId, String region, Service service, String type, int quantity) {
    static Likeness of(Commitment commitment) {
      return new Likeness(
          commitment.accountId(),
          commitment.region(),
          commitment.service(),
          commitment.covered().resourceType(),
          commitment.covered().quantity());
    }
  }

  private static final class Joining {
    private static final Comparator<Commitment> BY_START =
        Comparator.comparing(Commitment::start).thenComparing(Commitment::end);

    private final List<Pair> pairs = new ArrayList<>();
    private final Set<Commitment> accounts;
    private final Set<PayerCommitment> payer;

    Joining(Collection<Commitment> accounts, Collection<PayerCommitment> payer) {
      this.accounts = new LinkedHashSet<>(accounts);
      this.payer = new LinkedHashSet<>(payer);
    }

    <K> void byKey(
        Function<Commitment, Optional<K>> ofAccount,
        Function<PayerCommitment, Optional<K>> ofPayer) {
      Map<K, Commitment> known = new HashMap<>();
      accounts.forEach(commitment ->
          ofAccount.apply(commitment).ifPresent(key -> known.putIfAbsent(key, commitment)));
      for (PayerCommitment item : List.copyOf(payer)) {
        ofPayer.apply(item).map(known::remove).ifPresent(commitment -> add(commitment, item));
      }
    }

    /// Brings together what Cost Explorer does not name: at first what also ends at the same time,
    /// so that of two that were bought together neither is taken for the other.
    void byStart() {
      byStart((one, other) -> isNear(one.end(), other.end()));
      byStart((_, _) -> true);
    }

    /// Brings together what is alike, the earliest first.
    private void byStart(BiPredicate<Commitment, Commitment> mayBeOne) {
      Map<Likeness, List<Commitment>> alike =
          accounts.stream()
              .sorted(BY_START)
              .collect(
                  Collectors.groupingBy(Likeness::of, LinkedHashMap::new, Collectors.toList()));
      Set<Commitment> taken = new HashSet<>();
      payer.stream()
          .filter(item -> !item.named())
          .sorted(Comparator.comparing(PayerCommitment::commitment, BY_START))
          .toList()
          .forEach(item ->
              alike.getOrDefault(Likeness.of(item.commitment()), List.of()).stream()
                  .filter(commitment -> isNear(commitment.start(), item.commitment().start()))
                  .filter(commitment -> mayBeOne.test(commitment, item.commitment()))
                  .filter(taken::add)
                  .findFirst()
                  .ifPresent(commitment -> add(commitment, item)));
    }

    private void add(Commitment commitment, PayerCommitment item) {
      pairs.add(new Pair(commitment, item));
      accounts.remove(commitment);
      payer.remove(item);
    }

    Join result() {
      return new Join(pairs, List.copyOf(accounts), List.copyOf(payer));
    }
  }

  /// Tells whether two times may be the same: Cost Explorer has whole seconds, and ends a second
  /// early.
  public static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(Listed.TOLERANCE) <= 0;
  }
}
