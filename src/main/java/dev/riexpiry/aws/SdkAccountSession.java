package dev.riexpiry.aws;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Asked;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import dev.riexpiry.sweep.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;

/// Reads one account through the AWS SDK.
final class SdkAccountSession implements AccountSession {
  static final String REGIONS_ACTION = "ec2:DescribeRegions";

  private final AccountId accountId;
  private final AwsClients clients;
  private final AwsCredentialsProvider credentials;
  private final UnsupportedServices unsupported;
  private final Patience patience;

  SdkAccountSession(
      AccountId accountId,
      AwsClients clients,
      AwsCredentialsProvider credentials,
      UnsupportedServices unsupported,
      Patience patience) {
    this.accountId = accountId;
    this.clients = clients;
    this.credentials = credentials;
    this.unsupported = unsupported;
    this.patience = patience;
  }

  @Override
  public AccountSession patient() {
    return new SdkAccountSession(accountId, clients, credentials, unsupported, Patience.LAST);
  }

  @Override
  public Asked<List<String>> enabledRegions() {
    return ThrottleWatch.during(this::askForRegions);
  }

  private Outcome<List<String>> askForRegions() {
    return new AwsCall(REGIONS_ACTION)
        .ask(() -> {
          DescribeRegionsResponse response = AnyRegion.ask(clients, this::describeRegions);
          List<String> names =
              response.regions().stream()
                  .map(region -> OptionalMembers.orEmpty(region.regionName()))
                  .filter(name -> !name.isEmpty())
                  .sorted()
                  .toList();
          return names.isEmpty()
              ? new Outcome.Failed<>(
                  AwsFailures.unusable(REGIONS_ACTION, "the answer holds no region"))
              : new Outcome.Found<>(names);
        });
  }

  private DescribeRegionsResponse describeRegions(Region region) {
    RegionalAccount at = new RegionalAccount(accountId, region, clients, credentials, patience);
    return at.client(Ec2Client.class, Ec2Client::builder)
        .describeRegions(request -> request.overrideConfiguration(at::sign));
  }

  @Override
  public Reading read(String region, Service service) {
    RegionalAccount at =
        new RegionalAccount(
            accountId,
            service.global() ? clients.globalRegion() : Region.of(region),
            clients,
            credentials,
            patience);
    if (unsupported.contains(service, at.region())) {
      return Reading.NOT_OFFERED;
    }
    Collected collected = new Collected(service.action());
    Asked<Boolean> offered = ThrottleWatch.during(() -> read(service, at, collected));
    return switch (offered.outcome()) {
      case Outcome.Found<Boolean>(Boolean there) when !there -> Reading.NOT_OFFERED;
      case Outcome.Found<Boolean> _ -> collected.reading(offered.throttled());
      case Outcome.Failed<Boolean>(Failure failure) -> {
        collected.failures.add(failure);
        yield collected.reading(offered.throttled());
      }
    };
  }

  /// @return whether the service exists there
  private Outcome<Boolean> read(Service service, RegionalAccount at, Collected collected) {
    ServiceReader reader = ServiceReader.of(service);
    return new AwsCall(service.action())
        .ask(() -> {
          try {
            reader.read(at, collected);
            return new Outcome.Found<>(true);
          } catch (SdkException e) {
            if (unsupported.learn(service, at.region(), reader.metadata(), e)) {
              return new Outcome.Found<>(false);
            }
            Optional<Failure> refusal =
                NotOffered.failure(
                    service, UnsupportedServices.knows(reader.metadata(), service, at.region()), e);
            if (refusal.isPresent() && collected.isEmpty()) {
              return new Outcome.Failed<>(refusal.get());
            }
            throw e;
          }
        });
  }

  private static final class Collected implements ServiceReader.Sink {
    private final String action;

    /// What a listing gives twice, because it changes between its pages or repeats them, is there
    /// once.
    private final Set<Commitment> commitments = new LinkedHashSet<>();

    private final List<Failure> failures = new ArrayList<>();

    Collected(String action) {
      this.action = action;
    }

    @Override
    public void found(Commitment commitment) {
      commitments.add(commitment);
    }

    boolean isEmpty() {
      return commitments.isEmpty() && failures.isEmpty();
    }

    Reading reading(boolean throttled) {
      return new Reading(List.copyOf(commitments), failures, throttled);
    }

    @Override
    public void unusable(String message) {
      failures.add(AwsFailures.unusable(action, message));
    }
  }
}
