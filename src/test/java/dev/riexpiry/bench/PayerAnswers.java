package dev.riexpiry.bench;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The Cost Explorer of the account that calls [CannedAws]: it lists, in pages, what
/// [CannedAnswers] lists in each account of the organisation. There are no Savings Plans, of which
/// it says that there is no data.
///
/// @param accounts accounts in the organisation
/// @param regions the regions in each of them that hold something
record PayerAnswers(int accounts, List<String> regions) {
  /// The most reservations a page holds.
  static final int ROWS_PER_PAGE = 500;

  /// The names by which it is asked about the services of which something is bought.
  private static final String EC2 = "Amazon Elastic Compute Cloud - Compute";

  private static final String RDS = "Amazon Relational Database Service";

  private static final String ORGANIZATION =
      """
      {"Organization":{"Id":"o-benchbench","MasterAccountId":"999999999999"}}\
      """;
  private static final String NO_DATA =
      """
      {"__type":"DataUnavailableException","message":""}\
      """;
  private static final Pattern TOKEN = Pattern.compile("\"NextPageToken\":\"([0-9]+)\"");

  PayerAnswers {
    regions = List.copyOf(regions);
  }

  /// Tells whether it answers a call.
  static boolean isAsked(CannedAnswers.Request call) {
    return switch (call.action()) {
      case "DescribeOrganization",
          "GetReservationUtilization",
          "GetSavingsPlansUtilizationDetails" ->
          true;
      default -> false;
    };
  }

  byte[] to(CannedAnswers.Request call) {
    return switch (call.action()) {
      case "DescribeOrganization" -> CannedAnswers.json("200 OK", ORGANIZATION);
      case "GetReservationUtilization" ->
          CannedAnswers.json("200 OK", reservations(kinds(call.body()), call.body()));
      default -> CannedAnswers.json("400 Bad Request", NO_DATA);
    };
  }

  /// The pages that list all reservations of EC2 and RDS.
  int pages() {
    return Stream.of(ec2(), rds())
        .mapToInt(kinds -> pages(kinds.size() * accounts * regions.size()))
        .sum();
  }

  private static int pages(int rows) {
    return (rows + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE;
  }

  private static List<Kind> kinds(String body) {
    if (body.contains(EC2)) {
      return ec2();
    }
    return body.contains(RDS) ? rds() : List.of();
  }

  private static List<Kind> ec2() {
    return List.of(
        new Kind(EC2, "0b0e4c01-5813-4cc8-9ce3-%s", "m5.large", 4, "2027-02-10T09:15:59Z"),
        new Kind(EC2, "0b0e4c02-5813-4cc8-9ce3-%s", "c6g.xlarge", 4, "2027-08-19T21:02:11Z"),
        new Kind(EC2, "0b0e4c03-5813-4cc8-9ce3-%s", "r7i.2xlarge", 4, "2028-01-31T00:00:00Z"));
  }

  private static List<Kind> rds() {
    return List.of(
        new Kind(RDS, "orders-1", "db.r6g.large", 2, "2027-01-15T13:44:20Z"),
        new Kind(RDS, "orders-2", "db.r6g.large", 2, "2027-01-15T13:44:20Z"));
  }

  private String reservations(List<Kind> kinds, String body) {
    int rows = kinds.size() * accounts * regions.size();
    Matcher token = TOKEN.matcher(body);
    int from = token.find() ? Integer.parseInt(token.group(1)) : 0;
    int to = Math.min(rows, from + ROWS_PER_PAGE);
    String groups =
        IntStream.range(from, to)
            .mapToObj(row -> group(kinds.get(row % kinds.size()), row / kinds.size()))
            .collect(Collectors.joining(","));
    return "{\"UtilizationsByTime\":[%s]%s}"
        .formatted(
            rows == 0 ? "" : "{\"Groups\":[" + groups + "]}",
            to < rows ? ",\"NextPageToken\":\"" + to + "\"" : "");
  }

  /// @param place the number of an account and a region of it
  private String group(Kind kind, int place) {
    int number = 1 + place / regions.size();
    return kind.group("100000%06d".formatted(number), regions.get(place % regions.size()), number);
  }

  /// What each account has bought once in each region.
  ///
  /// @param id its id, in which `%s` stands for the account's
  private record Kind(String service, String id, String type, int count, String end) {
    String group(String account, String region, int number) {
      boolean isExpiring =
          type.equals("m5.large")
              && number % CannedAnswers.ACCOUNTS_PER_EXPIRING == 0
              && region.equals(CannedAnswers.FIRST_REGION);
      return """
      {"Key":"SubscriptionId","Value":"%1$s","Attributes":{"accountId":"%2$s","accountName":"account-%2$s","availabilityZone":"",\
      "averageOnDemandHourlyRate":"0.1","cancellationDateTime":"%3$s","effectiveHourlyRate":"0.062","endDateTime":"%3$s",\
      "hourlyRecurringFee":"0.062","instanceFamily":"","instanceType":"%4$s","leaseId":"%5$s","modificationStatus":"Manual",\
      "numberOfInstances":"%6$d","offeringType":"STANDARD","platform":"%7$s","region":"%8$s","reservationARN":"","scope":"Region",\
      "service":"%9$s","sizeFlexibility":"FlexRI","startDateTime":"%10$s","subscriptionId":"%1$s","subscriptionStatus":"Active",\
      "subscriptionType":"No Upfront","tenancy":"Shared","totalAssetValue":"0.0","upfrontFee":"0.0"},"Utilization":{\
      "UtilizationPercentage":"90","PurchasedHours":"%11$d","TotalActualHours":"%12$d","UnusedHours":"%13$d",\
      "OnDemandCostOfRIHoursUsed":"%14$s","NetRISavings":"%15$s","TotalPotentialRISavings":"%15$s","AmortizedUpfrontFee":"0",\
      "AmortizedRecurringFee":"%16$s","TotalAmortizedFee":"%16$s"}}\
      """
          .formatted(
              Long.toString(Math.floorMod((account + region + id).hashCode(), 90_000_000_000L)),
              account,
              isExpiring ? "2026-05-11T03:59:59Z" : end,
              type,
              id.formatted(account),
              count,
              service.equals(EC2) ? "Linux/UNIX" : "PostgreSQL",
              region,
              service,
              start(),
              720 * count,
              648 * count,
              72 * count,
              decimal(64.8 * count),
              decimal(20.16 * count),
              decimal(44.64 * count));
    }

    private String start() {
      return service.equals(EC2)
          ? "2025-02-10T09:16:00Z"
          : Instant.parse(end).plusSeconds(1).minusSeconds(31_536_000).toString();
    }

    private static String decimal(double amount) {
      return String.format(Locale.ROOT, "%.2f", amount);
    }
  }
}
