package dev.riexpiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/// The members of documents, a line each: as a published schema has them, and as the records that
/// are written have them.
///
/// @param root the schema
/// @param entries the records behind those members of which the type alone does not say it
public record SchemaMembers(JsonNode root, Map<String, Class<?>> entries) {
  /// Reads a schema of this project.
  public static JsonNode read(String name) {
    try {
      return new ObjectMapper().readTree(Files.readString(Path.of(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The members that a part of the schema publishes.
  public Set<String> published(JsonNode node) {
    Set<String> lines = new TreeSet<>();
    published(node, "", "", lines);
    return lines;
  }

  /// The members that a record writes.
  public Set<String> written(Class<?> record) {
    Set<String> lines = new TreeSet<>();
    written(record, "", "", lines);
    return lines;
  }

  /// The members that the schema does not describe in a sentence.
  public List<String> undescribed() {
    return undescribed(root);
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

  private void published(JsonNode node, String path, String end, Set<String> lines) {
    if (node.has("$ref")) {
      published(root.at(node.path("$ref").asText().substring(1)), path, end, lines);
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

  private void members(JsonNode node, String path, Set<String> lines) {
    node.path("allOf")
        .forEach(part -> members(root.at(part.path("$ref").asText().substring(1)), path, lines));
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

  private void written(Type type, String path, String end, Set<String> lines) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == Optional.class) {
        written(last, path, end, lines);
      } else if (generic.getRawType() == Map.class) {
        lines.add(path + " object" + end);
        written(last, path + ".*", "", lines);
      } else {
        lines.add(path + " array" + end);
        Class<?> known = entries.get(path.substring(1));
        written(known == null ? last : known, path + "[]", "", lines);
      }
    } else if (type instanceof Class<?> record && record.isRecord()) {
      lines.add(path + " object" + end);
      components(record, path, lines);
    } else {
      lines.add(path + " " + simple(type) + end);
    }
  }

  private void components(Class<?> record, String path, Set<String> lines) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        components(entries.getOrDefault(component.getName(), component.getType()), path, lines);
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
