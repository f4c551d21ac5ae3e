package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Template;
import dev.riexpiry.input.EventBus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the rules in `docs/events.md` against events as they are put: each takes those that it is
/// for and no other, and what it makes of them is JSON.
class EventRulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("<(\\w+)>");

  private static final Map<String, Set<String>> TAKES =
      Map.of(
          "JiraRule", Set.of("Commitment Expiring"),
          "ServiceNowRule", Set.of("Commitment Lapsed", "Commitment Unpaid", "Place Unread"),
          "ApprovalRule", Set.of("Commitment Expiring"),
          "HandOnRule",
              Set.of("Commitment Expiring", "Commitment Unpaid", "Place Unread", "Place Restored"));

  private static List<Template> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("docs/events.md")))
        .results()
        .map(block -> Template.parse(block.group(1)))
        .toList();
  }

  private static Map<String, Map<?, ?>> rules() throws IOException {
    Map<String, Map<?, ?>> rules = new TreeMap<>();
    for (Template block : blocks()) {
      block
          .resources("AWS::Events::Rule")
          .forEach((name, rule) -> rules.put(name, (Map<?, ?>) rule.get("Properties")));
    }
    return rules;
  }

  private static Object member(Map<?, ?> map, String name) {
    return requireNonNull(map.get(name), () -> "there is no " + name);
  }

  private static List<JsonNode> events() {
    return EventComposerTest.events(EventComposerTest.oneOfEach()).stream()
        .<JsonNode>map(EventSchemaTest::asARuleGetsIt)
        .toList();
  }

  /// Decides as EventBridge does, of the comparisons that the rules have.
  private static boolean takes(Map<?, ?> pattern, JsonNode event) {
    return pattern.entrySet().stream()
        .allMatch(entry -> {
          JsonNode value = event.path(String.valueOf(entry.getKey()));
          return switch (entry.getValue()) {
            case Map<?, ?> nested -> takes(nested, value);
            case List<?> any -> any.stream().anyMatch(one -> equalsOrCompares(one, value));
            default -> throw new AssertionError("not a pattern: " + entry);
          };
        });
  }

  private static boolean equalsOrCompares(Object wanted, JsonNode value) {
    return switch (wanted) {
      case String text -> value.isTextual() && value.asText().equals(text);
      case Integer number -> value.isNumber() && value.asInt() == number;
      case Map<?, ?> comparison -> {
        assertThat(comparison).isEqualTo(Map.of("numeric", List.of("<=", 30)));
        yield value.isNumber() && value.asInt() <= 30;
      }
      default -> throw new AssertionError("not a value of a pattern: " + wanted);
    };
  }

  @Test
  void eachRuleTakesTheEventsThatItIsForAndNoOther() throws IOException {
    Map<String, Set<String>> taken = new TreeMap<>();
    rules()
        .forEach((name, rule) ->
            taken.put(
                name,
                events().stream()
                    .filter(event -> takes((Map<?, ?>) member(rule, "EventPattern"), event))
                    .map(event -> event.path("detail-type").asText())
                    .collect(Collectors.toCollection(TreeSet::new))));

    assertThat(taken).isEqualTo(TAKES);
  }

  @Test
  void noRuleTakesATest() throws IOException {
    JsonNode test = EventSchemaTest.asARuleGetsIt(Event.test("TEST"));

    assertThat(rules().values())
        .noneMatch(rule -> takes((Map<?, ?>) member(rule, "EventPattern"), test));
  }

  @Test
  void whatARuleMakesOfAnEventIsJsonOfMembersThatTheEventHas() throws IOException {
    int made = 0;
    for (Map<?, ?> rule : rules().values()) {
      for (JsonNode event : events()) {
        if (takes((Map<?, ?>) member(rule, "EventPattern"), event)) {
          for (Object target : (List<?>) member(rule, "Targets")) {
            made += made((Map<?, ?>) target, event);
          }
        }
      }
    }
    assertThat(made).isEqualTo(5);
  }

  private static int made(Map<?, ?> target, JsonNode event) throws IOException {
    assertThat(target.get("DeadLetterConfig")).isNotNull();
    if (!(target.get("InputTransformer") instanceof Map<?, ?> transformer)) {
      assertThat(EventBus.parse((String) member(target, "Arn"))).isPresent();
      return 0;
    }
    Map<?, ?> paths = (Map<?, ?>) member(transformer, "InputPathsMap");
    String template = (String) member(transformer, "InputTemplate");
    assertThat(VARIABLE.matcher(template).results().map(result -> result.group(1)).distinct())
        .containsExactlyInAnyOrderElementsOf(paths.keySet().stream().map(String::valueOf).toList());
    String json =
        VARIABLE
            .matcher(template)
            .replaceAll(variable ->
                Matcher.quoteReplacement(
                    value(event, (String) member(paths, variable.group(1)), template, variable)));
    JsonNode document = JSON.readTree(json);
    assertThat(document.toString()).contains(event.at("/detail/findingId").asText());
    return 1;
  }

  /// Puts a value as EventBridge does: bare between quotes, as JSON elsewhere.
  private static String value(JsonNode event, String path, String template, MatchResult variable) {
    assertThat(path).startsWith("$.");
    JsonNode value = event.at("/" + path.substring(2).replace('.', '/'));
    assertThat(value.isMissingNode()).as(path).isFalse();
    long quotes =
        template
            .substring(template.lastIndexOf('\n', variable.start()) + 1, variable.start())
            .chars()
            .filter(character -> character == '"')
            .count();
    return quotes % 2 == 1 ? value.asText() : value.toString();
  }

  @Test
  void everyRuleIsOnTheBusThatThePageSpeaksOf() throws IOException {
    assertThat(rules().values())
        .hasSize(4)
        .allSatisfy(rule -> assertThat(rule.get("EventBusName")).isEqualTo("commitments"));
    assertThat(blocks()).hasSize(5);
  }
}
