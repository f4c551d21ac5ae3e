import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs the classes of the JDK that runs this into one jar, for ProGuard to look up what the
/// function's classes extend and call. ProGuard reads jars and jmods; a JDK has no jar of its own,
/// and not every JDK has jmods.
///
/// Called with the jar to write, and the modules to take.
void main(String[] args) throws IOException {
  Path runtime = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
  try (ZipOutputStream jar =
      new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[0]))))) {
    jar.setLevel(Deflater.NO_COMPRESSION);
    for (String module : List.of(args).subList(1, args.length)) {
      Path root = runtime.resolve(module);
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String name = root.relativize(file).toString();
          if (name.endsWith(".class") && !name.equals("module-info.class")) {
            jar.putNextEntry(new ZipEntry(name));
            Files.copy(file, jar);
            jar.closeEntry();
          }
        }
      }
    }
  }
}
