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
import java.util.Optional;

/// A file that a person named: read whole, if it is a regular one of at most 10 MiB. What is no
/// regular file may have no end, or never answer.
///
/// @param source the file as a message names it
/// @param path where it is
public record InputFile(String source, Path path) {
  /// The most bytes that are read: twenty times what 5,000 accounts take.
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  /// The same for people.
  public static final String MAX = MAX_BYTES / (1024 * 1024) + " MB";

  /// Standard input as a message names it.
  public static final String STANDARD_INPUT = "standard input";

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
        return bounded(in)
            .orElseThrow(() -> invalid("it has more than " + MAX, "name another, or split it"));
      }
    } catch (NoSuchFileException e) {
      throw invalid("there is no such file", "write one, or name another");
    } catch (IOException | SecurityException e) {
      throw invalid("it cannot be read: " + reason(e), "name a file that this user may read");
    }
  }

  /// Reads all of standard input.
  ///
  /// @throws InvalidInputException if it has more than 10 MiB, or cannot be read
  public static byte[] bytes(InputStream in) {
    try {
      return bounded(in)
          .orElseThrow(() -> unreadable("it has more than " + MAX, "send less, or split it"));
    } catch (IOException e) {
      throw unreadable("it cannot be read: " + reason(e), "name a file instead");
    }
  }

  private static InvalidInputException unreadable(String problem, String remedy) {
    return new InvalidInputException(
        STANDARD_INPUT, List.of(new Fault("the stream", problem, remedy)));
  }

  /// Reads all of a stream; empty if it has more than [#MAX_BYTES].
  public static Optional<byte[]> bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(bytes);
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
