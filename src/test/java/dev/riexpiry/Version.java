package dev.riexpiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of the program, which is written in the POM.
final class Version {
  private static final Pattern PROJECT =
      Pattern.compile("<artifactId>ri-expiry-notifier</artifactId>\\s*<version>([^<]+)</version>");

  private Version() {}

  static String ofThePom() {
    try {
      Matcher version = PROJECT.matcher(Files.readString(Path.of("pom.xml")));
      if (!version.find()) {
        throw new IllegalStateException("the POM has no version");
      }
      return version.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
