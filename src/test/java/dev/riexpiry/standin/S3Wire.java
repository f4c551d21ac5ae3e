package dev.riexpiry.standin;

import dev.riexpiry.standin.Organization.Member;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// S3: objects by path, for as long as the process lives.
final class S3Wire implements Wire {
  private static final Map<String, String> OBJECTS = new ConcurrentHashMap<>();

  @Override
  public Answer answer(Call call, Member caller, Organization organization) {
    return switch (call.method()) {
      case "PUT" -> {
        OBJECTS.put(call.path(), call.body());
        yield new Answer(200, "application/xml", "");
      }
      case "GET" ->
          OBJECTS.containsKey(call.path())
              ? new Answer(200, "application/json", OBJECTS.get(call.path()))
              : refusal(call, 404, "NoSuchKey", "The specified key does not exist.");
      default -> noSuchAction(call);
    };
  }

  @Override
  public Answer refusal(Call call, int status, String code, String message) {
    return Answer.xml(
        status,
        "<Error>%s%s%s</Error>"
            .formatted(
                Wire.element("Code", code),
                Wire.element("Message", message),
                Wire.element("RequestId", call.id())));
  }
}
