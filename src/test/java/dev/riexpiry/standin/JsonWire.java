package dev.riexpiry.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The envelopes of the JSON 1.1 protocol.
abstract class JsonWire implements Wire {
  private static final String TYPE = "application/x-amz-json-1.1";

  @Override
  public final Answer refusal(Call call, int status, String code, String message) {
    ObjectNode body = object();
    body.put("__type", code);
    body.put("Message", message);
    return new Answer(status, TYPE, body.toString());
  }

  static Answer success(ObjectNode body) {
    return new Answer(200, TYPE, body.toString());
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
