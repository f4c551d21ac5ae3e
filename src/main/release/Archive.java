import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/// Packs files under one folder, by name, all of one time and one owner. What its own owner may run
/// everybody may, and nobody else may write.
final class Archive {
  private static final int FILE = 0100644;
  private static final int PROGRAM = 0100755;

  private Archive() {}

  /// Adds all files below a folder, and its links.
  static void addFolder(Map<String, Path> files, String name, Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> !Files.isDirectory(path))
          .forEach(path -> files.put(name + "/" + folder.relativize(path), path));
    }
  }

  static void zip(Path archive, String folder, Map<String, Path> files, Instant time)
      throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(archive)) {
      for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(folder + "/" + file.getKey());
        entry.setUnixMode(mode(file.getValue()));
        entry.setTimeLocal(time.atOffset(ZoneOffset.UTC).toLocalDateTime());
        out.putArchiveEntry(entry);
        Files.copy(file.getValue(), out);
        out.closeArchiveEntry();
      }
    }
  }

  static void tar(Path archive, String folder, Map<String, Path> files, Instant time)
      throws IOException {
    GzipParameters best = new GzipParameters();
    best.setCompressionLevel(9);
    try (OutputStream file = Files.newOutputStream(archive);
        TarArchiveOutputStream out =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(file, best))) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, Path> packed : new TreeMap<>(files).entrySet()) {
        String name = folder + "/" + packed.getKey();
        Path path = packed.getValue();
        if (Files.isSymbolicLink(path)) {
          TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
          entry.setLinkName(Files.readSymbolicLink(path).toString());
          put(out, entry, time);
        } else {
          TarArchiveEntry entry = new TarArchiveEntry(name);
          entry.setMode(mode(path));
          entry.setSize(Files.size(path));
          put(out, entry, time);
          Files.copy(path, out);
        }
        out.closeArchiveEntry();
      }
    }
  }

  private static void put(TarArchiveOutputStream out, TarArchiveEntry entry, Instant time)
      throws IOException {
    entry.setModTime(java.nio.file.attribute.FileTime.from(time));
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    out.putArchiveEntry(entry);
  }

  private static int mode(Path path) throws IOException {
    return Files.isExecutable(path) || path.getFileName().toString().equals("ri-expiry-notifier")
        ? PROGRAM
        : FILE;
  }
}
