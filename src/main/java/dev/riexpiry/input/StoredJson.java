package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.BooleanValue;
import dev.riexpiry.input.LocatedJson.NullValue;
import dev.riexpiry.input.LocatedJson.NumberValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.input.LocatedJson.TextValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A JSON object that this program wrote itself, read back. What is not as expected is a defect or
/// a damaged store, and is thrown as [IllegalArgumentException].
///
/// @param object the object
public record StoredJson(ObjectValue object) {
  public StoredJson {
    requireNonNull(object, "object is null");
  }

  /// Reads one object.
  public static StoredJson parse(String text) {
    return switch (LocatedJson.parse(text.getBytes(StandardCharsets.UTF_8))) {
      case LocatedJson.Parsed.Document(ObjectValue object) -> new StoredJson(object);
      case LocatedJson.Parsed.Document(LocatedJson other) ->
          throw new IllegalArgumentException("stored JSON is " + other.kind());
      case LocatedJson.Parsed.NotJson(Fault fault) ->
          throw new IllegalArgumentException("stored JSON: " + fault);
    };
  }

  /// A text that must be there.
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name, "a text"));
  }

  /// A text, or nothing where it is null or not there.
  public Optional<String> optionalText(String name) {
    return switch (object.get(name).orElse(new NullValue(1))) {
      case TextValue(int _, String text) -> Optional.of(text);
      case NullValue _ -> Optional.empty();
      case LocatedJson _ -> throw missing(name, "a text");
    };
  }

  /// A whole number that must be there.
  public int number(String name) {
    if (object.get(name).orElse(new NullValue(1)) instanceof NumberValue(int _, String literal)) {
      return Integer.parseInt(literal);
    }
    throw missing(name, "a number");
  }

  /// True or false, which must be there.
  public boolean flag(String name) {
    if (object.get(name).orElse(new NullValue(1)) instanceof BooleanValue(int _, boolean value)) {
      return value;
    }
    throw missing(name, "true or false");
  }

  /// A list of objects that must be there.
  public List<StoredJson> list(String name) {
    return elements(name).stream()
        .map(element -> {
          if (element instanceof ObjectValue inner) {
            return new StoredJson(inner);
          }
          throw missing(name, "a list of objects");
        })
        .toList();
  }

  /// A list of texts that must be there.
  public List<String> texts(String name) {
    return elements(name).stream()
        .map(element -> {
          if (element instanceof TextValue(int _, String text)) {
            return text;
          }
          throw missing(name, "a list of texts");
        })
        .toList();
  }

  private List<LocatedJson> elements(String name) {
    if (object.get(name).orElse(new NullValue(1))
        instanceof ArrayValue(int _, List<LocatedJson> elements)) {
      return elements;
    }
    throw missing(name, "a list");
  }

  private static IllegalArgumentException missing(String name, String kind) {
    return new IllegalArgumentException("stored JSON has no " + name + " that is " + kind);
  }
}
