package dev.riexpiry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/// The items of a ledger's table, and what was asked of each. Of DynamoDB's expressions it knows
/// those of a ledger by the values that they name.
final class TableItems {
  private static final String KEY = "entry";

  private final Map<String, ObjectNode> items = new HashMap<>();
  private final Map<String, Integer> claims = new HashMap<>();

  /// Answers `BatchGetItem`.
  synchronized ObjectNode get(JsonNode request) {
    ObjectNode answer = object();
    ObjectNode responses = answer.putObject("Responses");
    request
        .path("RequestItems")
        .properties()
        .forEach(asked -> {
          ArrayNode found = responses.putArray(asked.getKey());
          for (JsonNode key : asked.getValue().path("Keys")) {
            ObjectNode item = items.get(key(key));
            if (item != null) {
              found.add(item);
            }
          }
        });
    answer.putObject("UnprocessedKeys");
    return answer;
  }

  /// Answers `PutItem`: what was announced, and what another run has claimed, stays as it is.
  ///
  /// @return whether the condition held
  synchronized boolean put(JsonNode request) {
    String key = key(request.path("Item"));
    ObjectNode known = items.get(key);
    JsonNode values = request.path("ExpressionAttributeValues");
    if (request.path("Item").has("until")) {
      claims.merge(key, 1, Integer::sum);
    }
    if (known != null && !mayReplace(known, values)) {
      return false;
    }
    items.put(key, request.path("Item").deepCopy());
    return true;
  }

  private static boolean mayReplace(ObjectNode known, JsonNode values) {
    return values.has(":before")
        ? known.path("version").equals(values.path(":before"))
        : !known.has("toldOn")
            && (number(known.path("until")) <= number(values.path(":now"))
                || known.path("owner").equals(values.path(":owner")));
  }

  /// Answers `UpdateItem`: a confirmation, or the release of a claim.
  ///
  /// @return whether the condition held
  synchronized boolean update(JsonNode request) {
    ObjectNode item = items.computeIfAbsent(key(request.path("Key")), _ -> object());
    JsonNode values = request.path("ExpressionAttributeValues");
    if (values.has(":never")) {
      if (item.has("toldOn") || !item.path("owner").equals(values.path(":owner"))) {
        return false;
      }
      item.set("until", values.path(":never"));
      return true;
    }
    item.set(KEY, request.path("Key").path(KEY));
    item.set("toldOn", values.path(":on"));
    item.set("firstToldOn", values.path(":first"));
    item.set("expires", values.path(":expires"));
    item.remove("until");
    return true;
  }

  /// The announcements that were claimed.
  synchronized int claimed() {
    return claims.size();
  }

  /// The claims beyond the first of an announcement.
  synchronized int claimedAgain() {
    return claims.values().stream().mapToInt(times -> times - 1).sum();
  }

  /// The announcements that are recorded as made.
  synchronized long confirmed() {
    return items.values().stream().filter(item -> item.has("toldOn")).count();
  }

  private static String key(JsonNode item) {
    return item.path(KEY).path("S").asText();
  }

  private static long number(JsonNode attribute) {
    return attribute.path("N").asLong();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
