package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON value that knows the line it stands on, so that a fault can say where to look. Jackson's
/// own tree forgets both the line and a key that was written twice.
public sealed interface LocatedJson {

  /// The line of the value's first character, counted from 1.
  int line();

  /// The value as a person would name it, such as `a number`.
  String kind();

  /// @param line where it begins
  /// @param members in the order of the file; a key may be there twice
  record ObjectValue(int line, List<Member> members) implements LocatedJson {
    public ObjectValue {
      members = List.copyOf(members);
    }

    /// The first member of that name.
    public Optional<LocatedJson> get(String name) {
      return members.stream()
          .filter(member -> member.name().equals(name))
          .map(Member::value)
          .findFirst();
    }

    @Override
    public String kind() {
      return "an object";
    }
  }

  /// @param name the key
  /// @param line the key's line
  /// @param value what stands behind it
  record Member(String name, int line, LocatedJson value) {
    public Member {
      requireNonNull(name, "name is null");
      requireNonNull(value, "value is null");
    }
  }

  /// @param line where it begins
  /// @param elements in order
  record ArrayValue(int line, List<LocatedJson> elements) implements LocatedJson {
    public ArrayValue {
      elements = List.copyOf(elements);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /// @param line where it begins
  /// @param text without its quotes
  record TextValue(int line, String text) implements LocatedJson {
    public TextValue {
      requireNonNull(text, "text is null");
    }

    @Override
    public String kind() {
      return "a text";
    }
  }

  /// @param line where it begins
  /// @param literal the digits as they were written
  record NumberValue(int line, String literal) implements LocatedJson {
    public NumberValue {
      requireNonNull(literal, "literal is null");
    }

    @Override
    public String kind() {
      return "a number";
    }
  }

  /// @param line where it begins
  /// @param value true or false
  record BooleanValue(int line, boolean value) implements LocatedJson {
    @Override
    public String kind() {
      return "true or false";
    }
  }

  /// @param line where it begins
  record NullValue(int line) implements LocatedJson {
    @Override
    public String kind() {
      return "null";
    }
  }

  /// The result of parsing.
  sealed interface Parsed {
    /// @param value the whole document
    record Document(LocatedJson value) implements Parsed {
      public Document {
        requireNonNull(value, "value is null");
      }
    }

    /// @param fault why the bytes are no JSON document
    record NotJson(Fault fault) implements Parsed {
      public NotJson {
        requireNonNull(fault, "fault is null");
      }
    }
  }

  /// Parses one JSON document in UTF-8, UTF-16 or UTF-32, with nothing but white space behind it.
  static Parsed parse(byte[] bytes) {
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Parsed.NotJson(
            new Fault("line 1", "there is nothing in it", "write one JSON object"));
      }
      LocatedJson value = read(parser);
      if (parser.nextToken() != null) {
        return new Parsed.NotJson(
            new Fault(
                "line " + lineOf(parser),
                "something follows the end of the JSON document",
                "remove it, or move it inside"));
      }
      return new Parsed.Document(value);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      return new Parsed.NotJson(
          new Fault(
              "line " + line + ", column " + column,
              "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""),
              "correct it there"));
    } catch (IOException e) {
      // Bytes in memory can always be read, but not always decoded.
      return new Parsed.NotJson(
          new Fault("line 1", "not text in UTF-8, UTF-16 or UTF-32", "save it in UTF-8"));
    }
  }

  private static LocatedJson read(JsonParser parser) throws IOException {
    int line = lineOf(parser);
    JsonToken token = requireNonNull(parser.currentToken(), "token is null");
    return switch (token) {
      case START_OBJECT -> {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          int nameLine = lineOf(parser);
          parser.nextToken();
          members.add(new Member(name, nameLine, read(parser)));
        }
        yield new ObjectValue(line, members);
      }
      case START_ARRAY -> {
        List<LocatedJson> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(read(parser));
        }
        yield new ArrayValue(line, elements);
      }
      case VALUE_STRING -> new TextValue(line, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new NumberValue(line, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new BooleanValue(line, token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> new NullValue(line);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private static int lineOf(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }
}
