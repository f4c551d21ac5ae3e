package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Source;
import dev.riexpiry.payer.Join;
import dev.riexpiry.payer.PayerCommitment;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.payer.Window;
import dev.riexpiry.sweep.SweepResult;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run has read, of its accounts and of the payer.
///
/// @param result what was read in all
/// @param labels the labels of the accounts
/// @param payer what is known from the payer's Cost Explorer
/// @param wholes the places of the payer whose outages a ledger records
/// @param window the days that the payer was asked about; empty without a payer
/// @param owners what the payer lists and its account too, as the account lists it
/// @param warnings what is worth a look
record Sources(
    SweepResult result,
    AccountLabels labels,
    PayerKnowledge payer,
    List<Place> wholes,
    Optional<Window> window,
    Map<Appraisals.Key, Commitment> owners,
    List<String> warnings) {
  /// The time that the payer's data has to reach past an end before a lapse is told: a replacement
  /// that was bought within it need not be listed yet.
  private static final Duration LATE_REPLACEMENT = Duration.ofDays(2);

  Sources {
    requireNonNull(result, "result is null");
    requireNonNull(labels, "labels is null");
    requireNonNull(payer, "payer is null");
    wholes = List.copyOf(wholes);
    requireNonNull(window, "window is null");
    owners = Map.copyOf(owners);
    warnings = List.copyOf(warnings);
  }

  static Sources of(CheckRequest request, SweepResult accounts, Optional<PayerReading> payer) {
    return payer
        .map(reading ->
            request.roster().ofPayerOnly()
                ? ofPayerOnly(request, reading)
                : ofBoth(request, accounts, reading))
        .orElseGet(() ->
            new Sources(
                accounts,
                labels(request, Stream.of()),
                PayerKnowledge.NONE,
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of()));
  }

  private static Sources ofPayerOnly(CheckRequest request, PayerReading reading) {
    return new Sources(
        PayerOnly.result(reading, request),
        labels(request, reading.commitments().map(PayerCommitment::account)),
        new PayerKnowledge(
            appraisals(reading.commitments(), List.of()),
            reading.refusal().isPresent()
                ? Reconciliation.OFF
                : Reconciliation.onlySource(period(reading), reading.requests())),
        PayerOnly.place(reading).stream().toList(),
        Optional.of(reading.window()),
        Map.of(),
        Stream.concat(reading.warnings().stream(), ofAnotherDay(request, reading.window()))
            .toList());
  }

  /// The same with an advice on what ends.
  ///
  /// @param requests the pages that the payer answered beside
  /// @param more what is worth a look of these
  Sources advised(Map<Appraisals.Key, Advice> advice, int requests, Stream<String> more) {
    return new Sources(
        result,
        labels,
        payer.with(advice, requests),
        wholes,
        window,
        owners,
        Stream.concat(warnings.stream(), more).toList());
  }

  private static Sources ofBoth(CheckRequest request, SweepResult accounts, PayerReading reading) {
    Comparison comparison = new Comparison(request, accounts, reading);
    List<Failure> failures = reading.causes();
    return new Sources(
        accounts.and(comparison.told().stream().map(PayerCommitment::commitment).toList()),
        labels(request, reading.commitments().map(PayerCommitment::account)),
        new PayerKnowledge(
            appraisals(comparison.told().stream(), comparison.pairs()),
            new Reconciliation(
                failures.isEmpty() ? Reconciliation.State.DONE : Reconciliation.State.FAILED,
                Optional.of(period(reading)),
                reading.requests(),
                comparison.pairs().size(),
                comparison.accountOnly(),
                comparison.payerOnly(),
                comparison.disputed(),
                comparison.known(),
                comparison.unjoined(),
                failures)),
        List.of(),
        Optional.of(reading.window()),
        comparison.pairs().stream()
            .collect(
                Collectors.toMap(
                    pair -> Appraisals.Key.of(pair.payer().commitment()), Join.Pair::account)),
        Stream.of(
                reading.warnings().stream(),
                ofAnotherDay(request, reading.window()),
                failures.stream()
                    .map(failure ->
                        "the accounts could not be compared with the payer's Cost Explorer: "
                            + failure.sentence()),
                comparison.unjoined().stream().map(Sources::unjoined))
            .flatMap(warnings -> warnings)
            .toList());
  }

  private static String unjoined(Service service) {
    return "%s cannot be joined: not one commitment of its accounts is one that the payer's Cost Explorer lists, and nothing of it is told from the payer alone"
        .formatted(service.label());
  }

  private static Reconciliation.Period period(PayerReading reading) {
    return new Reconciliation.Period(reading.window().from(), reading.window().to());
  }

  private static Appraisals appraisals(Stream<PayerCommitment> ofPayer, List<Join.Pair> ofBoth) {
    Map<Appraisals.Key, Appraisal> known = new HashMap<>();
    ofPayer.forEach(item ->
        known.putIfAbsent(
            Appraisals.Key.of(item.commitment()),
            new Appraisal(Source.PAYER, item.usage(), Optional.of(item.worth()))));
    ofBoth.forEach(pair ->
        known.put(
            Appraisals.Key.of(pair.account()),
            new Appraisal(Source.BOTH, pair.payer().usage(), Optional.of(pair.payer().worth()))));
    return new Appraisals(known);
  }

  /// The labels of the accounts; those that the file names as it names them.
  private static AccountLabels labels(CheckRequest request, Stream<AccountLabel> ofPayer) {
    Map<AccountId, AccountLabel> labels = new HashMap<>();
    ofPayer.forEach(label -> labels.putIfAbsent(label.id(), label));
    request.roster().accounts().stream()
        .map(Account::label)
        .forEach(label -> labels.put(label.id(), label));
    return new AccountLabels(labels);
  }

  private static Stream<String> ofAnotherDay(CheckRequest request, Window window) {
    LocalDate now = window.to().plusDays(Window.LATE.toDays());
    LocalDate date = request.checkDate().date();
    return Math.abs(ChronoUnit.DAYS.between(now, date)) <= 1
        ? Stream.of()
        : Stream.of(
            "the check is of %s, but what the payer's Cost Explorer knows is of now, up to %s"
                .formatted(date, window.to()));
  }

  /// A commitment of the payer as its account lists it; itself where the account does not.
  Commitment owned(Commitment ofPayer) {
    return owners.getOrDefault(Appraisals.Key.of(ofPayer), ofPayer);
  }

  /// Tells whether people may be told of a finding already.
  boolean isRipe(Finding finding) {
    return !(finding instanceof Lapsed lapsed
        && lapsed.daysAgo().isPresent()
        && isOfPayerOnly(lapsed.commitment())
        && window
            .filter(days -> lapsed.commitment().end().plus(LATE_REPLACEMENT).isAfter(days.end()))
            .isPresent());
  }

  private boolean isOfPayerOnly(Commitment commitment) {
    return payer
        .appraisals()
        .of(commitment)
        .filter(appraisal -> appraisal.source() == Source.PAYER)
        .isPresent();
  }
}
