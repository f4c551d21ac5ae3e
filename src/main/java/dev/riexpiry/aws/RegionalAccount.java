package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Scope;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/// An account in one region, with the credentials for calls to it.
///
/// @param accountId the account
/// @param region the region
/// @param clients the source of SDK clients
/// @param credentials the account's own
/// @param patience how long an answer may take
record RegionalAccount(
    AccountId accountId,
    Region region,
    AwsClients clients,
    AwsCredentialsProvider credentials,
    Patience patience) {
  RegionalAccount {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(region, "region is null");
    requireNonNull(clients, "clients is null");
    requireNonNull(credentials, "credentials is null");
    requireNonNull(patience, "patience is null");
  }

  /// The shared client of `type` in this region.
  <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      Class<C> type, Supplier<B> builder) {
    return clients.client(type, region, builder);
  }

  /// Signs one request with this account's credentials, and limits its time.
  void sign(AwsRequestOverrideConfiguration.Builder request) {
    request.credentialsProvider(credentials);
    patience.limit(request, clients);
    CallWatch.about(accountId, request);
  }

  /// The scope of a commitment that counts in the whole region.
  Scope scope() {
    return new Scope.Region(region.id());
  }

  /// The scope of a commitment that counts in `zone`, or in the whole region if that is missing.
  Scope scope(@Nullable String zone) {
    return OptionalMembers.text(zone).<Scope>map(Scope.Zone::new).orElseGet(this::scope);
  }

  /// Names neither clients nor credentials.
  @Override
  public String toString() {
    return accountId + " " + region;
  }
}
