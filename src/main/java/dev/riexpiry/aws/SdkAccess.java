package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.sweep.AccountSession;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.Failure;
import dev.riexpiry.sweep.Outcome;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Enters accounts through the AWS SDK.
public final class SdkAccess implements AwsAccess {
  private final AwsClients clients;
  private final StsSignIn sts;
  private final Absences absences = new Absences();

  /// @param clients what to ask AWS with
  public SdkAccess(AwsClients clients) {
    this.clients = requireNonNull(clients, "clients is null");
    this.sts = new StsSignIn(clients);
  }

  @Override
  public Outcome<AccountSession> signIn(Account account) {
    if (account.role().isEmpty()) {
      return new Outcome.Found<>(session(account, clients.caller()));
    }
    RemoteRole role = account.role().get();
    return switch (sts.assume(role, account)) {
      case Outcome.Failed<AwsCredentials>(Failure failure) -> new Outcome.Failed<>(failure);
      case Outcome.Found<AwsCredentials>(AwsCredentials credentials) ->
          new Outcome.Found<>(session(account, StaticCredentialsProvider.create(credentials)));
    };
  }

  private AccountSession session(Account account, AwsCredentialsProvider credentials) {
    return new SdkAccountSession(account.id(), clients, credentials, absences);
  }
}
