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

/// One account and region, and the credentials to ask there.
///
/// @param accountId the account
/// @param region the region
/// @param clients where clients come from
/// @param credentials the account's own
record Place(
    AccountId accountId, Region region, AwsClients clients, AwsCredentialsProvider credentials) {
  Place {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(region, "region is null");
    requireNonNull(clients, "clients is null");
    requireNonNull(credentials, "credentials is null");
  }

  /// The shared client of `type` in this region.
  <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      Class<C> type, Supplier<B> builder) {
    return clients.client(type, region, builder);
  }

  /// Makes one request speak for this account.
  void sign(AwsRequestOverrideConfiguration.Builder request) {
    request.credentialsProvider(credentials);
  }

  /// What is bought here counts in the whole region.
  Scope scope() {
    return new Scope.Region(region.id());
  }

  /// What is bought here counts in a zone, or in the whole region where none is said.
  Scope scope(@Nullable String zone) {
    return Answers.optional(zone).<Scope>map(Scope.Zone::new).orElseGet(this::scope);
  }

  /// Names neither clients nor credentials.
  @Override
  public String toString() {
    return accountId + " " + region;
  }
}
