import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/// SHA-256 sums, as `sha256sum --check` reads them.
final class Sums {
  private Sums() {}

  static void write(Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        sums.append(sha256(file)).append("  ").append(file.getFileName()).append('\n');
      }
    }
    Files.writeString(folder.resolve("SHA256SUMS"), sums);
  }

  static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
