package dev.riexpiry;

import java.nio.file.Files;
import java.nio.file.Path;

/// What `mvn -Prelease package` leaves, of the POM's version.
final class Release {
  static final String VERSION = Version.ofThePom();
  static final Path FOLDER = Path.of("target/release").toAbsolutePath();
  static final String NAME = "ri-expiry-notifier-" + VERSION;

  private Release() {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static Path linux() {
    return file(NAME + "-linux-x64.tar.gz");
  }

  /// Tells whether a release was made: without the profile a build makes none.
  static boolean isMade() {
    return Files.exists(file("SHA256SUMS"));
  }
}
