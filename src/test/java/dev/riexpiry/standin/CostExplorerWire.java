package dev.riexpiry.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import java.util.List;
import java.util.Map;

/// Cost Explorer: what the account that asks has in its books. Reservations are listed for one
/// service at a time; an account without any plan gets a refusal.
final class CostExplorerWire extends JsonWire {
  static final String RESERVATIONS = "GetReservationUtilization";

  /// Stands before the action of an entry that makes it refuse.
  static final String REFUSED = "refused ";

  static final String PLANS = "GetSavingsPlansUtilizationDetails";

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
