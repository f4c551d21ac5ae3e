import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The list of what a release holds that others wrote, with the licence of each.
final class ThirdParty {
  private ThirdParty() {}

  static Path write(
      Path file, List<Bom.Library> ofCommandLine, List<Bom.Library> ofFunction, Bom.Library java)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        What this release holds that others wrote. The texts of the licences and the notices of the libraries are in
        META-INF/licenses in each jar, those of the Java runtime in runtime/legal.

        """);
    section(text, "In the command line and in the function", both(ofCommandLine, ofFunction));
    section(text, "In the command line only", only(ofCommandLine, ofFunction));
    section(text, "In the function only", only(ofFunction, ofCommandLine));
    section(text, "In the archive with a Java runtime", List.of(java));
    return Files.writeString(file, text.toString().stripTrailing() + "\n");
  }

  private static List<Bom.Library> both(List<Bom.Library> one, List<Bom.Library> other) {
    return one.stream().filter(other::contains).toList();
  }

  private static List<Bom.Library> only(List<Bom.Library> one, List<Bom.Library> other) {
    return one.stream().filter(library -> !other.contains(library)).toList();
  }

  private static void section(StringBuilder text, String title, List<Bom.Library> libraries) {
    text.append(title).append(":\n\n");
    Stream<String> lines =
        libraries.stream().map(library -> "  " + library.coordinates() + " (" + library.licences() + ")\n");
    lines.sorted().forEach(text::append);
    text.append('\n');
  }
}
