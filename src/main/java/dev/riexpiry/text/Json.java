package dev.riexpiry.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Writes the documents of this program as JSON, and reads them back.
///
/// A document is a record; an empty [java.util.Optional] in it is null unless the record leaves it
/// out. Whatever could move a cursor, reorder what is read or hide in it (control and format
/// characters, line and paragraph separators, lone surrogates) is escaped, so that a document can
/// be printed to a terminal or a log as it is.
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private static final ObjectWriter INDENTED =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /// Writes a document on one line.
  public static String compact(Object document) {
    return write(MAPPER.writer(), document);
  }

  /// Writes a document for people: indented by two spaces.
  public static String indented(Object document) {
    return write(INDENTED, document);
  }

  /// Writes a document as [#indented] does, without ever holding all of it.
  ///
  /// @param out takes it; not closed
  public static void indented(Object document, Appendable out) {
    try (Writer escaping = new EscapingWriter(out)) {
      INDENTED.writeValue(escaping, document);
    } catch (IOException e) {
      throw new UncheckedIOException("a document cannot be written", e);
    }
  }

  private static String write(ObjectWriter writer, Object document) {
    try {
      return escaped(writer.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a document cannot be written", e);
    }
  }

  /// Reads a document that this program wrote.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static <T> T read(String text, Class<T> type) {
    try {
      T document = MAPPER.readValue(text, type);
      if (document == null) {
        throw new IllegalArgumentException("stored JSON: it is null");
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("stored JSON: " + e.getOriginalMessage(), e);
    }
  }

  /// Counts the bytes in UTF-8 that a text takes within the quotes of a JSON string.
  public static int bytesInString(String text) {
    return compact(text).getBytes(StandardCharsets.UTF_8).length - 2;
  }

  /// Escapes hidden characters. Outside of strings JSON has ASCII only, and within them Jackson
  /// escapes the control characters of ASCII but one: the characters that are left to escape can be
  /// found without parsing.
  private static String escaped(String json) {
    int first = 0;
    while (first < json.length() && !isHidden(json.codePointAt(first))) {
      first += Character.charCount(json.codePointAt(first));
    }
    if (first == json.length()) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16).append(json, 0, first);
    json.substring(first).codePoints().forEach(codePoint -> appendEscaped(escaped, codePoint));
    return escaped.toString();
  }

  private static void appendEscaped(StringBuilder to, int codePoint) {
    if (isHidden(codePoint)) {
      for (char unit : Character.toChars(codePoint)) {
        to.append("\\u%04X".formatted((int) unit));
      }
    } else {
      to.appendCodePoint(codePoint);
    }
  }

  private static boolean isHidden(int codePoint) {
    return codePoint >= 0x7F && PlainText.isHidden(codePoint);
  }

  /// Escapes the hidden characters of what is written piece by piece. A piece may end between the
  /// halves of a character.
  private static final class EscapingWriter extends Writer {
    private final Appendable out;
    private Optional<Character> firstHalf = Optional.empty();

    EscapingWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] units, int offset, int length) throws IOException {
      StringBuilder piece = new StringBuilder(length + 1);
      firstHalf.ifPresent(piece::append);
      piece.append(units, offset, length);
      firstHalf = Optional.empty();
      int last = piece.length() - 1;
      if (last >= 0 && Character.isHighSurrogate(piece.charAt(last))) {
        firstHalf = Optional.of(piece.charAt(last));
        piece.setLength(last);
      }
      out.append(escaped(piece.toString()));
    }

    @Override
    public void flush() {}

    /// JSON ends with a character of ASCII: no half is left.
    @Override
    public void close() {}
  }
}
