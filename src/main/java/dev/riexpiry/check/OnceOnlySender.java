package dev.riexpiry.check;



import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertComposer;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.News;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.ledger.Announcement;
import dev.riexpiry.ledger.Claims;
import dev.riexpiry.ledger.GapBook;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.ledger.Recall;
import dev.riexpiry.ledger.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells news that other runs may be telling at the same moment: claims them, makes the messages of
/// what it got, sends each and records it. What another run holds is waited for, until that run has
/// told it or its claim has ended, so that nothing is left untold.
final class OnceOnlySender {
  private final AlertSender telling;
  private final Recorder recorder;
  private final Claims claims;
  private final CheckSummary summary;
  private final Recall recall;
  private final Set<Announcement> mine = new HashSet<>();
  private final Set<Announcement> told = new HashSet<>();
  private final Set<Announcement> perhapsTold = new HashSet<>();
  private final List<Failure> doubts = new ArrayList<>();
  private final List<Failure> unrecorded = new ArrayList<>();
  private final List<Receipt> alerts = new ArrayList<>();

  /// @param recall what the ledger knew before
  OnceOnlySender(AlertSender telling, Recorder recorder, CheckSummary summary, Recall recall) {
    this.telling = telling;
    this.recorder = recorder;
    this.claims = recorder.claims();
    this.summary = summary;
    this.recall = recall;
    this.perhapsTold.addAll(recall.perhapsTold());
  }

  AlertSender.Told tell(News news) {
    List<Announcement> all = announcements(news);
    List<Announcement> wanted = all;
    boolean timeLeft = true;
    while (!wanted.isEmpty() && timeLeft) {
      List<Announcement> open = tellWhatIsFree(news, wanted, all);
      wanted = open;
      if (!open.isEmpty()) {
        Optional<Set<Announcement>> byOthers = claims.await(open);
        timeLeft = byOthers.isPresent();
        byOthers.ifPresent(told::addAll);
        wanted = open.stream().filter(announcement -> !told.contains(announcement)).toList();
      }
    }
    told.addAll(recall.memory().silent());
    unrecorded.addAll(
        new GapBook(recorder.ledger(), recorder.atOnce())
            .write(recall.gaps(), recall.memory().gaps(), toldGaps()));
    return new AlertSender.Told(alerts, memory(all, mine), wanted.size(), unrecorded);
  }

  /// @return what another run holds
  private List<Announcement> tellWhatIsFree(
      News news, List<Announcement> wanted, List<Announcement> all) {
    Claims.Round round = claims.claim(wanted);
    Set<Announcement> open = new LinkedHashSet<>(round.open());
    note(round);
    perhapsTold.addAll(round.open());
    mine.addAll(round.mine());
    CheckSummary now = summary.with(memory(all, round.mine()));
    Addressed.send(telling.compose(now, only(news, round.mine())), alert -> tell(alert, now, open));
    return List.copyOf(open);
  }

  /// @param open what another run has taken over, because this one was too slow, is added to it
  /// @return whether the topic took what was sent to it
  private boolean tell(Addressed addressed, CheckSummary now, Set<Announcement> open) {
    Alert alert = addressed.alert();
    Claims.Round renewed = claims.renew(announcements(alert.news()));
    note(renewed);
    open.addAll(renewed.open());
    Set<Announcement> lost = new HashSet<>(renewed.told());
    lost.addAll(renewed.open());
    if (lost.isEmpty()) {
      return send(addressed);
    }
    mine.removeAll(lost);
    Set<Announcement> kept = new HashSet<>(announcements(alert.news()));
    kept.removeAll(lost);
    return new AlertComposer(Grouping.DIGEST)
        .compose(now.with(now.memory().and(lost, List.of())), only(alert.news(), kept)).stream()
            .map(rest -> send(new Addressed(addressed.topic(), rest)))
            .reduce(true, Boolean::logicalAnd);
  }

  private boolean send(Addressed addressed) {
    Receipt delivered = telling.deliver(addressed);
    alerts.add(delivered);
    List<Announcement> announcements = announcements(addressed.alert().news());
    switch (delivered.result()) {
      case Receipt.Result.Sent _ -> {
        told.addAll(announcements);
        unrecorded.addAll(claims.confirm(records(announcements)));
      }
      case Receipt.Result.Refused _, Receipt.Result.NotSent _ ->
          claims.release(announcements.stream().filter(this::wasNotTold).toList());
    }
    return delivered.arrived();
  }

  /// Good news that was taken over from a run that died may have been told by it. Given back, it
  /// would count as not told, and a place that breaks again as one that people know of.
  private boolean wasNotTold(Announcement announcement) {
    return switch (announcement) {
      case Announcement.OfRecovery recovery -> !perhapsTold.contains(recovery);
      case Announcement.OfCommitment _,
          Announcement.OfLapse _,
          Announcement.OfPayment _,
          Announcement.OfGap _ ->
          true;
    };
  }

  private Map<Announcement, Told> records(Collection<Announcement> announcements) {
    LocalDate today = recall.memory().date();
    Map<Announcement, Told> records = new HashMap<>();
    for (Announcement announcement : announcements) {
      LocalDate first =
          switch (announcement) {
            case Announcement.OfCommitment _ ->
                recall.memory().firstTold().getOrDefault(announcement, today);
            case Announcement.OfGap gap -> gap.start().date();
            case Announcement.OfPayment _, Announcement.OfLapse _, Announcement.OfRecovery _ ->
                today;
          };
      records.put(announcement, new Told(today, first));
    }
    return records;
  }

  private void note(Claims.Round round) {
    told.addAll(round.told());
    doubts.addAll(round.failures());
  }

  /// What is known while only some of the news is told.
  private Memory memory(List<Announcement> all, Set<Announcement> telling) {
    return recall
        .memory()
        .and(
            all.stream()
                .filter(announcement -> !telling.contains(announcement))
                .collect(Collectors.toSet()),
            doubts);
  }

  private Set<OpenGap> toldGaps() {
    Memory memory = recall.memory();
    return Stream.concat(
            memory.gaps().now().values().stream()
                .filter(gap -> told.contains(gap.announcement(memory.date()))),
            memory.gaps().recovered().stream().filter(gap -> told.contains(gap.recovery())))
        .collect(Collectors.toSet());
  }

  private News only(News news, Set<Announcement> chosen) {
    return news.only(
        item -> chosen.contains(Announcement.OfLapse.of(item)),
        item -> chosen.contains(Announcement.OfCommitment.of(item)),
        trouble -> chosen.contains(Announcement.OfPayment.of(trouble)),
        item -> recall.memory().announcement(item).map(chosen::contains).orElse(false),
        gap -> chosen.contains(gap.recovery()));
  }

  /// In the order of the news, so that two runs begin with the same one.
  private List<Announcement> announcements(News news) {
    return Stream.of(
            news.lapsed().stream().map(Announcement.OfLapse::of),
            news.expiring().stream().map(Announcement.OfCommitment::of),
            news.troubles().stream().map(Announcement.OfPayment::of),
            news.unreadable().stream().map(recall.memory()::announcement).flatMap(Optional::stream),
            news.recovered().stream().map(OpenGap::recovery))
        .<Announcement>flatMap(announcements -> announcements)
        .distinct()
        .toList();
  }
}
