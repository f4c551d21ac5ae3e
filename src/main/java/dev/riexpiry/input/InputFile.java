package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A file that a person named: read whole, if it is a regular one of at most 10 MiB. What is no
/// regular file may have no end, or never answer.
///
/// @param source the file as a message names it
/// @param path where it is
public record InputFile(String source, Path path) {
  /// The most bytes that are read: twenty times what 5,000 accounts take.
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  public InputFile {
    requireNonNull(source, "source is null");
    requireNonNull(path, "path is null");
  }

  /// A file that a message names by its path.
  public InputFile(Path path) {
    this(path.toString(), path);
  }

  /// Reads all of it.
  ///
  /// @throws InvalidInputException if there is no such file, or it is none that can be read whole
  public byte[] bytes() {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw invalid("it is " + kind(), "name a regular file, or write it to one first");
      }
      try (InputStream in = Files.newInputStream(path)) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw invalid(
              "it has more than " + MAX_BYTES / (1024 * 1024) + " MB", "name another, or split it");
        }
        return bytes;
      }
    } catch (NoSuchFileException e) {
      throw invalid("there is no such file", "write one, or name another");
    } catch (IOException | SecurityException e) {
      throw invalid("it cannot be read: " + reason(e), "name a file that this user may read");
    }
  }

  private String kind() {
    return Files.isDirectory(path) ? "a directory" : "a pipe or a device";
  }

  /// Why a file cannot be read, without its path, which the message has already.
  private static String reason(Exception e) {
    String reason = e instanceof FileSystemException of ? of.getReason() : null;
    return reason == null ? e.getClass().getSimpleName() : reason.toLowerCase(Locale.ROOT);
  }

  private InvalidInputException invalid(String problem, String remedy) {
    return new InvalidInputException(source, List.of(new Fault("the path", problem, remedy)));
  }
}
