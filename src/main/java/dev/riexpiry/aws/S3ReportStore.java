package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportRole;
import dev.riexpiry.delivery.ReportStore;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Signs in for the writing of reports: as the role of a place, or with the caller's own
/// credentials, of which it asks whose they are. Whose they are is the account that has to own the
/// bucket, since a name that its owner has given up may be somebody else's bucket now.
final class S3ReportStore implements ReportStore {
  private final AwsClients clients;
  private final Optional<Identity> caller;
  private final Stop stop;

  /// @param clients the SDK clients
  /// @param caller whose the caller's own credentials are, where that is known already
  /// @param stop ends the writing
  S3ReportStore(AwsClients clients, Optional<Identity> caller, Stop stop) {
    this.clients = requireNonNull(clients, "clients is null");
    this.caller = requireNonNull(caller, "caller is null");
    this.stop = requireNonNull(stop, "stop is null");
  }

  @Override
  public Outcome<Shelf> open(ReportPlace place) {
    return place
        .role()
        .map(role -> assumed(place, role))
        .orElseGet(() ->
            caller
                .<Outcome<Identity>>map(Outcome.Found::new)
                .orElseGet(new StsSignIn(clients, Patience.USUAL)::caller)
                .map(
                    known -> new S3Shelf(clients, clients.caller(), known.account(), place, stop)));
  }

  private Outcome<Shelf> assumed(ReportPlace place, ReportRole role) {
    return new StsSignIn(clients, Patience.USUAL)
        .assume(role.role(), account(role))
        .map(credentials ->
            new S3Shelf(
                clients,
                StaticCredentialsProvider.create(credentials),
                role.account(),
                place,
                stop));
  }

  private static Account account(ReportRole role) {
    return new Account(
        role.account().value(),
        role.account(),
        Optional.of(role.role()),
        role.externalId(),
        new RegionChoice.AllEnabled(),
        Optional.empty());
  }
}
