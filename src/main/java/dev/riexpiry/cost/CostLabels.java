package dev.riexpiry.cost;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.sweep.Directory.Listing;
import dev.riexpiry.sweep.Roster;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The names of accounts, of which the first one that is known counts: Cost Explorer's, that of the
/// organization, that of the accounts file. An account that nobody names has its id.
final class CostLabels {
  private final Map<AccountId, String> names = new HashMap<>();
  private final Map<AccountId, String> units = new HashMap<>();

  private CostLabels() {}

  static AccountLabels of(Collection<CostShare> shares, Listing organization, Roster roster) {
    CostLabels labels = new CostLabels();
    shares.forEach(share -> share.names().forEach(labels.names::putIfAbsent));
    organization
        .members()
        .forEach(member -> {
          labels.names.putIfAbsent(member.id(), member.name());
          labels.units.putIfAbsent(member.id(), member.organizationalUnit());
        });
    organization
        .closed()
        .forEach(account -> {
          labels.names.putIfAbsent(account.id(), account.name());
          account
              .organizationalUnit()
              .ifPresent(unit -> labels.units.putIfAbsent(account.id(), unit));
        });
    roster
        .accounts()
        .forEach(account -> {
          labels.names.putIfAbsent(account.id(), account.name());
          account
              .organizationalUnit()
              .ifPresent(unit -> labels.units.putIfAbsent(account.id(), unit));
        });
    return labels.all();
  }

  private AccountLabels all() {
    return new AccountLabels(
        names.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    item ->
                        new AccountLabel(
                            item.getKey(),
                            item.getValue(),
                            Optional.ofNullable(units.get(item.getKey()))))));
  }
}
