package dev.riexpiry.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Cost Explorer: what the account that asks has in its books. Reservations are listed for one
/// service at a time; an account without any plan gets a refusal.
final class CostExplorerWire extends JsonWire {
  static final String RESERVATIONS = "GetReservationUtilization";

  /// Stands before the action of an entry that makes it refuse.
  static final String REFUSED = "refused ";

  static final String PLANS = "GetSavingsPlansUtilizationDetails";

  static final String COSTS = "GetCostAndUsage";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST = 500;

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    return caller.reservations().stream()
        .filter(item -> item.action().equals(REFUSED + call.action()))
        .findFirst()
        .map(item ->
            refusal(
                call,
                400,
                String.valueOf(item.fields().get("code")),
                String.valueOf(item.fields().get("message"))))
        .orElseGet(() -> listing(call, caller, organization));
  }

  private Answer listing(Call call, Member caller, Organization organization) {
    return switch (call.action()) {
      case RESERVATIONS -> reservations(call, caller, organization);
      case PLANS -> plans(call, caller, organization);
      case COSTS -> costs(call, caller, organization);
      default -> noSuchAction(call);
    };
  }

  private static Answer reservations(Call call, Member caller, Organization organization) {
    String service = request(call).at("/Filter/Dimensions/Values/0").asText();
    List<Reservation> items =
        items(call, caller).stream()
            .filter(item ->
                item.fields().get("Attributes") instanceof Map<?, ?> attributes
                    && service.equals(attributes.get("service")))
            .toList();
    ObjectNode body = object();
    ArrayNode times = body.putArray("UtilizationsByTime");
    ArrayNode groups = MAPPER.createArrayNode();
    page(call, "NextPageToken", items, Math.min(MOST, organization.pageSize()), groups, body);
    if (!items.isEmpty()) {
      times.addObject().set("Groups", groups);
    }
    return success(body);
  }

  private Answer plans(Call call, Member caller, Organization organization) {
    List<Reservation> items = items(call, caller);
    if (items.isEmpty()) {
      return refusal(call, 400, "DataUnavailableException", "");
    }
    ObjectNode body = object();
    int most = request(call).path("MaxResults").asInt(20);
    page(
        call,
        "NextToken",
        items,
        Math.min(most, organization.pageSize()),
        body.putArray("SavingsPlansUtilizationDetails"),
        body);
    return success(body);
  }

  /// What was paid, day by day. A page holds so many groups, wherever a day ends.
  private static Answer costs(Call call, Member caller, Organization organization) {
    JsonNode request = request(call);
    String metric = request.at("/Metrics/0").asText();
    String only = request.at("/Filter/Dimensions/Values/0").asText();
    LocalDate from = LocalDate.parse(request.at("/TimePeriod/Start").asText());
    LocalDate to = LocalDate.parse(request.at("/TimePeriod/End").asText());
    List<Reservation> items =
        items(call, caller).stream()
            .filter(item -> only.isEmpty() || only.equals(item.text("account")))
            .sorted(Comparator.comparing(item -> item.text("date")))
            .toList();
    int first = request.path("NextPageToken").asInt(0);
    int last = Math.min(items.size(), first + Math.min(MOST, organization.pageSize()));
    ObjectNode body = object();
    ArrayNode times = body.putArray("ResultsByTime");
    Map<String, String> names = new TreeMap<>();
    for (LocalDate day : from.datesUntil(to).toList()) {
      List<Integer> paid =
          IntStream.range(0, items.size())
              .filter(index -> items.get(index).text("date").equals(day.toString()))
              .boxed()
              .toList();
      List<Reservation> shown =
          paid.stream().filter(index -> index >= first && index < last).map(items::get).toList();
      if (shown.isEmpty() && !(paid.isEmpty() && first == 0)) {
        continue;
      }
      ObjectNode time = times.addObject();
      time.putObject("TimePeriod")
          .put("Start", day.toString())
          .put("End", day.plusDays(1).toString());
      time.putObject("Total");
      time.put("Estimated", shown.stream().anyMatch(item -> item.text("estimated").equals("true")));
      ArrayNode groups = time.putArray("Groups");
      for (Reservation item : shown) {
        ObjectNode group = groups.addObject();
        group.putArray("Keys").add(item.text("account")).add(item.text("service"));
        group
            .putObject("Metrics")
            .putObject(metric)
            .put("Amount", item.text("amount"))
            .put("Unit", item.text("unit"));
        if (!item.text("name").isEmpty()) {
          names.put(item.text("account"), item.text("name"));
        }
      }
    }
    ArrayNode values = body.putArray("DimensionValueAttributes");
    names.forEach((account, name) ->
        values.addObject().put("Value", account).putObject("Attributes").put("description", name));
    if (last < items.size()) {
      body.put("NextPageToken", String.valueOf(last));
    }
    return success(body);
  }

  private static List<Reservation> items(Call call, Member caller) {
    return caller.reservations().stream()
        .filter(item -> item.service().equals(call.service()))
        .filter(item -> item.action().equals(call.action()))
        .toList();
  }

  private static void page(
      Call call, String token, List<Reservation> items, int most, ArrayNode list, ObjectNode body) {
    int from = request(call).path(token).asInt(0);
    int to = Math.min(items.size(), from + most);
    items.subList(from, to).forEach(item -> list.add(MAPPER.valueToTree(item.fields())));
    if (to < items.size()) {
      body.put(token, String.valueOf(to));
    }
  }

  private static JsonNode request(Call call) {
    try {
      return MAPPER.readTree(call.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the SDK sent no JSON: " + call.body(), e);
    }
  }
}
