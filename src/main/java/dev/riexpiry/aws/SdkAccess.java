package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Asked;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Enters accounts through the AWS SDK.
final class SdkAccess implements AwsAccess {
  private final AwsClients clients;
  private final StsSignIn sts;
  private final Absences absences = new Absences();

  /// @param clients what to ask AWS with
  SdkAccess(AwsClients clients) {
    this.clients = requireNonNull(clients, "clients is null");
    this.sts = new StsSignIn(clients);
  }

  @Override
  public Asked<AccountSession> signIn(Account account) {
    return account
        .role()
        .map(role -> assume(role, account))
        .orElseGet(() -> Asked.known(session(account, clients.caller())));
  }

  private Asked<AccountSession> assume(RemoteRole role, Account account) {
    Asked<AwsCredentials> assumed = ThrottleWatch.during(() -> sts.assume(role, account));
    Outcome<AccountSession> session =
        switch (assumed.outcome()) {
          case Outcome.Failed<AwsCredentials>(Failure failure) -> new Outcome.Failed<>(failure);
          case Outcome.Found<AwsCredentials>(AwsCredentials credentials) ->
              new Outcome.Found<>(session(account, StaticCredentialsProvider.create(credentials)));
        };
    return new Asked<>(session, assumed.throttled());
  }

  private AccountSession session(Account account, AwsCredentialsProvider credentials) {
    return new SdkAccountSession(account.id(), clients, credentials, absences);
  }
}
