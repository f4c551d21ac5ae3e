package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.WholeSweep;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The records of one channel in a ledger. The outages, the acknowledgements, and what the payer
/// proves, are those of all channels.
///
/// @param ledger keeps the records of all channels
/// @param channel whose announcements are meant
record ChannelLedger(Ledger ledger, Channel channel) implements Ledger {
  ChannelLedger {
    requireNonNull(ledger, "ledger is null");
    requireNonNull(channel, "channel is null");
  }

  @Override
  public String name() {
    return ledger.name();
  }

  @Override
  public Outcome<LedgerEntries> entries(Collection<Announcement> announcements) {
    Map<Announcement, Announcement> meant =
        announcements.stream()
            .distinct()
            .collect(Collectors.toMap(channel::announcement, announcement -> announcement));
    return switch (ledger.entries(meant.keySet())) {
      case Outcome.Failed<LedgerEntries> failed -> failed;
      case Outcome.Found<LedgerEntries>(LedgerEntries found) -> {
        Map<Announcement, LedgerEntries.LedgerEntry> announced = new HashMap<>();
        Set<Announcement> claimed = new HashSet<>();
        meant.forEach((recorded, announcement) -> {
          LedgerEntries.LedgerEntry entry = found.announced().get(recorded);
          if (entry != null) {
            announced.put(announcement, entry);
          }
          if (found.claimed().contains(recorded)) {
            claimed.add(announcement);
          }
        });
        yield new Outcome.Found<>(new LedgerEntries(announced, claimed));
      }
    };
  }

  @Override
  public Claim claim(Announcement announcement, Lease lease) {
    return ledger.claim(channel.announcement(announcement), lease);
  }

  @Override
  public Optional<Failure> confirm(Announcement announcement, LedgerEntries.LedgerEntry entry) {
    return ledger.confirm(channel.announcement(announcement), entry);
  }

  @Override
  public Optional<Failure> release(Announcement announcement, String owner) {
    return ledger.release(channel.announcement(announcement), owner);
  }

  @Override
  public Outcome<Map<Place, Outages>> outages(Collection<Place> wholes) {
    return ledger.outages(wholes);
  }

  @Override
  public Outcome<Boolean> replace(Outages outages) {
    return ledger.replace(outages);
  }

  @Override
  public Outcome<Map<String, Acknowledged>> acknowledgements(Collection<String> keys) {
    return ledger.acknowledgements(keys);
  }

  @Override
  public Outcome<Optional<KnownAccounts>> knownAccounts(String topic) {
    return ledger.knownAccounts(topic);
  }

  @Override
  public Outcome<Boolean> replace(KnownAccounts accounts) {
    return ledger.replace(accounts);
  }

  @Override
  public Outcome<Optional<WholeSweep>> wholeSweep(AccountId payer) {
    return ledger.wholeSweep(payer);
  }

  @Override
  public Optional<Failure> record(WholeSweep sweep) {
    return ledger.record(sweep);
  }
}
