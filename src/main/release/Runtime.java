import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.spi.ToolProvider;

/// A Java of its own for the command line, of the modules it needs.
final class Runtime {
  /// Those that jdeps names without java.desktop, of which only beans are mentioned, in parts of
  /// Jackson that do without; and the charsets of terminals, and elliptic curves.
  private static final String MODULES =
      "java.base,java.logging,java.naming,java.sql,jdk.charsets,jdk.crypto.ec,jdk.httpserver";

  private Runtime() {}

  /// Makes it of the JDK that runs this, with the class data that every start needs.
  ///
  /// @param folder must not be there
  /// @return what is told of it
  static Bom.Library make(Path folder, Path jar) throws IOException {
    int status =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--generate-cds-archive",
                "--compress",
                "zip-6",
                "--output",
                folder.toString());
    if (status != 0) {
      throw new IOException("jlink failed: " + status);
    }
    Properties jdk = new Properties();
    try (var in = Files.newInputStream(Path.of(System.getProperty("java.home"), "release"))) {
      jdk.load(in);
    }
    return Bom.runtime(
        jdk.getProperty("IMPLEMENTOR", "").replace("\"", ""), System.getProperty("java.runtime.version"));
  }

  /// What the command line prints, as a file.
  static Path print(Path folder, Path jar, String... words) throws IOException, InterruptedException {
    Path file = folder.resolve(String.join("-", words));
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(file.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("ended with " + process.exitValue() + ": " + command);
    }
    return file;
  }
}
