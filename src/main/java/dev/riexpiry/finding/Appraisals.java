package dev.riexpiry.finding;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The appraisals of the commitments of one run.
///
/// @param known by commitment; nothing where no payer was asked
public record Appraisals(Map<Key, Appraisal> known) {
  /// The appraisals of a run that asked no payer.
  public static final Appraisals NONE = new Appraisals(Map.of());

  public Appraisals {
    known = Map.copyOf(known);
  }

  /// The appraisal of a commitment, if there is one.
  public Optional<Appraisal> of(Commitment commitment) {
    return Optional.ofNullable(known.get(Key.of(commitment)));
  }

  /// The advice on a commitment, if there is one.
  public Optional<Advice> advice(Commitment commitment) {
    return of(commitment).flatMap(Appraisal::advice);
  }

  /// The same with an advice on some of them.
  public Appraisals with(Map<Key, Advice> advice) {
    Map<Key, Appraisal> advised = new HashMap<>(known);
    advice.forEach((key, given) -> advised.computeIfPresent(key, (_, known) -> known.with(given)));
    return new Appraisals(advised);
  }

  /// The place of a commitment and its id there, which no other commitment has.
  public record Key(AccountId accountId, String region, Service service, String id) {
    /// The key of a commitment.
    public static Key of(Commitment commitment) {
      return new Key(
          commitment.accountId(), commitment.region(), commitment.service(), commitment.id());
    }
  }
}
