package dev.riexpiry.aws;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.finding.Outcome;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// Assumes roles, through the STS endpoint of the caller's own region, or where that region is not
/// enabled, of one that always is. The credentials of either are valid in all regions.
final class StsSignIn {
  static final String ACTION = "sts:AssumeRole";

  /// Names this program in the CloudTrail of the other account.
  static final String SESSION_NAME = "ri-expiry-notifier";

  private final AwsClients clients;

  StsSignIn(AwsClients clients) {
    this.clients = clients;
  }

  Outcome<AwsCredentials> assume(RemoteRole role, Account account) {
    String arn = role.arn(clients.partition(), account.id());
    try {
      Credentials credentials =
          AnyRegion.ask(
              clients,
              region ->
                  clients
                      .client(StsClient.class, region, StsClient::builder)
                      .assumeRole(request ->
                          request
                              .roleArn(arn)
                              .roleSessionName(SESSION_NAME)
                              .externalId(account.externalId().map(ExternalId::value).orElse(null)))
                      .credentials());
      if (credentials == null
          || credentials.accessKeyId() == null
          || credentials.secretAccessKey() == null
          || credentials.sessionToken() == null) {
        return new Outcome.Failed<>(
            AwsFailures.unusable(ACTION, "the answer holds no credentials"));
      }
      return new Outcome.Found<>(
          AwsSessionCredentials.create(
              credentials.accessKeyId(),
              credentials.secretAccessKey(),
              credentials.sessionToken()));
    } catch (SdkException e) {
      return new Outcome.Failed<>(AwsFailures.of(ACTION, new Input(arn, clients.partition()), e));
    }
  }
}
