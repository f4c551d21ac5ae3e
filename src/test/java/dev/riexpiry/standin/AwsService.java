package dev.riexpiry.standin;

import java.util.List;
import java.util.Optional;

/// A service that is stood in for: the name in a signature, how it writes, and with what status and
/// code it refuses. A new service is one more row here.
///
/// @param signingName such as `ec2`
/// @param wire how it writes
/// @param throttled the refusal of a call too many, such as `400 Throttling`
/// @param denied of a caller without the permission
/// @param expired of credentials that ran out
/// @param unknownKey of a key that no account has, or none in this region
/// @param badSignature of a signature that does not fit the request
/// @param internal of a fault of AWS's own
public record AwsService(
    String signingName,
    Wire wire,
    String throttled,
    String denied,
    String expired,
    String unknownKey,
    String badSignature,
    String internal) {
  public static final AwsService EC2 =
      new AwsService(
          "ec2",
          new Ec2Wire(),
          "503 RequestLimitExceeded",
          "403 UnauthorizedOperation",
          "400 RequestExpired",
          "401 AuthFailure",
          "401 AuthFailure",
          "500 InternalError");

  public static final AwsService DYNAMODB =
      new AwsService(
          "dynamodb",
          new DynamoDbWire(),
          "400 ProvisionedThroughputExceededException",
          "400 AccessDeniedException",
          "400 ExpiredTokenException",
          "400 UnrecognizedClientException",
          "400 InvalidSignatureException",
          "500 InternalServerError");

  public static final AwsService RDS =
      new AwsService(
          "rds",
          new MarkerWire(
              "http://rds.amazonaws.com/doc/2014-10-31/",
              "DescribeReservedDBInstances",
              "ReservedDBInstances",
              "ReservedDBInstance"),
          "400 Throttling",
          "403 AccessDenied",
          "403 ExpiredToken",
          "403 InvalidClientTokenId",
          "403 SignatureDoesNotMatch",
          "500 InternalFailure");

  public static final AwsService ELASTICACHE =
      query(
          "elasticache",
          new MarkerWire(
              "http://elasticache.amazonaws.com/doc/2015-02-02/",
              "DescribeReservedCacheNodes",
              "ReservedCacheNodes",
              "ReservedCacheNode"));

  public static final AwsService REDSHIFT =
      query(
          "redshift",
          new MarkerWire(
              "http://redshift.amazonaws.com/doc/2012-12-01/",
              "DescribeReservedNodes",
              "ReservedNodes",
              "ReservedNode"));

  public static final AwsService OPENSEARCH =
      json(
          "es",
          new ListingWire.Listing(
              "DescribeReservedInstances",
              "/2021-01-01/opensearch/reservedInstances",
              "ReservedInstances",
              "NextToken",
              "nextToken",
              "maxResults",
              100,
              List.of(
                  "Duration",
                  "FixedPrice",
                  "UsagePrice",
                  "InstanceCount",
                  "BillingSubscriptionId",
                  "RecurringChargeAmount"),
              List.of("StartTime")));

  public static final AwsService MEMORYDB =
      json(
          "memorydb",
          new ListingWire.Listing(
              "DescribeReservedNodes",
              "",
              "ReservedNodes",
              "NextToken",
              "NextToken",
              "MaxResults",
              100,
              List.of("Duration", "FixedPrice", "NodeCount", "RecurringChargeAmount"),
              List.of("StartTime")));

  public static final AwsService REDSHIFT_SERVERLESS =
      json(
          "redshift-serverless",
          new ListingWire.Listing(
              "ListReservations",
              "",
              "reservationsList",
              "nextToken",
              "nextToken",
              "maxResults",
              100,
              List.of("capacity", "duration", "hourlyCharge", "upfrontCharge"),
              List.of()));

  public static final AwsService SAVINGS_PLANS =
      json(
          "savingsplans",
          new ListingWire.Listing(
              "DescribeSavingsPlans",
              "/DescribeSavingsPlans",
              "savingsPlans",
              "nextToken",
              "nextToken",
              "maxResults",
              1000,
              List.of("termDurationInSeconds"),
              List.of()));

  public static final AwsService COST_EXPLORER =
      new AwsService(
          "ce",
          new CostExplorerWire(),
          "400 LimitExceededException",
          "400 AccessDeniedException",
          "400 ExpiredTokenException",
          "400 UnrecognizedClientException",
          "400 InvalidSignatureException",
          "500 InternalServerException");

  public static final AwsService SNS =
      new AwsService(
          "sns",
          new SnsWire(),
          "429 Throttled",
          "403 AuthorizationError",
          "403 ExpiredToken",
          "403 InvalidClientTokenId",
          "403 SignatureDoesNotMatch",
          "500 InternalFailure");

  public static final AwsService ORGANIZATIONS =
      new AwsService(
          "organizations",
          new OrganizationsWire(),
          "400 TooManyRequestsException",
          "400 AccessDeniedException",
          "400 ExpiredTokenException",
          "400 UnrecognizedClientException",
          "400 InvalidSignatureException",
          "500 ServiceException");

  public static final AwsService S3 =
      new AwsService(
          "s3",
          new S3Wire(),
          "503 SlowDown",
          "403 AccessDenied",
          "400 ExpiredToken",
          "403 InvalidAccessKeyId",
          "403 SignatureDoesNotMatch",
          "500 InternalError");

  public static final AwsService STS =
      new AwsService(
          "sts",
          new StsWire(),
          "400 Throttling",
          "403 AccessDenied",
          "403 ExpiredToken",
          "403 InvalidClientTokenId",
          "403 SignatureDoesNotMatch",
          "500 InternalFailure");

  private static final List<AwsService> ALL =
      List.of(
          COST_EXPLORER,
          DYNAMODB,
          EC2,
          ELASTICACHE,
          MEMORYDB,
          OPENSEARCH,
          ORGANIZATIONS,
          RDS,
          REDSHIFT,
          REDSHIFT_SERVERLESS,
          S3,
          SAVINGS_PLANS,
          SNS,
          STS);

  /// A service of the query protocol that refuses as most do.
  private static AwsService query(String signingName, Wire wire) {
    return new AwsService(
        signingName,
        wire,
        "400 Throttling",
        "403 AccessDenied",
        "403 ExpiredToken",
        "403 InvalidClientTokenId",
        "403 SignatureDoesNotMatch",
        "500 InternalFailure");
  }

  /// A service that writes JSON and refuses as most do.
  private static AwsService json(String signingName, ListingWire.Listing listing) {
    return new AwsService(
        signingName,
        new ListingWire(listing),
        "400 ThrottlingException",
        "400 AccessDeniedException",
        "400 ExpiredTokenException",
        "400 UnrecognizedClientException",
        "400 InvalidSignatureException",
        "500 InternalServerException");
  }

  static Optional<AwsService> signingAs(String name) {
    return ALL.stream().filter(row -> row.signingName.equals(name)).findFirst();
  }

  /// The answer of this service in `organization` without a fault. A region that the account has
  /// not enabled knows its keys as little as any region knows a wrong one.
  Answer answer(Call call, Organization organization) {
    return organization
        .member(call.account())
        .filter(member ->
            equals(SAVINGS_PLANS)
                || equals(COST_EXPLORER)
                || member.regions().contains(call.region()))
        .map(member -> wire.answer(call, member, organization))
        .orElseGet(() -> refuse(call, unknownKey, unknownKeyMessage()));
  }

  /// @param statusAndCode such as `403 AccessDenied`
  Answer refuse(Call call, String statusAndCode, String message) {
    String[] parts = statusAndCode.split(" ", 2);
    return wire.refusal(call, Integer.parseInt(parts[0]), parts[1], message);
  }

  String unknownKeyMessage() {
    return wire instanceof Ec2Wire
        ? "AWS was not able to validate the provided access credentials"
        : "The security token included in the request is invalid.";
  }
}
