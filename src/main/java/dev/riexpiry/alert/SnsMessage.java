package dev.riexpiry.alert;



import java.util.List;

/// The JSON object that SNS takes a text for each protocol from. Protocols that are not named, such
/// as `sms`, get the text of `default`.
final class SnsMessage {
  private static final List<String> FOR_PEOPLE = List.of("default", "email");
  private static final List<String> FOR_PROGRAMS =
      List.of("sqs", "lambda", "https", "http", "email-json", "firehose");

  private SnsMessage() {}

  static String of(String mail, String document) {
    return Json.compact(json -> {
      json.writeStartObject();
      for (String protocol : FOR_PEOPLE) {
        json.writeStringField(protocol, mail);
      }
      for (String protocol : FOR_PROGRAMS) {
        json.writeStringField(protocol, document);
      }
      json.writeEndObject();
    });
  }
}
