package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.News;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.expiry.Expiring;
import dev.riexpiry.expiry.ExpiryPolicy;
import dev.riexpiry.ledger.GapPlace;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.ledger.Recall;
import dev.riexpiry.payment.PaymentPolicy;
import dev.riexpiry.payment.PaymentTrouble;
import dev.riexpiry.renewal.RenewalPolicy;
import dev.riexpiry.renewal.Renewals;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs checks: sweeps the accounts, decides what is expiring and what of it is due, makes the
/// alerts and has them sent.
///
/// @param sweep reads
/// @param publisher sends; not asked in a dry run
/// @param recorder remembers what was told; without it every run tells everything
public record Check(Sweep sweep, Publisher publisher, Optional<Recorder> recorder) {
  public Check {
    requireNonNull(sweep, "sweep is null");
    requireNonNull(publisher, "publisher is null");
    requireNonNull(recorder, "recorder is null");
  }

  /// A check without a ledger.
  public Check(Sweep sweep, Publisher publisher) {
    this(sweep, publisher, Optional.empty());
  }

  /// Runs one check. Whatever AWS does is in the report; nothing is thrown for it.
  ///
  /// @param stop when to end although not everything was read; a check that somebody ends sends
  ///   nothing, one that runs out of time sends what it found
  public CheckReport run(CheckRequest request, Stop stop) {
    SweepResult result = read(request, stop);
    return conclude(stop.isRequested() ? request.dry() : request, result);
  }

  /// Reads the accounts of a request. Results over different accounts of one request add up.
  public SweepResult read(CheckRequest request, Stop stop) {
    ExpiryPolicy policy = policy(request);
    RenewalPolicy renewal = renewal(request);
    PaymentPolicy payment = payment(request);
    return sweep.run(
        ReadingOrder.of(request, recorder.map(Recorder::ledger)),
        commitment ->
            policy.judge(commitment).isPresent()
                || renewal.mayReplace(commitment)
                || payment.judge(commitment).isPresent()
                || isDoubtful(commitment, request),
        stop);
  }

  /// A roster in the order in which its accounts are best read by several functions.
  Roster inOrder(Roster roster) {
    return new Roster(
        ReadingOrder.lateFirst(roster.accounts(), recorder.map(Recorder::ledger))
            .orElse(roster.accounts()),
        roster.unlisted(),
        roster.whole());
  }

  /// Decides, tells and reports what the reading of a request came to.
  public CheckReport conclude(CheckRequest request, SweepResult read) {
    SweepResult result = read.plus(SweepResult.unlisted(request.roster().unlisted()));
    List<Expiring> expiring = policy(request).expiring(result.kept());
    Renewals renewals = renewal(request).renewals(expiring, result.kept());
    Map<Boolean, List<Expiring>> settled =
        expiring.stream().collect(Collectors.partitioningBy(renewals::isSettled));
    List<PaymentTrouble> troubles = payment(request).troubles(result.kept());
    News all =
        new News(
            settled.getOrDefault(false, List.of()),
            settled.getOrDefault(true, List.of()),
            troubles,
            result.unreadable(),
            List.of());
    Optional<Recall> recall = recorder.map(known -> recall(known, request, all));
    Memory memory = recall.map(Recall::memory).orElse(Memory.NONE);
    CheckSummary summary =
        new CheckSummary(
            request.checkDate(),
            request.milestones(),
            result.coverage(),
            expiring.size(),
            request.roster().accounts().stream()
                .collect(Collectors.toMap(Account::id, Function.identity())),
            memory,
            renewals);
    News news =
        all.with(memory.gaps().recovered())
            .only(memory::isDue, memory::isDue, memory::isDue, memory::isDue);
    Telling telling = new Telling(request, publisher);
    Telling.Told told =
        recorder.isPresent() && request.recorded()
            ? new RecordedTelling(telling, recorder.get(), summary, recall.orElseThrow()).tell(news)
            : telling.tell(summary, news);
    return new CheckReport(
        summary.with(told.memory()),
        request.delivery() instanceof Delivery.DryRun,
        expiring,
        troubles,
        result.unreadable(),
        told.alerts(),
        Stream.concat(
                result.kept().stream()
                    .filter(commitment -> isDoubtful(commitment, request))
                    .map(Check::warning)
                    .sorted(),
                LedgerWarnings.of(told))
            .toList(),
        recorder.map(known -> use(known, request, told)).orElse(LedgerUse.OFF));
  }

  private static Recall recall(Recorder recorder, CheckRequest request, News all) {
    Stream<GapPlace> accounts = request.roster().ids().map(GapPlace::account);
    return Recall.of(
        recorder.ledger(),
        request.checkDate(),
        request.milestones(),
        all.expiring(),
        all.troubles(),
        all.unreadable(),
        request.roster().whole()
            ? Stream.concat(accounts, Stream.of(GapPlace.LIST_OF_ACCOUNTS)).toList()
            : accounts.toList());
  }

  private static LedgerUse use(Recorder recorder, CheckRequest request, Telling.Told told) {
    LedgerUse.State state =
        !told.memory().doubts().isEmpty() || !told.unrecorded().isEmpty()
            ? LedgerUse.State.FAILED
            : request.recorded() ? LedgerUse.State.WRITTEN : LedgerUse.State.READ;
    return new LedgerUse(Optional.of(recorder.ledger().name()), state, told.left());
  }

  private static ExpiryPolicy policy(CheckRequest request) {
    return new ExpiryPolicy(request.checkDate(), request.milestones());
  }

  private static RenewalPolicy renewal(CheckRequest request) {
    return new RenewalPolicy(request.checkDate(), request.milestones());
  }

  private static PaymentPolicy payment(CheckRequest request) {
    return new PaymentPolicy(request.checkDate(), request.milestones());
  }

  /// Services list what has ended for months, in states that need nobody's eye any more.
  private static boolean isDoubtful(Commitment commitment, CheckRequest request) {
    return commitment.state() instanceof CommitmentState.Unknown
        && request.checkDate().daysLeft(commitment.end()) >= 0;
  }

  private static String warning(Commitment commitment) {
    return "%s reservation %s in %s, %s has the state '%s', which this version does not know; it is treated as active"
        .formatted(
            commitment.service().label(),
            commitment.id(),
            commitment.accountId(),
            commitment.region(),
            commitment.state().text());
  }
}
