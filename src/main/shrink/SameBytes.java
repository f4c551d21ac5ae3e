import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a jar so that two builds of one commit give the same bytes: entries by name, all of one
/// time. ProGuard writes the time of the build into each.
///
/// Called with the jar to read, the jar to write, and the time.
void main(String[] args) throws IOException {
  LocalDateTime time = OffsetDateTime.parse(args[2]).toLocalDateTime();
  try (ZipFile from = new ZipFile(args[0]);
      ZipOutputStream to =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
    List<? extends ZipEntry> entries =
        from.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
    for (ZipEntry entry : entries) {
      ZipEntry copy = new ZipEntry(entry.getName());
      copy.setTimeLocal(time);
      to.putNextEntry(copy);
      from.getInputStream(entry).transferTo(to);
      to.closeEntry();
    }
  }
}
