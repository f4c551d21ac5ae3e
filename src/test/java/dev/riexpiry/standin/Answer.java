package dev.riexpiry.standin;

/// One answer.
///
/// @param status of HTTP
/// @param contentType of the body
/// @param body as text
record Answer(int status, String contentType, String body) {
  static Answer xml(int status, String body) {
    return new Answer(
        status, "text/xml;charset=UTF-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
  }
}
