package dev.riexpiry.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The region of a bucket, as S3 names it in its refusal. The SDK's own way of finding it needs the
/// right to list the bucket.
final class BucketRegion {
  private static final String HEADER = "x-amz-bucket-region";
  private static final Pattern IN_WORDS = Pattern.compile("expecting '([^']*)'");
  private static final String REGION = "[a-z0-9-]{1,40}";

  private BucketRegion() {}

  /// The bucket's region, where an answer names another one than was asked: in a header, or in the
  /// words of S3 about a signature for the wrong region.
  static Optional<Region> elsewhere(S3Exception answer, Region asked) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return Stream.of(
            details.sdkHttpResponse().firstMatchingHeader(HEADER),
            Optional.ofNullable(details.errorMessage())
                .map(IN_WORDS::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1)))
        .flatMap(Optional::stream)
        .filter(name -> name.matches(REGION))
        .map(Region::of)
        .filter(named -> !named.equals(asked))
        .findFirst();
  }
}
