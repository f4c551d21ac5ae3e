package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.sweep.Asked;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import dev.riexpiry.sweep.Identity;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Signs in to accounts through the AWS SDK.
final class SdkAccess implements AwsAccess {
  private final AwsClients clients;
  private final StsSignIn sts;
  private final UnsupportedServices unsupported;
  private final Patience patience;

  /// @param clients the SDK clients
  SdkAccess(AwsClients clients) {
    this(requireNonNull(clients, "clients is null"), new UnsupportedServices(), Patience.USUAL);
  }

  private SdkAccess(AwsClients clients, UnsupportedServices unsupported, Patience patience) {
    this.clients = clients;
    this.sts = new StsSignIn(clients, patience);
    this.unsupported = unsupported;
    this.patience = patience;
  }

  @Override
  public AwsAccess patient() {
    return new SdkAccess(clients, unsupported, Patience.LAST);
  }

  @Override
  public Asked<Identity> caller() {
    return ThrottleWatch.during(sts::caller);
  }

  @Override
  public Asked<AccountSession> signIn(Account account) {
    return account
        .role()
        .map(role -> assume(role, account))
        .orElseGet(() -> Asked.known(session(account, clients.caller())));
  }

  private Asked<AccountSession> assume(RemoteRole role, Account account) {
    return ThrottleWatch.during(() -> sts.assume(role, account))
        .map(credentials -> session(account, StaticCredentialsProvider.create(credentials)));
  }

  private AccountSession session(Account account, AwsCredentialsProvider credentials) {
    return new SdkAccountSession(account.id(), clients, credentials, unsupported, patience);
  }
}
