package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Unreadable;
import java.util.Optional;

/// One account × region × service: the unit that is read.
record Target(Account account, String region, Service service) {
  Target {
    requireNonNull(account, "account is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
  }

  Unreadable unreadable(Failure failure) {
    return new Unreadable(
        Optional.of(account.id()),
        account.name(),
        account.organizationalUnit(),
        Optional.of(region),
        Optional.of(service),
        failure);
  }
}
