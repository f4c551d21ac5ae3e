import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The CycloneDX bill of materials of the program's dependencies, and what an artifact ships of
/// them: a library is in it if one of its classes is.
///
/// @param whole of all dependencies, as the CycloneDX plugin writes it
/// @param jars each library's jar, by its SHA-256
record Bom(ObjectNode whole, Map<String, Path> jars) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /// @param component its entry
  record Library(ObjectNode component) {
    String name() {
      return component.path("name").asText();
    }

    String coordinates() {
      String group = component.path("group").asText();
      return (group.isEmpty() ? "" : group + ":") + name() + ":" + component.path("version").asText();
    }

    /// Each licence by its SPDX id, else by its name.
    String licences() {
      List<String> names = new ArrayList<>();
      for (JsonNode entry : component.path("licenses")) {
        JsonNode licence = entry.path("license");
        names.add(
            entry.has("expression")
                ? entry.path("expression").asText()
                : licence.path("id").asText(licence.path("name").asText()));
      }
      return String.join(", ", names);
    }
  }

  static Bom read(Path file) throws IOException {
    if (Files.notExists(file)) {
      throw new IOException(
          "There is no " + file + ". Its plugin does not run with --offline: build without it.");
    }
    Map<String, Path> jars = new HashMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        jars.put(Sums.sha256(Path.of(entry)), Path.of(entry));
      }
    }
    return new Bom((ObjectNode) MAPPER.readTree(file.toFile()), jars);
  }

  /// What is told of a Java runtime that an archive holds.
  static Library runtime(String vendor, String version) {
    ObjectNode component = MAPPER.createObjectNode();
    component.put("type", "platform");
    component.put("bom-ref", "java-runtime@" + version);
    component.put("publisher", vendor);
    component.put("name", "java-runtime");
    component.put("version", version);
    component.putArray("licenses").addObject().put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
    return new Library(component);
  }

  /// @throws IOException if the bill names a library whose jar is not on the class path
  List<Library> shippedIn(Path artifact) throws IOException {
    Set<String> shipped = classes(artifact);
    List<Library> libraries = new ArrayList<>();
    for (JsonNode component : whole.path("components")) {
      Path jar = null;
      for (JsonNode hash : component.path("hashes")) {
        if (hash.path("alg").asText().equals("SHA-256")) {
          jar = jars.get(hash.path("content").asText());
        }
      }
      if (jar == null) {
        throw new IOException("not on the class path: " + component.path("purl").asText());
      }
      if (classes(jar).stream().anyMatch(shipped::contains)) {
        libraries.add(new Library((ObjectNode) component));
      }
    }
    return libraries;
  }

  private static Set<String> classes(Path jar) throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
          .forEach(names::add);
    }
    return names;
  }

  /// Writes the bill of one artifact, whose name is that of the file without `.cdx.json`.
  void write(Path file, List<Library> libraries) throws IOException {
    ObjectNode bom = whole.deepCopy();
    String artifact = file.getFileName().toString().replace(".cdx.json", "");
    bom.put(
        "serialNumber",
        "urn:uuid:"
            + UUID.nameUUIDFromBytes(
                (whole.path("serialNumber").asText() + artifact).getBytes(StandardCharsets.UTF_8)));
    ((ObjectNode) bom.path("metadata").path("component")).put("name", artifact);
    ArrayNode components = bom.putArray("components");
    Set<String> kept = new HashSet<>();
    kept.add(bom.at("/metadata/component/bom-ref").asText());
    for (Library library : libraries) {
      components.add(library.component());
      kept.add(library.component().path("bom-ref").asText());
    }
    ArrayNode dependencies = MAPPER.createArrayNode();
    for (JsonNode dependency : bom.path("dependencies")) {
      if (kept.contains(dependency.path("ref").asText())) {
        ObjectNode copy = MAPPER.createObjectNode().put("ref", dependency.path("ref").asText());
        ArrayNode on = copy.putArray("dependsOn");
        for (JsonNode other : dependency.path("dependsOn")) {
          if (kept.contains(other.asText())) {
            on.add(other);
          }
        }
        dependencies.add(copy);
      }
    }
    bom.set("dependencies", dependencies);
    Files.writeString(file, MAPPER.writeValueAsString(bom) + "\n");
  }
}
