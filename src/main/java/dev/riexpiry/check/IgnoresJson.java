package dev.riexpiry.check;



import com.fasterxml.jackson.core.JsonGenerator;
import dev.riexpiry.alert.CheckJson;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.StoredJson;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/// What is ignored, as an accounts file has it.
public final class IgnoresJson {
  private IgnoresJson() {}

  /// Writes the `ignore` list; nothing where nothing is ignored, as the file must not have an empty
  /// one.
  public static void write(JsonGenerator json, IgnoreRules ignores) throws IOException {
    if (ignores.rules().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("ignore");
    for (IgnoreRule rule : ignores.rules()) {
      json.writeStartObject();
      text(json, "commitmentId", rule.commitmentId());
      text(json, "accountId", rule.accountId().map(AccountId::value));
      text(json, "service", rule.service().map(Service::id));
      json.writeStringField("until", rule.until().toString());
      json.writeStringField("reason", rule.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      CheckJson.textOrNull(json, name, text);
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it is something else
  static IgnoreRules read(StoredJson document) {
    return document.object().get("ignore").isEmpty()
        ? IgnoreRules.NONE
        : new IgnoreRules(document.list("ignore").stream().map(IgnoresJson::rule).toList());
  }

  private static IgnoreRule rule(StoredJson json) {
    return new IgnoreRule(
        json.optionalText("commitmentId"),
        json.optionalText("accountId").map(AccountId::new),
        json.optionalText("service").map(Service::of),
        LocalDate.parse(json.text("until")),
        json.text("reason"));
  }
}
