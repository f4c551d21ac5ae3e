package dev.riexpiry.standin;

/// The envelopes of the query protocol.
abstract class QueryWire implements Wire {
  private final String namespace;

  QueryWire(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public final Answer refusal(Call call, int status, String code, String message) {
    return Answer.xml(
        status,
        "<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type>%s%s</Error>%s</ErrorResponse>"
            .formatted(
                namespace,
                status < 500 ? "Sender" : "Receiver",
                Wire.element("Code", code),
                Wire.element("Message", message),
                Wire.element("RequestId", call.id())));
  }

  final Answer success(Call call, String result) {
    return Answer.xml(
        200,
        "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata>%4$s</ResponseMetadata></%1$sResponse>"
            .formatted(call.action(), namespace, result, Wire.element("RequestId", call.id())));
  }
}
