package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.DroppedAccount;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Channel;
import dev.riexpiry.ledger.Claims;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.RecordKeeping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells once which accounts are not read any more, and then records those that are. What could not
/// be told is not recorded, so that the next run tells it.
///
/// @param publisher sends
/// @param keeping records
/// @param topic of the alerts
public record DroppedSender(Publisher publisher, RecordKeeping keeping, TopicArn topic) {
  /// How long one message takes.
  private static final Duration TELLING = Duration.ofSeconds(20);

  public DroppedSender {
    requireNonNull(publisher, "publisher is null");
    requireNonNull(keeping, "keeping is null");
    requireNonNull(topic, "topic is null");
  }

  /// Tells, unless another run does.
  ///
  /// @param alert names the accounts
  /// @param now the accounts of this run, a version after those that they were compared with
  public Told send(Alert alert, List<DroppedAccount> dropped, KnownAccounts now) {
    Announcement announcement = announcement(dropped, now);
    Claims claims = keeping.claims(Channel.MAIL, TELLING);
    Claims.Round round = claims.claim(List.of(announcement));
    if (round.announced().contains(announcement)) {
      return new Told(Optional.empty(), record(now));
    }
    if (!round.claimed().contains(announcement)) {
      return new Told(Optional.empty(), round.failures());
    }
    Receipt receipt = new Receipt(alert, Optional.of(topic), publisher.publish(topic, alert));
    return new Told(
        Optional.of(receipt),
        switch (receipt.result()) {
          case Receipt.Result.Sent _ -> {
            claims.confirm(Map.of(announcement, new LedgerEntry(now.on(), now.on())));
            yield Stream.concat(claims.confirmed().stream(), record(now).stream()).toList();
          }
          case Receipt.Result.Refused _, Receipt.Result.NotSent _ -> {
            claims.release(List.of(announcement));
            yield List.of();
          }
          // Neither recorded nor given back, as for a finding: the next run tells it again.
          case Receipt.Result.Unknown _ -> List.of();
        });
  }

  /// Records the accounts of a run that has none to tell of.
  public List<Failure> record(KnownAccounts now) {
    return keeping.ledger().replace(now).failure().stream().toList();
  }

  /// Two runs that miss the same ones tell of them once.
  private Announcement announcement(List<DroppedAccount> dropped, KnownAccounts now) {
    String ids =
        dropped.stream()
            .map(account -> account.id().value())
            .sorted()
            .collect(Collectors.joining(","));
    return new Announcement(
        "accounts#%s#%d#%08x".formatted(topic, now.version(), ids.hashCode()),
        keeping.clock().instant().plus(Announcement.KEPT),
        true);
  }

  /// @param receipt what became of the alert; empty if this run sent none
  /// @param failures to record something
  public record Told(Optional<Receipt> receipt, List<Failure> failures) {
    public Told {
      requireNonNull(receipt, "receipt is null");
      failures = List.copyOf(failures);
    }
  }
}
