package dev.riexpiry.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Page;
import dev.riexpiry.standin.Organization.Reservation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service that writes JSON, with one listing.
final class ListingWire extends JsonWire {
  private final Listing listing;

  ListingWire(Listing listing) {
    this.listing = listing;
  }

  /// @param action what it does
  /// @param path where, if it is one of REST; else empty
  /// @param list the member that holds the items
  /// @param token the member for pages, in the answer
  /// @param asked the parameter for pages, in the request
  /// @param most the parameter for how many
  /// @param limit how many there may be
  /// @param numbers members that are numbers
  /// @param times members that are seconds since 1970
  record Listing(
      String action,
      String path,
      String list,
      String token,
      String asked,
      String most,
      int limit,
      List<String> numbers,
      List<String> times) {}

  @Override
  public String action(String method, String path) {
    return path.equals(listing.path()) ? listing.action() : method;
  }

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    if (!call.action().equals(listing.action())) {
      return noSuchAction(call);
    }
    int asked = Integer.parseInt(call.parameter(listing.most()).orElse("100"));
    if (asked < 1 || asked > listing.limit()) {
      return refusal(call, 400, "ValidationException", "no such number of results: " + asked);
    }
    Page page = Page.of(call, caller, organization, call.parameter(listing.asked()), asked);
    ObjectNode body = object();
    ArrayNode list = body.putArray(listing.list());
    page.items().forEach(item -> list.add(structure(item.fields())));
    page.next().ifPresent(token -> body.put(listing.token(), token));
    return success(body);
  }

  @Override
  public Answer noSuchAction(Call call) {
    return refusal(
        call,
        400,
        "UnknownOperationException",
        "The action " + call.action() + " is not valid for this endpoint.");
  }

  private ObjectNode structure(Map<String, Object> fields) {
    ObjectNode node = object();
    fields.forEach((name, value) -> node.set(name, value(name, value)));
    return node;
  }

  private JsonNode value(String name, Object value) {
    if (value instanceof List<?> entries) {
      ArrayNode list = object().arrayNode();
      entries.forEach(entry -> list.add(structure(Reservation.members(entry))));
      return list;
    }
    if (value instanceof Map<?, ?>) {
      return structure(Reservation.members(value));
    }
    String text = String.valueOf(value);
    return Optional.of(text)
        .filter(_ -> listing.numbers().contains(name))
        .<JsonNode>map(number -> object().numberNode(new BigDecimal(number)))
        .or(() -> Optional.of(text).filter(_ -> listing.times().contains(name)).map(this::time))
        .orElseGet(() -> object().textNode(text));
  }

  private JsonNode time(String text) {
    return object()
        .numberNode(BigDecimal.valueOf(Instant.parse(text).toEpochMilli()).movePointLeft(3));
  }
}
