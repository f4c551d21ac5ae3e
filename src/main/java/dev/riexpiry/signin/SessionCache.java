package dev.riexpiry.signin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The sessions of roles that the AWS CLI keeps, so that a code is asked for once: in the same
/// folder, under the same names, in the same form. A session with less than 15 minutes left is not
/// taken, as there.
///
/// @param folder holds a file a session
public record SessionCache(Path folder) {
  private static final Duration LEAST_LEFT = Duration.ofMinutes(15);
  private static final int MOST_BYTES = 100_000;

  public SessionCache {
    requireNonNull(folder, "folder is null");
  }

  /// The cache below the home folder of the variables, which may be another than that of the
  /// password file: in a container, or with sudo.
  ///
  /// @param variables the variables of this process
  public static SessionCache of(Map<String, String> variables) {
    String home =
        Stream.of("HOME", "USERPROFILE")
            .map(name -> variables.getOrDefault(name, ""))
            .filter(path -> !path.isBlank())
            .findFirst()
            .orElse(System.getProperty("user.home"));
    return new SessionCache(Path.of(home, ".aws", "cli", "cache"));
  }

  /// The session of a role that is kept and can still be used. What cannot be read is none.
  public Optional<Session> find(ProfileRole role, Instant now) {
    try (InputStream file = Files.newInputStream(file(role))) {
      return CacheEntry.read(new String(file.readNBytes(MOST_BYTES), StandardCharsets.UTF_8))
          .filter(session -> session.lasts(LEAST_LEFT, now));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Keeps a session, readable by this user only.
  ///
  /// @throws IOException if the folder or the file cannot be written
  public void keep(ProfileRole role, Session session) throws IOException {
    Files.createDirectories(folder, own());
    Path written = Files.createTempFile(folder, "tmp", ".tmp");
    try {
      Files.writeString(written, CacheEntry.of(session).json());
      Files.move(
          written, file(role), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      boolean _ = Files.deleteIfExists(written);
    }
  }

  /// The attribute of folders of this user only, where the file system knows it.
  private FileAttribute<?>[] own() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private Path file(ProfileRole role) {
    return folder.resolve(CacheKey.of(role) + ".json");
  }
}
