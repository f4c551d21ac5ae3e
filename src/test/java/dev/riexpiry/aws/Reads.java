package dev.riexpiry.aws;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import java.util.Optional;

/// Short ways to ask the stand-in through the real SDK clients.
final class Reads {
  static final String CALLER = "111122223333";
  static final String WEB = "222233334444";
  static final String DATA = "333344445555";
  static final String REGION = "us-east-1";

  private Reads() {}

  /// An organisation of the caller's account alone.
  static Organization holding(Reservation... reservations) {
    return Organization.of(Member.of(CALLER, reservations));
  }

  /// Reads the caller's own account, once, in us-east-1.
  static Reading read(Organization organization, Service service, Fault... faults) {
    try (StandIn _ = StandIn.start(organization, faults);
        AwsClients clients = QuickClients.create()) {
      return signIn(clients, account(CALLER)).read(REGION, service);
    }
  }

  static AccountSession signIn(AwsClients clients, Account account) {
    return found(new SdkAccess(clients).signIn(account).outcome());
  }

  /// Two services tell as much about accounts and regions as all of them.
  static SweepResult sweep(AwsClients clients, Account... accounts) {
    return new Sweep(new SdkAccess(clients), List.of(Service.EC2, Service.RDS), 8, Progress.NONE)
        .run(List.of(accounts), all -> all, Stop.onRequest());
  }

  static <T> T found(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Found<T>(T value) -> value;
      case Outcome.Failed<T>(Failure failure) -> throw new AssertionError(failure.toString());
    };
  }

  static Failure failed(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Found<?>(Object value) -> throw new AssertionError("found " + value);
      case Outcome.Failed<?>(Failure failure) -> failure;
    };
  }

  /// An account that is read with the caller's own credentials, in us-east-1.
  static Account account(String id) {
    return new Account(
        "account-" + id,
        new AccountId(id),
        Optional.empty(),
        Optional.empty(),
        new RegionChoice.Listed(List.of(REGION)),
        Optional.empty());
  }

  /// An account with a role to assume, in us-east-1.
  static Account account(String id, String role) {
    return new Account(
        "account-" + id,
        new AccountId(id),
        RemoteRole.parse(role),
        Optional.empty(),
        new RegionChoice.Listed(List.of(REGION)),
        Optional.empty());
  }

  static Account withExternalId(Account account, String externalId) {
    return new Account(
        account.name(),
        account.id(),
        account.role(),
        Optional.of(new ExternalId(externalId)),
        account.regions(),
        account.organizationalUnit());
  }

  static Account inRegions(Account account, RegionChoice regions) {
    return new Account(
        account.name(),
        account.id(),
        account.role(),
        account.externalId(),
        regions,
        account.organizationalUnit());
  }

  static List<String> ids(List<Commitment> commitments) {
    return commitments.stream().map(Commitment::id).sorted().toList();
  }
}
