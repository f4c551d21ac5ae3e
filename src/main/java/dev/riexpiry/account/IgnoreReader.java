package dev.riexpiry.account;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the `ignore` list of an accounts file.
///
/// @param values reads what accounts have too
/// @param faults takes the faults
record IgnoreReader(FileValues values, Collection<Fault> faults) {
  private static final String PATH = "ignore";
  private static final List<String> KEYS =
      List.of("commitmentId", "accountId", "service", "until", "reason");
  private static final String EXAMPLE =
      "{\"commitmentId\": \"…\", \"until\": \"2027-03-01\", \"reason\": \"…\"}";

  /// The longest text: an id has to fit into a line of a table, a reason into a line of a report.
  private static final int MAX_TEXT = 256;

  IgnoreRules read(LocatedJson value) {
    if (!(value instanceof ArrayValue(int _, List<LocatedJson> elements)) || elements.isEmpty()) {
      String problem = value instanceof ArrayValue ? "the list is empty" : "is " + value.kind();
      values.fault(
          value, PATH, problem, "write a list of objects like " + EXAMPLE + ", or remove it");
      return IgnoreRules.NONE;
    }
    Map<IgnoreRule.About, IgnoreRule> rules = new LinkedHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      String path = PATH + "[" + i + "]";
      LocatedJson element = elements.get(i);
      rule(element, path).ifPresent(rule -> add(element, path, rule, rules));
    }
    return new IgnoreRules(List.copyOf(rules.values()));
  }

  private void add(
      LocatedJson element, String path, IgnoreRule rule, Map<IgnoreRule.About, IgnoreRule> rules) {
    if (rules.putIfAbsent(rule.about(), rule) != null) {
      values.fault(element, path, rule.subject() + " is there twice", "remove one of the two");
    }
  }

  private Optional<IgnoreRule> rule(LocatedJson value, String path) {
    if (!(value instanceof ObjectValue object)) {
      values.fault(value, path, "is " + value.kind(), "write an object like " + EXAMPLE);
      return Optional.empty();
    }
    JsonFields fields = new JsonFields(object, path, KEYS, faults);
    int before = faults.size();
    if (List.of("commitmentId", "accountId", "service").stream()
        .allMatch(key -> fields.get(key).isEmpty())) {
      values.fault(
          value, path, "it names nothing to ignore", "add commitmentId, accountId or service");
    }
    Optional<String> id =
        fields
            .get("commitmentId")
            .flatMap(
                v -> values.line(v, path + ".commitmentId", MAX_TEXT, "id that the report shows"));
    Optional<AccountId> account =
        fields.get("accountId").flatMap(v -> values.accountId(v, path + ".accountId"));
    Optional<Service> service =
        fields.get("service").flatMap(v -> values.service(v, path + ".service"));
    Optional<LocalDate> until =
        fields
            .require("until", "add the last day on which it is ignored, such as 2027-03-01")
            .flatMap(v -> date(v, path + ".until"));
    Optional<String> reason =
        fields
            .require("reason", "add why, for those who read the report")
            .flatMap(v -> values.line(v, path + ".reason", MAX_TEXT, "reason in a line"));
    return faults.size() == before
        ? Optional.of(
            new IgnoreRule(id, account, service, until.orElseThrow(), reason.orElseThrow()))
        : Optional.empty();
  }

  private Optional<LocalDate> date(LocatedJson value, String place) {
    Optional<String> text = values.text(value, place);
    try {
      // Without the pattern a year of more than four digits would be taken too.
      if (text.isPresent() && text.get().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return text.map(LocalDate::parse);
      }
    } catch (DateTimeException _) {
      // A day that does not exist is as wrong as a text without digits.
    }
    text.ifPresent(wrong ->
        values.fault(
            value,
            place,
            "\"" + wrong + "\" is not a date",
            "write year, month and day such as 2027-03-01"));
    return Optional.empty();
  }
}
