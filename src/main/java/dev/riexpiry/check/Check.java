package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.News;
import dev.riexpiry.delivery.Publisher;
import dev.riexpiry.ledger.GapPlace;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.ledger.Recall;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.SweepResult;
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
    return sweep.run(
        ReadingOrder.of(request, recorder.map(Recorder::ledger)), new Judge(request)::keeps, stop);
  }

  /// A roster in the order in which its accounts are best read by several functions.
  Roster inOrder(Roster roster) {
    return roster.with(
        ReadingOrder.lateFirst(roster.accounts(), recorder.map(Recorder::ledger))
            .orElse(roster.accounts()));
  }

  /// Decides, tells and reports what the reading of a request came to.
  public CheckReport conclude(CheckRequest request, SweepResult read) {
    SweepResult result = read.plus(SweepResult.unlisted(request.roster().unlisted()));
    Verdict verdict = new Judge(request).judge(result);
    News all = verdict.news(result.unreadable());
    Optional<Recall> recall = recorder.map(known -> recall(known, request, all));
    Memory memory = recall.map(Recall::memory).orElse(Memory.NONE);
    CheckSummary summary =
        new CheckSummary(
            request.checkDate(),
            request.milestones(),
            result.coverage(),
            verdict.expiring().size(),
            request.roster().accounts().stream()
                .collect(Collectors.toMap(Account::id, Function.identity())),
            memory,
            verdict.renewals(),
            verdict.ignored().size());
    News news =
        all.with(memory.gaps().recovered())
            .only(memory::isDue, memory::isDue, memory::isDue, memory::isDue, memory::isDue);
    AlertSender telling = new AlertSender(request, publisher);
    AlertSender.Told told =
        recorder.isPresent() && request.recorded()
            ? new OnceOnlySender(telling, recorder.get(), summary, recall.orElseThrow()).tell(news)
            : telling.tell(summary, news);
    return new CheckReport(
        summary.with(told.memory()),
        request.delivery() instanceof DeliveryMode.DryRun,
        verdict.expiring(),
        verdict.troubles(),
        verdict.lapsed(),
        verdict.ignored(),
        result.unreadable(),
        told.alerts(),
        Stream.concat(verdict.warnings().stream(), LedgerWarnings.of(told)).toList(),
        recorder.map(known -> use(known, request, told)).orElse(LedgerStatus.OFF));
  }

  private static Recall recall(Recorder recorder, CheckRequest request, News all) {
    Stream<GapPlace> accounts = request.roster().ids().map(GapPlace::account);
    return Recall.of(
        recorder.ledger(),
        request.checkDate(),
        request.milestones(),
        all.expiring(),
        all.lapsed(),
        all.troubles(),
        all.unreadable(),
        request.roster().whole()
            ? Stream.concat(accounts, Stream.of(GapPlace.LIST_OF_ACCOUNTS)).toList()
            : accounts.toList());
  }

  private static LedgerStatus use(Recorder recorder, CheckRequest request, AlertSender.Told told) {
    LedgerStatus.State state =
        !told.memory().doubts().isEmpty() || !told.unrecorded().isEmpty()
            ? LedgerStatus.State.FAILED
            : request.recorded() ? LedgerStatus.State.WRITTEN : LedgerStatus.State.READ;
    return new LedgerStatus(Optional.of(recorder.ledger().name()), state, told.left());
  }
}
