package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Source;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.payer.PayerCommitment;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.policy.AdvicePolicy;
import dev.riexpiry.policy.Rules.Judgement;
import dev.riexpiry.sweep.Stop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Advises on what ends, by its use in the last 30 days, which was read, and in the last 7, which
/// is asked for only for the services of which something is due and whose last 30 were read.
///
/// @param inquiry asks the payer
/// @param payer the payer
/// @param month what was read of it
/// @param stop ends the reading of the payer
record Advisor(PayerInquiry inquiry, PayerScope payer, PayerReading month, Stop stop) {
  Advisor {
    requireNonNull(inquiry, "inquiry is null");
    requireNonNull(payer, "payer is null");
    requireNonNull(month, "month is null");
    requireNonNull(stop, "stop is null");
  }

  /// Adds an advice to what is known of each commitment that ends.
  ///
  /// @param judgement what ends of that which the request asks for
  /// @param due the findings that this run tells of
  Sources advise(Sources sources, CheckRequest request, Judgement judgement, Stream<Finding> due) {
    Set<Service> read = month.read().collect(Collectors.toSet());
    Set<Service> services =
        due.flatMap(Advisor::ending)
            .map(Commitment::service)
            .filter(read::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    if (services.isEmpty()) {
      return sources;
    }
    PayerReading week = inquiry.readRecent(payer, month, services, stop);
    List<Commitment> listed =
        month
            .commitments()
            .map(item -> sources.owned(item.commitment()))
            .filter(commitment -> services.contains(commitment.service()))
            .toList();
    return sources.advised(
        new AdvicePolicy(appraisals(sources), usages(week, sources))
            .advise(listed, judgement.and(ofTheRest(request))),
        week.requests(),
        warnings(week));
  }

  /// Judges what the request was narrowed not to look at: an advice is the same whichever part is
  /// looked at, so that two who look at a part each do not both renew for one use.
  private Judgement ofTheRest(CheckRequest request) {
    return request
        .rules()
        .judge(
            month
                .commitments()
                .map(PayerCommitment::commitment)
                .filter(commitment ->
                    !payer.excluded().contains(commitment.accountId())
                        && !request.asksFor(commitment))
                .toList());
  }

  private static Stream<Commitment> ending(Finding finding) {
    return finding instanceof Expiring || finding instanceof Lapsed
        ? Stream.of(((Finding.OfCommitment) finding).commitment())
        : Stream.of();
  }

  /// What the payer says of all that it lists: what is not told covers for the rest all the same.
  private Appraisals appraisals(Sources sources) {
    Map<Appraisals.Key, Appraisal> known = new HashMap<>();
    month
        .commitments()
        .forEach(item ->
            known.put(
                Appraisals.Key.of(sources.owned(item.commitment())),
                new Appraisal(Source.PAYER, item.usage(), Optional.of(item.worth()))));
    return new Appraisals(known);
  }

  private static Map<Appraisals.Key, Usage> usages(PayerReading reading, Sources sources) {
    Map<Appraisals.Key, Usage> usages = new HashMap<>();
    reading
        .commitments()
        .forEach(item ->
            item.usage()
                .ifPresent(usage ->
                    usages.put(Appraisals.Key.of(sources.owned(item.commitment())), usage)));
    return usages;
  }

  private static Stream<String> warnings(PayerReading week) {
    return week.causes().stream()
        .map(failure -> "the use of the last 7 days could not be read: " + failure.reason());
  }
}
