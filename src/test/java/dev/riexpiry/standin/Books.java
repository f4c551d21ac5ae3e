package dev.riexpiry.standin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.Organization.Reservation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What Cost Explorer has in the books of the account that pays, each entry as it writes it.
public final class Books {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Books() {}

  /// A regional reservation of two units for a year, at 0.10 USD an hour where 0.16 is the
  /// on-demand price, used for three quarters of 720 hours.
  ///
  /// @param service as Cost Explorer names it
  public static Reservation reservation(
      String service, String account, String id, String type, String start, String end) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("accountId", account);
    attributes.put("accountName", "the account " + account);
    attributes.put("averageOnDemandHourlyRate", "0.16");
    attributes.put("cancellationDateTime", end);
    attributes.put("endDateTime", end);
    attributes.put("hourlyRecurringFee", "0.10");
    attributes.put("instanceType", type);
    attributes.put("leaseId", id);
    attributes.put("numberOfInstances", "2");
    attributes.put("platform", "Linux/UNIX");
    attributes.put("region", "us-east-1");
    attributes.put("reservationARN", "arn:aws:x:us-east-1:" + account + ":reserved/" + id);
    attributes.put("scope", "Region");
    attributes.put("service", service);
    attributes.put("startDateTime", start);
    attributes.put("subscriptionId", "1" + Math.floorMod(id.hashCode(), 1_000_000_000));
    attributes.put("subscriptionStatus", "Active");
    attributes.put("subscriptionType", "No Upfront");
    attributes.put("tenancy", "Shared");
    return new Reservation(
            AwsService.COST_EXPLORER, CostExplorerWire.RESERVATIONS, "us-east-1", Map.of())
        .with("Key", "SubscriptionId")
        .with("Attributes", attributes)
        .with(
            "Utilization",
            Map.of(
                "UtilizationPercentage", "75",
                "PurchasedHours", "1440",
                "TotalActualHours", "1080",
                "UnusedHours", "360",
                "OnDemandCostOfRIHoursUsed", "172.8",
                "NetRISavings", "28.8",
                "TotalAmortizedFee", "144"));
  }

  /// The entry for a reservation of EC2 or RDS: used in full, at 0.10 USD an hour where 0.16 is the
  /// on-demand price.
  public static Reservation of(String account, Reservation item) {
    boolean ec2 = item.service().equals(AwsService.EC2);
    Instant start = Instant.parse(text(item, ec2 ? "start" : "StartTime"));
    Instant whole = Instant.ofEpochSecond(start.plusMillis(999).getEpochSecond());
    String end =
        ec2
            ? text(item, "end")
            : whole.plusSeconds(Long.parseLong(text(item, "Duration")) - 1).toString();
    Reservation entry =
        reservation(
            ec2 ? "Amazon Elastic Compute Cloud - Compute" : "Amazon Relational Database Service",
            account,
            text(item, ec2 ? "reservedInstancesId" : "ReservedDBInstanceId"),
            text(item, ec2 ? "instanceType" : "DBInstanceClass"),
            whole.toString(),
            end);
    int count = Integer.parseInt(text(item, ec2 ? "instanceCount" : "DBInstanceCount"));
    Map<String, String> attributes = new LinkedHashMap<>();
    ((Map<?, ?>) entry.fields().getOrDefault("Attributes", Map.of()))
        .forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
    attributes.put("region", item.region());
    attributes.put("numberOfInstances", String.valueOf(count));
    attributes.put("subscriptionStatus", text(item, ec2 ? "state" : "State"));
    return entry
        .with("Attributes", attributes)
        .with(
            "Utilization",
            Map.of(
                "UtilizationPercentage", "100",
                "PurchasedHours", String.valueOf(720 * count),
                "TotalActualHours", String.valueOf(720 * count),
                "UnusedHours", "0",
                "OnDemandCostOfRIHoursUsed", String.format(Locale.ROOT, "%.2f", 115.2 * count),
                "NetRISavings", String.format(Locale.ROOT, "%.2f", 43.2 * count),
                "TotalAmortizedFee", String.format(Locale.ROOT, "%.2f", 72.0 * count)));
  }

  private static String text(Reservation item, String name) {
    return String.valueOf(item.fields().get(name));
  }

  /// A Compute plan of ten dollars an hour, used in full.
  public static Reservation plan(String account, String id, String start, String end) {
    String arn = "arn:aws:savingsplans::" + account + ":savingsplan/" + id;
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("AccountId", account);
    attributes.put("EndDateTime", end);
    attributes.put("HourlyCommitment", "10");
    attributes.put("PaymentOption", "No Upfront");
    attributes.put("Region", "Any");
    attributes.put("SavingsPlansType", "ComputeSavingsPlans");
    attributes.put("StartDateTime", start);
    attributes.put("Status", "Active");
    return new Reservation(AwsService.COST_EXPLORER, CostExplorerWire.PLANS, "us-east-1", Map.of())
        .with("SavingsPlanArn", arn)
        .with("Attributes", attributes)
        .with("Utilization", Map.of("TotalCommitment", "7200", "UtilizationPercentage", "100"))
        .with("Savings", Map.of("NetSavings", "2880", "OnDemandCostEquivalent", "10080"))
        .with("AmortizedCommitment", Map.of("TotalAmortizedCommitment", "7200"));
  }

  /// What was paid on a day, in dollars, under no name and for good.
  ///
  /// @param service as Cost Explorer names it
  public static Reservation cost(String date, String account, String service, String amount) {
    return new Reservation(AwsService.COST_EXPLORER, CostExplorerWire.COSTS, "us-east-1", Map.of())
        .with("date", date)
        .with("account", account)
        .with("service", service)
        .with("amount", amount)
        .with("unit", "USD")
        .with("estimated", "false")
        .with("name", "");
  }

  /// Makes Cost Explorer refuse one of its listings.
  ///
  /// @param action such as `GetReservationUtilization`
  public static Reservation refusing(String action, String code, String message) {
    return new Reservation(
        AwsService.COST_EXPLORER,
        CostExplorerWire.REFUSED + action,
        "us-east-1",
        Map.of("code", code, "message", message));
  }

  /// The entries of an answer of AWS, of either operation.
  ///
  /// @param file the name of a file in `src/test/resources/ce`, whose README says where it is from
  /// @param service the service that is asked about, where the entries do not name it
  public static Reservation[] recorded(String file, String service) {
    try {
      JsonNode answer = MAPPER.readTree(Files.readString(Path.of("src/test/resources/ce", file)));
      return Stream.concat(
              elements(answer.at("/UtilizationsByTime/0/Groups"))
                  .map(group -> entry(CostExplorerWire.RESERVATIONS, group, service)),
              elements(answer.path("SavingsPlansUtilizationDetails"))
                  .map(plan -> entry(CostExplorerWire.PLANS, plan, service)))
          .toArray(Reservation[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static Reservation entry(String action, JsonNode node, String service) {
    Map<String, Object> fields = MAPPER.convertValue(node, new TypeReference<>() {});
    Map<String, Object> attributes =
        MAPPER.convertValue(node.path("Attributes"), new TypeReference<>() {});
    if (!service.isEmpty()) {
      attributes.put("service", service);
    }
    fields.put("Attributes", attributes);
    return new Reservation(AwsService.COST_EXPLORER, action, "us-east-1", fields);
  }
}
