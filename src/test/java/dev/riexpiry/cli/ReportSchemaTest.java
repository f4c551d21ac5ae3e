package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.riexpiry.alert.FindingDocument;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that read the report are checked against `report.schema.json`, the report is made of
/// records: both must have the same members, of the same types, and leave out the same ones.
class ReportSchemaTest {
  private static final JsonNode SCHEMA = schema();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  /// The records behind those lists of which the type alone does not say it.
  private static final Map<String, Class<?>> ENTRIES =
      Map.of(
          "expiring", FindingDocument.OfExpiring.class,
          "troubles", FindingDocument.OfUnpaid.class,
          "unreadable", FindingDocument.OfUnread.class,
          "notOffered?", FindingDocument.OfUnread.class,
          "recovered", FindingDocument.OfRestored.class,
          "lapsed", FindingDocument.OfLapsed.class);

  @TempDir private Path directory;

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(Files.readString(Path.of("report.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void hasTheMembersOfTheRecords() {
    Set<String> published = new TreeSet<>();
    published(SCHEMA, "", "", published);
    Set<String> written = new TreeSet<>();
    written(ReportDocument.class, "", "", written);

    assertThat(published).containsExactlyElementsOf(written);
  }

  @Test
  void isItselfAValidSchema() {
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012))
                .validate(SCHEMA.toString(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void everyMemberIsDescribed() {
    assertThat(undescribed(SCHEMA)).isEmpty();
  }

  private static List<String> undescribed(JsonNode node) {
    Stream<String> here =
        node.path("properties").properties().stream()
            .filter(member -> !member.getValue().has("$ref"))
            .filter(member -> !member.getValue().path("description").asText().endsWith("."))
            .map(Map.Entry::getKey);
    return Stream.concat(
            here,
            StreamSupport.stream(node.spliterator(), false)
                .flatMap(child -> undescribed(child).stream()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--all",
        "--account=web-prod --region=us-east-1",
        "--ledger-table=ledger-of-the-schema --publish",
        "--milestone-days=1"
      })
  void takesWhatIsPrinted(String options) {
    Fault denied = Fault.of(Kind.DENIED, AwsService.RDS).account("111122223333");
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, denied)) {
      String report =
          Cli.run(
                  Stream.concat(
                          Stream.of(
                              "check",
                              "--output=json",
                              "--topic-arn=" + CommandSample.TOPIC,
                              "--accounts=" + CommandSample.accounts(directory)),
                          Stream.of(options.split(" ")).filter(word -> !word.isEmpty()))
                      .toArray(String[]::new))
              .out();

      assertThat(report).contains("\"unreadable\"");
      assertThat(VALIDATOR.validate(report, InputFormat.JSON)).isEmpty();
    }
  }

  private static void published(JsonNode node, String path, String end, Set<String> lines) {
    if (node.has("$ref")) {
      published(SCHEMA.at(node.path("$ref").asText().substring(1)), path, end, lines);
      return;
    }
    if (node.has("anyOf")) {
      published(node.path("anyOf").path(0), path, "|null", lines);
      return;
    }
    JsonNode type = node.path("type");
    String name = type.isArray() ? type.path(0).asText() : type.asText();
    lines.add(path + " " + name + (type.isArray() ? "|null" : end));
    switch (name) {
      case "array" -> published(node.path("items"), path + "[]", "", lines);
      case "object" -> {
        if (node.has("additionalProperties")) {
          published(node.path("additionalProperties"), path + ".*", "", lines);
        }
        members(node, path, lines);
      }
      default -> {}
    }
  }

  private static void members(JsonNode node, String path, Set<String> lines) {
    node.path("allOf")
        .forEach(part -> members(SCHEMA.at(part.path("$ref").asText().substring(1)), path, lines));
    List<String> required =
        StreamSupport.stream(node.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    node.path("properties")
        .properties()
        .forEach(member ->
            published(
                member.getValue(),
                path + "." + member.getKey() + (required.contains(member.getKey()) ? "" : "?"),
                "",
                lines));
  }

  private static void written(Type type, String path, String end, Set<String> lines) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == Optional.class) {
        written(last, path, end, lines);
      } else if (generic.getRawType() == Map.class) {
        lines.add(path + " object" + end);
        written(last, path + ".*", "", lines);
      } else {
        lines.add(path + " array" + end);
        Class<?> known = ENTRIES.get(path.substring(1));
        written(known == null ? last : known, path + "[]", "", lines);
      }
    } else if (type instanceof Class<?> record && record.isRecord()) {
      lines.add(path + " object" + end);
      components(record, path, lines);
    } else {
      lines.add(path + " " + simple(type) + end);
    }
  }

  private static void components(Class<?> record, String path, Set<String> lines) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        components(component.getType(), path, lines);
        continue;
      }
      boolean optional =
          component.getType() == Optional.class || component.getType() == OptionalInt.class;
      boolean leftOut =
          switch (inclusion(component, record)) {
            case NON_ABSENT -> optional;
            case NON_EMPTY, NON_DEFAULT -> true;
            default -> false;
          };
      written(
          component.getGenericType(),
          path + "." + component.getName() + (leftOut ? "?" : ""),
          optional && !leftOut ? "|null" : "",
          lines);
    }
  }

  private static JsonInclude.Include inclusion(RecordComponent component, Class<?> record) {
    return Stream.of(
            component.getAccessor().getAnnotation(JsonInclude.class),
            record.getAnnotation(JsonInclude.class))
        .flatMap(Stream::ofNullable)
        .map(JsonInclude::value)
        .findFirst()
        .orElse(JsonInclude.Include.ALWAYS);
  }

  private static String simple(Type type) {
    if (type == String.class) {
      return "string";
    }
    if (type == BigDecimal.class) {
      return "number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (Set.<Type>of(int.class, long.class, Integer.class, OptionalInt.class).contains(type)) {
      return "integer";
    }
    throw new IllegalArgumentException("of what type in JSON is " + type + "?");
  }
}
