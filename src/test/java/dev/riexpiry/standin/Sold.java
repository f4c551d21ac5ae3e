package dev.riexpiry.standin;

import dev.riexpiry.standin.Organization.Reservation;
import java.util.List;
import java.util.Map;

/// One active commitment of each service that has been around for less time than EC2 and RDS, as
/// the service writes it.
public final class Sold {
  private static final Map<String, String> HOURLY =
      Map.of("RecurringChargeAmount", "0.25", "RecurringChargeFrequency", "Hourly");

  private Sold() {}

  /// Three cache nodes for a year.
  public static Reservation elastiCache(String region, String id, String start) {
    return new Reservation(AwsService.ELASTICACHE, "DescribeReservedCacheNodes", region, Map.of())
        .with("ReservedCacheNodeId", id)
        .with("ReservedCacheNodesOfferingId", "00000000-0000-4000-8000-0000000000fe")
        .with("CacheNodeType", "cache.r6g.large")
        .with("StartTime", start)
        .with("Duration", "31536000")
        .with("FixedPrice", "876.0")
        .with("UsagePrice", "0.0")
        .with("CacheNodeCount", "3")
        .with("ProductDescription", "redis")
        .with("OfferingType", "Partial Upfront")
        .with("State", "active")
        .with("RecurringCharges", List.of(HOURLY))
        .with("ReservationARN", "arn:aws:elasticache:" + region + ":000:reserved-instance:" + id);
  }

  /// Three instances for a year, bought when the service was called Elasticsearch.
  public static Reservation openSearch(String region, String id, String start) {
    return new Reservation(AwsService.OPENSEARCH, "DescribeReservedInstances", region, Map.of())
        .with("ReservationName", "search-prod")
        .with("ReservedInstanceId", id)
        .with("BillingSubscriptionId", "123456789")
        .with("ReservedInstanceOfferingId", "00000000-0000-4000-8000-0000000000fd")
        .with("InstanceType", "m4.2xlarge.elasticsearch")
        .with("StartTime", start)
        .with("Duration", "31536000")
        .with("FixedPrice", "876.0")
        .with("UsagePrice", "0.0")
        .with("CurrencyCode", "USD")
        .with("InstanceCount", "3")
        .with("State", "active")
        .with("PaymentOption", "PARTIAL_UPFRONT")
        .with("RecurringCharges", List.of(HOURLY));
  }

  /// Two nodes for a year.
  public static Reservation redshift(String region, String id, String start) {
    return new Reservation(AwsService.REDSHIFT, "DescribeReservedNodes", region, Map.of())
        .with("ReservedNodeId", id)
        .with("ReservedNodeOfferingId", "00000000-0000-4000-8000-0000000000fc")
        .with("NodeType", "ra3.xlplus")
        .with("StartTime", start)
        .with("Duration", "31536000")
        .with("FixedPrice", "876.0")
        .with("UsagePrice", "0.0")
        .with("CurrencyCode", "USD")
        .with("NodeCount", "2")
        .with("State", "active")
        .with("OfferingType", "All Upfront")
        .with("RecurringCharges", List.of())
        .with("ReservedNodeOfferingType", "Regular");
  }

  /// 64 processing units for a year.
  public static Reservation redshiftServerless(String region, String id, String start, String end) {
    return new Reservation(AwsService.REDSHIFT_SERVERLESS, "ListReservations", region, Map.of())
        .with("reservationId", id)
        .with("reservationArn", "arn:aws:redshift-serverless:" + region + ":000:reservation/" + id)
        .with("capacity", "64")
        .with("startDate", start)
        .with("endDate", end)
        .with("status", "active")
        .with(
            "offering",
            Map.of(
                "offeringId",
                "00000000-0000-4000-8000-0000000000fb",
                "duration",
                "31536000",
                "currencyCode",
                "USD",
                "hourlyCharge",
                "0.25",
                "upfrontCharge",
                "0.0",
                "offeringType",
                "NO_UPFRONT"));
  }

  /// Two nodes for a year.
  public static Reservation memoryDb(String region, String id, String start) {
    return new Reservation(AwsService.MEMORYDB, "DescribeReservedNodes", region, Map.of())
        .with("ReservationId", id)
        .with("ReservedNodesOfferingId", "00000000-0000-4000-8000-0000000000fa")
        .with("NodeType", "db.r6g.large")
        .with("StartTime", start)
        .with("Duration", "31536000")
        .with("FixedPrice", "0.0")
        .with("NodeCount", "2")
        .with("OfferingType", "No Upfront")
        .with("State", "active")
        .with("RecurringCharges", List.of(HOURLY))
        .with("ARN", "arn:aws:memorydb:" + region + ":000:reservednode/" + id);
  }

  /// One host of a family.
  public static Reservation host(String region, String id, String start, String end) {
    return new Reservation(AwsService.EC2, "DescribeHostReservations", region, Map.of())
        .with("hostReservationId", id)
        .with("offeringId", "hro-0000000000000000f")
        .with("hostIdSet", List.of())
        .with("instanceFamily", "m5")
        .with("paymentOption", "PartialUpfront")
        .with("hourlyPrice", "1.499")
        .with("upfrontPrice", "876.000")
        .with("currencyCode", "USD")
        .with("duration", "31536000")
        .with("count", "1")
        .with("start", start)
        .with("end", end)
        .with("state", "active")
        .with("tagSet", List.of(Map.of("key", "owner", "value", "media")));
  }

  /// A block of a week.
  public static Reservation capacityBlock(String region, String id, String start, String end) {
    return new Reservation(AwsService.EC2, "DescribeCapacityBlocks", region, Map.of())
        .with("capacityBlockId", id)
        .with("availabilityZone", region + "a")
        .with("availabilityZoneId", "use1-az1")
        .with("startDate", start)
        .with("endDate", end)
        .with("createDate", start)
        .with("state", "active")
        .with("tagSet", List.of(Map.of("key", "owner", "value", "research")));
  }

  /// A Compute plan of ten dollars an hour. All plans are listed in one region.
  public static Reservation savingsPlan(String id, String start, String end) {
    return new Reservation(AwsService.SAVINGS_PLANS, "DescribeSavingsPlans", "us-east-1", Map.of())
        .with("offeringId", "00000000-0000-4000-8000-0000000000f9")
        .with("savingsPlanId", id)
        .with("savingsPlanArn", "arn:aws:savingsplans::000000000000:savingsplan/" + id)
        .with("description", "")
        .with("start", start)
        .with("end", end)
        .with("state", "active")
        .with("savingsPlanType", "Compute")
        .with("paymentOption", "No Upfront")
        .with("currency", "USD")
        .with("commitment", "10.00000000")
        .with("upfrontPaymentAmount", "0.00000000")
        .with("recurringPaymentAmount", "10.00000000")
        .with("termDurationInSeconds", "31536000")
        .with("tags", Map.of("owner", "finance"));
  }
}
