package dev.riexpiry.aws;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Identity;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// Asks who the caller is and assumes roles, through the STS endpoint of the caller's own region,
/// or where that region is not enabled, of one that always is. The credentials of either are valid
/// in all regions.
final class StsSignIn {
  static final String ACTION = "sts:AssumeRole";

  /// Names this program in the CloudTrail of the other account.
  static final String SESSION_NAME = "ri-expiry-notifier";

  private final AwsClients clients;
  private final Patience patience;

  /// @param patience how long an answer may take
  StsSignIn(AwsClients clients, Patience patience) {
    this.clients = clients;
    this.patience = patience;
  }

  /// Asks whose the caller's own credentials are.
  Outcome<Identity> caller() {
    return new AwsCall(Identity.ACTION)
        .ask(() -> {
          GetCallerIdentityResponse answer =
              ask(client ->
                  client.getCallerIdentity(request ->
                      request.overrideConfiguration(limits -> patience.limit(limits, clients))));
          return Identity.of(OptionalMembers.orEmpty(answer.arn()))
              .filter(identity ->
                  OptionalMembers.text(answer.account())
                      .map(identity.account().value()::equals)
                      .orElse(true))
              .<Outcome<Identity>>map(Outcome.Found::new)
              .orElseGet(() ->
                  new Outcome.Failed<>(
                      AwsFailures.unusable(
                          Identity.ACTION, "the answer does not say whose the credentials are")));
        });
  }

  /// Assumes the role of an account, and makes sure that it is one of that account.
  Outcome<AwsCredentials> assume(RemoteRole role, Account account) {
    String arn = role.arn(clients.partition(), account.id());
    return new AwsCall(ACTION, new Input(arn, clients.partition()))
        .ask(() -> {
          AssumeRoleResponse answer =
              ask(client ->
                  client.assumeRole(request ->
                      request
                          .overrideConfiguration(limits -> {
                            patience.limit(limits, clients);
                            CallWatch.about(account.id(), limits);
                          })
                          .roleArn(arn)
                          .roleSessionName(SESSION_NAME)
                          .externalId(account.externalId().map(ExternalId::value).orElse(null))));
          Optional<Failure> unproved = unproved(answer.assumedRoleUser(), account);
          if (unproved.isPresent()) {
            return new Outcome.Failed<>(unproved.get());
          }
          Credentials credentials = answer.credentials();
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
        });
  }

  private static Optional<Failure> unproved(@Nullable AssumedRoleUser user, Account account) {
    return Identity.of(user == null ? "" : OptionalMembers.orEmpty(user.arn()))
        .map(identity -> identity.refusal(account))
        .orElseGet(() ->
            Optional.of(
                AwsFailures.unusable(
                    ACTION, "the answer does not say into which account the role led")));
  }

  private <T> T ask(Function<StsClient, T> question) {
    return AnyRegion.ask(
        clients,
        region -> question.apply(clients.client(StsClient.class, region, StsClient::builder)));
  }
}
