package dev.riexpiry.alert;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import java.util.Optional;

/// A place that could not be read, and why, as JSON. `region` and `service` are null when a whole
/// account is meant, and `accountId` too when it is the organization.
record FailureDocument(
    Optional<String> accountId,
    String accountName,
    Optional<String> organizationalUnit,
    Optional<String> region,
    Optional<String> service,
    String action,
    String code,
    String message,
    String remedy) {
  static FailureDocument of(Place place, Failure failure, AccountLabels accounts) {
    return new FailureDocument(
        place.owner().map(AccountId::value),
        accounts.nameOf(place),
        place.owner().map(accounts::of).flatMap(AccountLabel::organizationalUnit),
        place.target().map(Place.Target::region),
        place.target().map(Place.Target::service).map(Service::id),
        failure.action(),
        failure.code(),
        failure.message(),
        failure.remedy());
  }
}
