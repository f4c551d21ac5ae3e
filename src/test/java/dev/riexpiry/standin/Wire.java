package dev.riexpiry.standin;

import dev.riexpiry.standin.Organization.Reservation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The format in which one service writes.
interface Wire {
  /// Does what is asked, or refuses it.
  ///
  /// @param caller the account that asks
  Answer answer(Call call, Organization.Member caller, Organization organization);

  /// The envelope of a refusal.
  Answer refusal(Call call, int status, String code, String message);

  /// The answer of AWS to an action that it does not have.
  default Answer noSuchAction(Call call) {
    return refusal(
        call,
        400,
        "InvalidAction",
        "The action " + call.action() + " is not valid for this endpoint.");
  }

  static String element(String name, String text) {
    return text.isEmpty()
        ? "<" + name + "/>"
        : "<" + name + ">" + text.replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
  }

  /// @param member the element around each entry of a list
  static String elements(Map<String, Object> fields, String member) {
    return fields.entrySet().stream()
        .map(field -> element(field.getKey(), field.getValue(), member))
        .collect(Collectors.joining());
  }

  private static String element(String name, Object value, String member) {
    if (value instanceof List<?> entries) {
      return entries.stream()
          .map(entry ->
              "<%1$s>%2$s</%1$s>".formatted(member, elements(Reservation.members(entry), member)))
          .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }
    return element(name, String.valueOf(value));
  }

  /// Which action a request means that names none, as those of REST do.
  default String action(String method, String path) {
    return method;
  }
}
