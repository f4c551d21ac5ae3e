package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Source;
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
/// @param warnings what is worth a look
record Sources(
    SweepResult result,
    AccountLabels labels,
    PayerKnowledge payer,
    List<Place> wholes,
    Optional<Window> window,
    List<String> warnings) {
  /// The time that the payer's data has to reach past an end before a lapse is told: a replacement
  /// that was bought within it need not be listed yet.
  private static final Duration LATE_REPLACEMENT = Duration.ofDays(2);

  /// The days from the last of a window to the day on which it is asked for.
  private static final int DAYS_TO_NOW = 3;

  Sources {
    requireNonNull(result, "result is null");
    requireNonNull(labels, "labels is null");
    requireNonNull(payer, "payer is null");
    wholes = List.copyOf(wholes);
    requireNonNull(window, "window is null");
    warnings = List.copyOf(warnings);
  }

  static Sources of(CheckRequest request, SweepResult accounts, Optional<PayerReading> payer) {
    return payer
        .map(reading -> ofPayer(request, reading))
        .orElseGet(() ->
            new Sources(
                accounts,
                labels(request, Stream.of()),
                PayerKnowledge.NONE,
                List.of(),
                Optional.empty(),
                List.of()));
  }

  private static Sources ofPayer(CheckRequest request, PayerReading reading) {
    Window window = reading.window();
    return new Sources(
        PayerOnly.result(reading, request),
        labels(request, reading.commitments().map(item -> item.account())),
        new PayerKnowledge(
            appraisals(reading),
            new Reconciliation(
                Reconciliation.State.OFF,
                Optional.of(new Reconciliation.Period(window.from(), window.to())),
                reading.requests(),
                true)),
        PayerOnly.place(reading).stream().toList(),
        Optional.of(window),
        Stream.concat(reading.warnings().stream(), ofAnotherDay(request, window)).toList());
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
        Stream.concat(warnings.stream(), more).toList());
  }

  private static Appraisals appraisals(PayerReading reading) {
    return new Appraisals(
        reading
            .commitments()
            .collect(
                Collectors.toMap(
                    item -> Appraisals.Key.of(item.commitment()),
                    item -> new Appraisal(Source.PAYER, item.usage(), Optional.of(item.worth())),
                    (first, _) -> first)));
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
    LocalDate now = window.to().plusDays(DAYS_TO_NOW);
    LocalDate date = request.checkDate().date();
    return Math.abs(ChronoUnit.DAYS.between(now, date)) <= 1
        ? Stream.of()
        : Stream.of(
            "the check is of %s, but what the payer's Cost Explorer knows is of now, up to %s"
                .formatted(date, window.to()));
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
