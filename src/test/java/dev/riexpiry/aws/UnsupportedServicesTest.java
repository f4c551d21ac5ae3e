package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.Service;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

class UnsupportedServicesTest {
  private final SdkException noAddress =
      thrown(new UnknownHostException("memory-db.af-south-1.amazonaws.com"));

  private final UnsupportedServices unsupported = new UnsupportedServices();

  private static SdkException thrown(Exception cause) {
    return SdkClientException.create("Unable to execute HTTP request", cause);
  }

  private boolean learns(Service service, Region region, SdkException thrown) {
    return unsupported.learn(service, region, ServiceReader.of(service).metadata(), thrown);
  }

  @Test
  void aServiceIsAbsentWhereTheSdkDoesNotKnowItAndItHasNoAddress() {
    assertThat(learns(Service.MEMORYDB, Region.AF_SOUTH_1, noAddress)).isTrue();
    assertThat(unsupported.contains(Service.MEMORYDB, Region.AF_SOUTH_1)).isTrue();
    assertThat(unsupported.contains(Service.MEMORYDB, Region.US_EAST_1)).isFalse();
    assertThat(unsupported.contains(Service.REDSHIFT, Region.AF_SOUTH_1)).isFalse();
  }

  @Test
  void aServiceThatTheSdkKnowsThereIsUnreadableWithoutItsAddress() {
    assertThat(learns(Service.MEMORYDB, Region.US_EAST_1, noAddress)).isFalse();
    assertThat(unsupported.contains(Service.MEMORYDB, Region.US_EAST_1)).isFalse();
  }

  @Test
  void aServiceThatTheSdkDoesNotKnowThereIsUnreadableIfItsHostIsOnlySilent() {
    SdkException silent = thrown(new SocketTimeoutException("Connect timed out"));

    assertThat(learns(Service.MEMORYDB, Region.AF_SOUTH_1, silent)).isFalse();
  }

  @Test
  void aResolverThatDoesNotAnswerSaysNothingOfTheHost() {
    SdkException unresolved =
        thrown(new UnknownHostException("x: Temporary failure in name resolution"));

    assertThat(learns(Service.MEMORYDB, Region.AF_SOUTH_1, unresolved)).isFalse();
  }

  @Test
  void aServiceForAllRegionsIsKnownByItsPartition() {
    assertThat(learns(Service.SAVINGS_PLANS, Region.US_EAST_1, noAddress)).isFalse();
    assertThat(learns(Service.SAVINGS_PLANS, Region.US_GOV_WEST_1, noAddress)).isTrue();
  }

  @Test
  void theSdkKnowsEveryServiceInItsFirstRegion() {
    for (Service service : Service.values()) {
      assertThat(learns(service, Region.US_EAST_1, noAddress)).as(service.id()).isFalse();
    }
  }
}
