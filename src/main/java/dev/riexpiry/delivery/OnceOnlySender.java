package dev.riexpiry.delivery;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Message;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.ledger.Claims;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.RecordKeeping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Announces findings that other runs may be announcing at the same moment: claims them, composes
/// the messages of those it holds, sends each and records it. It waits for findings that another
/// run holds, until that run has announced them or its claim has ended, so that nothing stays
/// unannounced. What there is no time for is not claimed, or given back, so that the next run
/// announces it.
///
/// @param <M> the messages of the channel
/// @param <S> what became of one
final class OnceOnlySender<M extends Message, S extends Sending> {
  private final ChannelSender<M, S> sender;
  private final Claims claims;
  private final CheckSummary summary;
  private final Set<Announcement> due;
  private final Set<Announcement> claimed = new HashSet<>();
  private final Set<Announcement> announced = new HashSet<>();
  private final Set<Announcement> untold;
  private final Set<Announcement> perhapsAnnouncedNow = new HashSet<>();
  private final Set<Announcement> perhapsAnnounced;
  private final List<Failure> ledgerFailures = new ArrayList<>();
  private final List<Failure> unrecorded = new ArrayList<>();
  private final List<S> sendings = new ArrayList<>();

  /// @param sender composes and sends
  /// @param keeping records
  /// @param summary the check, with the channel's own history
  /// @param perhapsAnnounced what else another run may have announced
  OnceOnlySender(
      ChannelSender<M, S> sender,
      RecordKeeping keeping,
      CheckSummary summary,
      Set<Announcement> perhapsAnnounced) {
    this.sender = sender;
    this.claims = keeping.claims(sender.channel(), sender.telling(summary).time());
    this.summary = summary;
    this.due = announcements(summary.due());
    this.untold = new HashSet<>(sender.untold(summary));
    this.perhapsAnnounced = new HashSet<>(perhapsAnnounced);
    this.perhapsAnnounced.addAll(summary.history().perhapsMade());
  }

  /// Announces everything that is due and that there is time for. Called once.
  Told<S> send() {
    List<Announcement> wanted = due.stream().filter(item -> !untold.contains(item)).toList();
    boolean timeLeft = true;
    while (!wanted.isEmpty() && timeLeft) {
      List<Announcement> heldByOthers = sendWhatIsFree(wanted);
      wanted = heldByOthers;
      if (!heldByOthers.isEmpty()) {
        Optional<Set<Announcement>> madeByOthers = claims.await(heldByOthers);
        timeLeft = madeByOthers.isPresent();
        madeByOthers.ifPresent(announced::addAll);
        wanted = heldByOthers.stream().filter(held -> !announced.contains(held)).toList();
      }
    }
    announced.addAll(summary.history().notDue());
    unrecorded.addAll(claims.confirmed());
    return new Told<>(
        historyOfAnnouncing(claimed), sendings, wanted.size(), unrecorded, announcedOrPerhaps());
  }

  /// The announcements that count as made for the record of outages. An outage that people may have
  /// heard of is written down, so that the next run tells of the same one; one whose end they may
  /// have heard of stays open, so that the next run tells its end.
  private Set<Announcement> announcedOrPerhaps() {
    Set<Announcement> made = new HashSet<>(announced);
    perhapsAnnouncedNow.stream().filter(announcement -> !announcement.canWait()).forEach(made::add);
    return made;
  }

  /// Claims the wanted announcements, and sends those it gets.
  ///
  /// @return those that another run holds
  private List<Announcement> sendWhatIsFree(List<Announcement> wanted) {
    Claims.Round round = claims.claim(wanted);
    Set<Announcement> heldByOthers = new LinkedHashSet<>(round.heldByOthers());
    note(round);
    perhapsAnnounced.addAll(round.heldByOthers());
    claimed.addAll(round.claimed());
    CheckSummary now = summary.with(historyOfAnnouncing(round.claimed()));
    List<Announcement> late = new ArrayList<>();
    InTurn.send(
        sender.compose(now),
        message -> {
          if (sender.isTooLate(sendings)) {
            late.addAll(announcements(message.findings()));
            return true;
          }
          return send(message, now, heldByOthers);
        });
    leave(late);
    return List.copyOf(heldByOthers);
  }

  /// Leaves announcements to the next run, which need not wait until the claims of them end.
  private void leave(List<Announcement> late) {
    List<Announcement> left = late.stream().filter(item -> !announced.contains(item)).toList();
    untold.addAll(left);
    claims.release(left.stream().filter(this::wasNotAnnounced).toList());
  }

  /// The history of a run that announces only some of what is due. Of that, it may repeat what
  /// another run had claimed and neither recorded nor given back.
  private History historyOfAnnouncing(Set<Announcement> chosen) {
    return summary
        .history()
        .and(
            due.stream()
                .filter(announcement -> !chosen.contains(announcement))
                .filter(announcement -> !untold.contains(announcement))
                .collect(Collectors.toSet()),
            ledgerFailures)
        .perhaps(perhapsAnnounced)
        .leaving(untold);
  }

  /// Sends a message without the findings that another run has taken over because this one was too
  /// slow.
  ///
  /// @param heldByOthers takes the announcements of those that another run holds
  /// @return whether its receiver accepted what was sent to it
  private boolean send(M message, CheckSummary now, Set<Announcement> heldByOthers) {
    Claims.Round renewed = claims.renew(announcements(message.findings()));
    note(renewed);
    heldByOthers.addAll(renewed.heldByOthers());
    perhapsAnnounced.addAll(renewed.heldByOthers());
    Set<Announcement> lost = renewed.lost();
    if (lost.isEmpty()) {
      return send(message);
    }
    claimed.removeAll(lost);
    List<Finding> stillClaimed =
        message.findings().stream()
            .filter(finding -> !lost.contains(finding.announcement()))
            .toList();
    return sender
        .instead(message, stillClaimed, now.with(now.history().and(lost, List.of())))
        .stream()
        .map(this::send)
        .reduce(true, Boolean::logicalAnd);
  }

  private boolean send(M message) {
    List<S> sent = sender.send(message);
    sendings.addAll(sent);
    sent.forEach(this::record);
    return sent.stream().allMatch(Sending::accepted);
  }

  private void record(S sending) {
    switch (sending.result()) {
      case Receipt.Result.Sent _ -> {
        announced.addAll(announcements(sending.findings()));
        claims.confirm(entries(sending.findings()));
      }
      // Neither recorded nor given back: the claims end by themselves, and whoever takes them over
      // finds that somebody may have been told.
      case Receipt.Result.Unknown _ ->
          perhapsAnnouncedNow.addAll(announcements(sending.findings()));
      case Receipt.Result.Refused _, Receipt.Result.NotSent _ ->
          claims.release(
              announcements(sending.findings()).stream().filter(this::wasNotAnnounced).toList());
    }
  }

  /// Tells whether an announcement was certainly not made. One that was taken over from another run
  /// may have been made by it. Released, it would count as not made: its repeat would not be called
  /// one, and of a restoration a new outage of the place would pass for one that people know of.
  private boolean wasNotAnnounced(Announcement announcement) {
    return !perhapsAnnounced.contains(announcement);
  }

  private Map<Announcement, LedgerEntry> entries(List<Finding> findings) {
    LocalDate today = summary.checkDate().date();
    Map<Announcement, LedgerEntry> entries = new HashMap<>();
    for (Finding finding : findings) {
      LocalDate first =
          switch (finding) {
            case Expiring expiring -> summary.history().firstAnnounced(expiring).orElse(today);
            case Unread unread -> unread.outage().since();
            case Lapsed _, Unpaid _, Restored _ -> today;
          };
      entries.put(finding.announcement(), new LedgerEntry(today, first));
    }
    return entries;
  }

  private void note(Claims.Round round) {
    announced.addAll(round.announced());
    ledgerFailures.addAll(round.failures());
  }

  /// The announcements of findings, in their order, so that two runs begin with the same one.
  private static Set<Announcement> announcements(List<Finding> findings) {
    return findings.stream()
        .map(Finding::announcement)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
