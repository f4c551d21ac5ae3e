package dev.riexpiry.standin;

import java.util.Map;
import java.util.stream.Collectors;

/// How one service writes.
interface Wire {
  /// Does what is asked, or refuses it.
  ///
  /// @param caller the account that asks
  Answer answer(Call call, Organization.Member caller, Organization organization);

  /// The envelope of a refusal.
  Answer refusal(Call call, int status, String code, String message);

  /// What AWS says to an action that it does not have.
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

  static String elements(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> element(field.getKey(), field.getValue()))
        .collect(Collectors.joining());
  }
}
