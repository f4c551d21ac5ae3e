package dev.riexpiry.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riexpiry.standin.Organization.Member;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// DynamoDB: tables whose names begin with `ledger`, for as long as the process lives. Of the
/// language of conditions it knows four words, each by the values it names; the real engine has its
/// own tests.
final class DynamoDbWire extends JsonWire {
  private static final Map<String, ObjectNode> ITEMS = new ConcurrentHashMap<>();

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    JsonNode request = request(call);
    if (!table(request).startsWith("ledger")) {
      return refusal(call, 400, "ResourceNotFoundException", "Requested resource not found");
    }
    return switch (call.action()) {
      case "BatchGetItem" -> batchGet(request);
      case "PutItem" -> put(request);
      case "UpdateItem" -> update(request);
      case "DeleteItem" -> delete(request);
      case "Scan" -> scan(request);
      default -> noSuchAction(call);
    };
  }

  /// Forgets what a table holds.
  static void empty(String table) {
    ITEMS.keySet().removeIf(place -> place.startsWith(table + " "));
  }

  private static JsonNode request(Call call) {
    try {
      return new ObjectMapper().readTree(call.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the SDK sent no JSON: " + call.body(), e);
    }
  }

  private static String table(JsonNode request) {
    return request.has("TableName")
        ? request.path("TableName").asText()
        : request.path("RequestItems").fieldNames().next();
  }

  private static String place(JsonNode request, JsonNode key) {
    return table(request) + " " + key.path("entry").path("S").asText();
  }

  private static Answer batchGet(JsonNode request) {
    ObjectNode body = object();
    ArrayNode found = body.putObject("Responses").putArray(table(request));
    for (JsonNode key : request.path("RequestItems").path(table(request)).path("Keys")) {
      ObjectNode item = ITEMS.get(place(request, key));
      if (item != null) {
        found.add(item);
      }
    }
    body.putObject("UnprocessedKeys");
    return success(body);
  }

  private static Answer put(JsonNode request) {
    String place = place(request, request.path("Item"));
    ObjectNode known = ITEMS.get(place);
    if (known != null && !holds(request.path("ExpressionAttributeValues"), known)) {
      return failed(known);
    }
    ITEMS.put(place, request.path("Item").deepCopy());
    return success(object());
  }

  private static boolean holds(JsonNode values, ObjectNode known) {
    if (values.has(":today")) {
      return text(known.path("silentUntil")).compareTo(text(values.path(":today"))) < 0
          || !known.path("end").equals(values.path(":end"));
    }
    if (values.has(":before")) {
      return known.path("version").equals(values.path(":before"));
    }
    return !known.has("toldOn")
        && (number(known.path("until")) <= number(values.path(":now"))
            || known.path("owner").equals(values.path(":owner")));
  }

  private static long number(JsonNode attribute) {
    return attribute.path("N").asLong();
  }

  private static String text(JsonNode attribute) {
    return attribute.path("S").asText();
  }

  private static Answer delete(JsonNode request) {
    ITEMS.remove(place(request, request.path("Key")));
    return success(object());
  }

  /// Gives all items whose keys begin with one of the values, in one page.
  private static Answer scan(JsonNode request) {
    ObjectNode body = object();
    ArrayNode found = body.putArray("Items");
    ITEMS.forEach((place, item) -> {
      boolean wanted = false;
      for (JsonNode beginning : request.path("ExpressionAttributeValues")) {
        wanted |= place.startsWith(table(request) + " " + text(beginning));
      }
      if (wanted) {
        found.add(item);
      }
    });
    return success(body);
  }

  private static Answer update(JsonNode request) {
    String place = place(request, request.path("Key"));
    ObjectNode item = ITEMS.getOrDefault(place, object()).deepCopy();
    JsonNode values = request.path("ExpressionAttributeValues");
    if (values.has(":owner")
        && (item.has("toldOn") || !item.path("owner").equals(values.path(":owner")))) {
      return failed(item);
    }
    item.set("entry", request.path("Key").path("entry"));
    String[] parts = request.path("UpdateExpression").asText().split(" REMOVE ", 2);
    for (String assignment : parts[0].substring("SET ".length()).split(",", -1)) {
      String[] sides = assignment.split("=", 2);
      item.set(sides[0].strip().substring(1), values.path(sides[1].strip()));
    }
    if (parts.length > 1) {
      item.remove(parts[1].strip().substring(1));
    }
    ITEMS.put(place, item);
    return success(object());
  }

  private static Answer failed(ObjectNode known) {
    ObjectNode body = object();
    body.put("__type", "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException");
    body.put("message", "The conditional request failed");
    body.set("Item", known);
    return new Answer(400, "application/x-amz-json-1.0", body.toString());
  }
}
