package dev.riexpiry.aws;

import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/// Asks what every region of the partition answers alike: first in the home region, and where that
/// one is not enabled in the account, in one that always is.
///
/// A region that has to be opted in to knows no credentials of an account that has not: each
/// service says so with a code of its own, which may also mean that the credentials are not valid.
final class AnyRegion {
  private static final Set<String> NOT_ENABLED =
      Set.of(
          "AuthFailure",
          "InvalidClientTokenId",
          "OptInRequired",
          "RegionDisabledException",
          "UnrecognizedClientException");

  private AnyRegion() {}

  /// @param question asks in the region that it is given
  /// @throws SdkException if neither region gives the answer: what the second said, or the first if
  ///   the second was not reached
  static <T> T ask(AwsClients clients, Function<Region, T> question) {
    try {
      return question.apply(clients.home());
    } catch (AwsServiceException atHome) {
      if (clients.home().equals(clients.alwaysEnabled()) || !saysNotEnabled(atHome)) {
        throw atHome;
      }
      return askElsewhere(clients.alwaysEnabled(), question, atHome);
    }
  }

  private static <T> T askElsewhere(
      Region region, Function<Region, T> question, AwsServiceException atHome) {
    try {
      return question.apply(region);
    } catch (AwsServiceException answer) {
      throw answer;
    } catch (SdkException unreached) {
      atHome.addSuppressed(unreached);
      throw atHome;
    }
  }

  private static boolean saysNotEnabled(AwsServiceException answer) {
    return NOT_ENABLED.contains(AwsFailures.codeOf(answer));
  }
}
