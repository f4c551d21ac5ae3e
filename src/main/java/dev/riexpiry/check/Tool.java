package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

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

  @Override
  public String toString() {
    return name + " " + version;
  }

  private static final class Holder {
    private static final Tool CURRENT = read();

    private static Tool read() {
      Properties properties = new Properties();
      try (InputStream in =
          requireNonNull(
              Tool.class.getResourceAsStream("tool.properties"), "tool.properties is missing")) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException("tool.properties cannot be read", e);
      }
      return new Tool(properties.getProperty("name"), properties.getProperty("version"));
    }
  }
}
