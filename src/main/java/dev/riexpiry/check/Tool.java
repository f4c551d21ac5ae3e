package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The program that made a report.
///
/// @param name its name
/// @param version its version, as the build has it
public record Tool(String name, String version) {
  public Tool {
    requireNonNull(name, "name is null");
    requireNonNull(version, "version is null");
  }

  /// This very program.
  public static Tool current() {
    return Holder.CURRENT;
  }

  /// The commit that this program was built from, in twelve hexadecimal digits; empty if it was
  /// built from sources without a repository, or is run from classes.
  public static Optional<String> commit() {
    return properties("commit.properties")
        .map(properties -> properties.getProperty("git.commit.id.abbrev"));
  }

  @Override
  public String toString() {
    return name + " " + version;
  }

  private static Optional<Properties> properties(String resource) {
    try (@Nullable InputStream in = Tool.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(in);
      return Optional.of(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  private static final class Holder {
    private static final Tool CURRENT = read();

    private static Tool read() {
      Properties properties =
          properties("tool.properties")
              .orElseThrow(() -> new IllegalStateException("tool.properties is missing"));
      return new Tool(properties.getProperty("name"), properties.getProperty("version"));
    }
  }
}
