package dev.riexpiry.standin;

/// One answer.
///
/// @param status of HTTP
/// @param contentType of the body
/// @param body as text
record Answer(int status, String contentType, String body) {
  /// The same page, which names a further one, in every service's own way.
  Answer withPageToken(String token) {
    String named =
        contentType.contains("json")
            ? body.replaceAll(",?\"[Nn]ext(Page)?Token\":\"[^\"]*\"", "")
                .replaceFirst(
                    "}$",
                    ",\"NextToken\":\"%1$s\",\"nextToken\":\"%1$s\",\"NextPageToken\":\"%1$s\"}"
                        .formatted(token))
            : body.replaceAll("<(Marker|nextToken)>[^<]*</\\1>", "")
                .replaceFirst("(<[A-Za-z]+Result>)", "$1<Marker>" + token + "</Marker>")
                .replaceFirst("(</[A-Za-z]+Response>)$", "<nextToken>" + token + "</nextToken>$1");
    return new Answer(status, contentType, named);
  }

  static Answer xml(int status, String body) {
    return new Answer(
        status, "text/xml;charset=UTF-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
  }
}
