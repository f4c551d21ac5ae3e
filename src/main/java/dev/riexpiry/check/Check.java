package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.CheckTerms;
import dev.riexpiry.alert.Found;
import dev.riexpiry.alert.Overview;
import dev.riexpiry.alert.Sender;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.delivery.Announcer;
import dev.riexpiry.delivery.Audience;
import dev.riexpiry.delivery.AudienceInquiry;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.Delivery;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.Routes;
import dev.riexpiry.delivery.SendingTime;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Channel;
import dev.riexpiry.ledger.Recall;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.policy.Rules.Judgement;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.SweepResult;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs checks: sweeps the accounts, decides which findings there are and which of them are due,
/// composes the alerts and has them sent.
///
/// @param sweep reads
/// @param publishers send; not asked in a dry run
/// @param keeping records what was announced; without it every run announces everything
/// @param inquiry asks the payer, where a request has one
/// @param audience asks who gets what is sent; not asked in a dry run
/// @param sender what runs it, for the end of its mails
/// @param sending the time for sending
public record Check(
    Sweep sweep,
    Publishers publishers,
    Optional<RecordKeeping> keeping,
    PayerInquiry inquiry,
    Optional<AudienceInquiry> audience,
    Optional<Sender> sender,
    SendingTime sending) {
  public Check {
    requireNonNull(sweep, "sweep is null");
    requireNonNull(publishers, "publishers is null");
    requireNonNull(keeping, "keeping is null");
    requireNonNull(inquiry, "inquiry is null");
    requireNonNull(audience, "audience is null");
    requireNonNull(sender, "sender is null");
    requireNonNull(sending, "sending is null");
  }

  /// Makes a check that nobody ends, of which a mail does not say what ran it, and that does not
  /// ask who gets its mails.
  public Check(
      Sweep sweep, Publishers publishers, Optional<RecordKeeping> keeping, PayerInquiry inquiry) {
    this(
        sweep,
        publishers,
        keeping,
        inquiry,
        Optional.empty(),
        Optional.empty(),
        SendingTime.UNLIMITED);
  }

  /// The same check, run by something.
  public Check sentBy(Sender other) {
    return new Check(sweep, publishers, keeping, inquiry, audience, Optional.of(other), sending);
  }

  /// The same check, which asks who gets what it sends.
  public Check asking(AudienceInquiry other) {
    return new Check(sweep, publishers, keeping, inquiry, Optional.of(other), sender, sending);
  }

  /// The same check with a time for sending.
  public Check sendingWithin(SendingTime time) {
    return new Check(sweep, publishers, keeping, inquiry, audience, sender, time);
  }

  /// Runs one check. Failures of AWS are in the report; no exception is thrown for them.
  ///
  /// @param stop ends the reading although not everything was read; a check that is cancelled sends
  ///   nothing, one that runs out of time sends what it found
  public CheckReport run(CheckRequest request, Stop stop) {
    Optional<PayerReading> payer = askPayer(request, stop);
    Guiding guiding = Guiding.of(request, payer, keeping.map(RecordKeeping::ledger));
    Forecast forecast = new Forecast(request);
    Stop telling = leavingTimeFor(forecast, stop);
    SweepResult result = read(request, guiding, forecast.watching(request.keep()), telling);
    return conclude(stop.isRequested() ? request.dry() : request, result, payer, guiding, telling);
  }

  /// The end of reading: earlier than `stop`, by at most half of the time, the more there is to
  /// tell.
  Stop leavingTimeFor(Forecast forecast, Stop stop) {
    Optional<Duration> reading = stop.left();
    Optional<Duration> sendingAfter =
        reading.flatMap(time -> sending.left().get().map(all -> all.minus(time)));
    return sendingAfter
        .map(known -> {
          Duration most = reading.orElseThrow().dividedBy(2);
          return stop.keepingBack(() -> {
            Duration wanted = forecast.telling().time().minus(known);
            return wanted.compareTo(most) < 0 ? wanted : most;
          });
        })
        .orElse(stop);
  }

  /// Asks the payer first, and leaves half of the time to the accounts.
  private Optional<PayerReading> askPayer(CheckRequest request, Stop stop) {
    return request
        .roster()
        .payer()
        .map(payer -> inquiry.read(payer, request.roster().caller(), stop.halfway()));
  }

  /// Reads the accounts of a request. Results over different accounts of one request add up.
  public SweepResult read(CheckRequest request, Stop stop) {
    return read(request, Guiding.spread(request.roster()), request.keep(), stop);
  }

  private SweepResult read(
      CheckRequest request, Guiding guiding, UnaryOperator<List<Commitment>> keep, Stop stop) {
    return sweep.run(
        ReadingOrder.of(request, keeping.map(RecordKeeping::ledger)),
        guiding::asks,
        request.roster().caller(),
        keep,
        stop);
  }

  /// Sorts the accounts of a roster into the order in which several functions best read them.
  Roster inOrder(Roster roster) {
    return roster.with(
        ReadingOrder.lateFirst(roster.accounts(), keeping.map(RecordKeeping::ledger))
            .orElse(roster.accounts()));
  }

  /// Asks the payer, judges what it and the reading of a request have found, announces what is due
  /// of it, and reports.
  ///
  /// @param stop ends the reading of the payer
  public CheckReport conclude(CheckRequest request, SweepResult read, Stop stop) {
    Forecast forecast = new Forecast(request);
    forecast.note(read.kept());
    Stop telling = leavingTimeFor(forecast, stop);
    return conclude(
        request, read, askPayer(request, telling), Guiding.spread(request.roster()), telling);
  }

  private CheckReport conclude(
      CheckRequest request,
      SweepResult read,
      Optional<PayerReading> payer,
      Guiding guiding,
      Stop stop) {
    Sources sources =
        Sources.of(request, read.plus(SweepResult.unlisted(request.roster().unlisted())), payer);
    SweepResult result = sources.result();
    Judgement judgement = request.rules().judge(result.kept());
    List<Finding> found =
        findings(judgement, result, request.checkDate().date()).stream()
            .filter(sources::isRipe)
            .toList();
    Optional<Recall> recall =
        keeping
            .map(with -> recall(with, request, found, sources.wholes()))
            .map(all -> all.onlyIn(guiding::holds));
    Histories histories = Histories.of(keeping, recall, request);
    List<Finding> known = recall.map(Recall::findings).orElse(found);
    Sources advised =
        payer
            .map(reading ->
                new Advisor(inquiry, request.roster().payer().orElseThrow(), reading, stop)
                    .advise(sources, request, judgement, found.stream().filter(histories::isDue)))
            .orElse(sources);
    CheckTerms terms =
        new CheckTerms(
            request.checkDate(),
            request.milestones(),
            request.narrowing(),
            request.roster().owners(),
            sender,
            guiding.guidance(),
            request.announcing().startUrl(),
            keeping.map(with -> with.ledger().name()));
    Function<Channel, CheckSummary> summaries =
        channel -> {
          Settled settled = Settled.of(known, result.counts(), histories.of(channel));
          return new CheckSummary(
              terms,
              settled.counts(),
              sources.labels(),
              new Found(settled.findings(), histories.of(channel), judgement.ignored().size()),
              advised.payer());
        };
    Delivery delivery =
        announce(
            request, summaries, recall, overview(request, result, summaries.apply(Channel.MAIL)));
    Dropping dropping = Dropping.of(request, keeping, publishers, delivery.summary());
    Audience heardBy = audience(request);
    Stream<String> unproved =
        payer
            .flatMap(
                reading -> guiding.proved(request, read, reading, sources.payer().reconciliation()))
            .flatMap(proved -> keeping.orElseThrow().ledger().record(proved))
            .stream()
            .map(failure ->
                "what the payer proves could not be recorded, and every run asks everything: "
                    + failure.sentence());
    return new CheckReport(
        delivery.summary(),
        request.delivery() instanceof DeliveryMode.DryRun,
        judgement.ignored(),
        delivery.sendings().and(dropping.receipt()),
        heardBy,
        Stream.of(
                advised.warnings().stream(),
                judgement.warnings().stream(),
                IgnoreWarnings.of(request, result),
                RouteWarnings.of(request),
                new Forecast(request).warning().stream(),
                delivery.warnings().stream(),
                dropping.warnings(),
                heardBy.warning().stream(),
                unproved)
            .flatMap(warnings -> warnings)
            .toList(),
        keeping.map(with -> status(with, request, delivery)).orElse(LedgerStatus.OFF),
        new Reach(
            result.caller(),
            request.roster().closed(),
            Settled.of(known, result.counts(), histories.of(Channel.MAIL)).notOffered(),
            dropping.accounts(),
            request.roster().file()),
        request.inventory(result.kept()),
        Optional.empty());
  }

  private static List<Finding> findings(Judgement judgement, SweepResult result, LocalDate date) {
    return Stream.concat(
            judgement.findings().stream(),
            result.failures().stream()
                .map(item -> Unread.on(date, item.place(), item.failure(), Outage.since(date))))
        .toList();
  }

  private static Recall recall(
      RecordKeeping keeping, CheckRequest request, List<Finding> findings, List<Place> ofPayer) {
    Stream<Place> accounts =
        Stream.concat(request.roster().ids().map(Place.Account::new), ofPayer.stream());
    return keeping
        .recall(
            request.checkDate().date(),
            request.milestones(),
            findings,
            request.roster().whole()
                ? Stream.concat(accounts, Stream.of(new Place.Organization())).toList()
                : accounts.toList(),
            request.delivery().channels().channels())
        .onlyIn(request.narrowing()::holds);
  }

  private Delivery announce(
      CheckRequest request,
      Function<Channel, CheckSummary> summaries,
      Optional<Recall> recall,
      Optional<Overview> overview) {
    Announcer announcer =
        new Announcer(
            publishers,
            request.delivery(),
            routes(request),
            request.announcing().grouping(),
            sending,
            overview);
    return keeping.isPresent() && request.recorded()
        ? announcer.announce(summaries, keeping.get(), recall.orElseThrow())
        : announcer.announce(summaries);
  }

  /// Makes the overview of a run that looked at everything. With records it is told once a period,
  /// by its first run that can; without them on the first day.
  private Optional<Overview> overview(
      CheckRequest request, SweepResult result, CheckSummary summary) {
    Cadence cadence = request.announcing().overview();
    boolean recorded = keeping.isPresent() && request.recorded();
    if (!request.looksAhead()
        || !request.roster().whole()
        || (summary.counts().targetsRead() == 0 && summary.counts().notAsked() == 0)
        || !(recorded || cadence.beginsOn(request.checkDate().date()))) {
      return Optional.empty();
    }
    List<Commitment> ending = result.kept().stream().filter(request::isAhead).toList();
    List<Ignored> ignored =
        ending.stream()
            .flatMap(item -> request.roster().ignores().judge(item, request.checkDate()).stream())
            .toList();
    Set<Commitment> untold = ignored.stream().map(Ignored::commitment).collect(Collectors.toSet());
    return Optional.of(
        Overview.of(
            cadence,
            ending.stream().filter(item -> !untold.contains(item)).toList(),
            ignored,
            summary));
  }

  /// Asks once a run about every topic that it may send to: on the day on which something is due it
  /// would be too late.
  private Audience audience(CheckRequest request) {
    return switch (request.delivery()) {
      case DeliveryMode.DryRun _ -> Audience.UNKNOWN;
      case DeliveryMode.Publish(TopicArn topic, ChannelTargets channels) ->
          audience
              .map(inquiry ->
                  inquiry.of(routes(request).topics(Optional.of(topic), channels.chat()), sending))
              .orElse(Audience.UNKNOWN);
    };
  }

  private static Routes routes(CheckRequest request) {
    return Routes.of(request.roster().accounts(), request.roster().routing());
  }

  private static LedgerStatus status(
      RecordKeeping keeping, CheckRequest request, Delivery delivery) {
    LedgerStatus.State state =
        delivery.ledgerFailed()
            ? LedgerStatus.State.FAILED
            : request.recorded() ? LedgerStatus.State.WRITTEN : LedgerStatus.State.READ;
    return new LedgerStatus(Optional.of(keeping.ledger().name()), state, delivery.left());
  }
}
