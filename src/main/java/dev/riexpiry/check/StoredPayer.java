package dev.riexpiry.check;

import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The payer of a roster as the steps of a spread check hand it on.
record StoredPayer(
    Optional<String> accountId,
    Optional<String> remoteRole,
    Optional<String> externalId,
    List<String> services,
    List<String> excluded,
    boolean guides) {
  static StoredPayer of(PayerScope payer) {
    return new StoredPayer(
        payer.id().map(AccountId::value),
        payer.role().map(RemoteRole::pathAndName),
        payer.externalId().map(ExternalId::value),
        payer.services().stream().map(Service::id).toList(),
        payer.excluded().stream().map(AccountId::value).sorted().toList(),
        payer.guides());
  }

  PayerScope payer() {
    return new PayerScope(
        accountId.map(AccountId::new),
        remoteRole.flatMap(RemoteRole::parse),
        externalId.map(ExternalId::new),
        services.stream().map(Service::of).toList(),
        excluded.stream().map(AccountId::new).collect(Collectors.toSet()),
        guides);
  }
}
