package dev.riexpiry;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf(value = "dev.riexpiry.Release#isMade", disabledReason = "no release: mvn -Prelease")
class ReleaseIT {
  private static final long MEGABYTE = 1_000_000;

  @TempDir private Path folder;

  @Test
  void isWholeAndEverySumIsThatOfItsFile() throws Exception {
    List<String> lines = Files.readAllLines(Release.file("SHA256SUMS"));
    for (String line : lines) {
      String[] parts = line.split("  ", 2);
      assertThat(sha256(Files.readAllBytes(Release.file(parts[1]))))
          .as(parts[1])
          .isEqualTo(parts[0]);
    }
    assertThat(lines)
        .extracting(line -> line.split("  ", 2)[1].replace(Release.VERSION, "V"))
        .containsExactly(
            "THIRD-PARTY.txt",
            "bucket-role-V.yaml",
            "function-V.zip",
            "function-V.zip.cdx.json",
            "member-role-V.yaml",
            "payer-role-V.yaml",
            "ri-expiry-notifier-V-linux-x64.tar.gz",
            "ri-expiry-notifier-V-linux-x64.tar.gz.cdx.json",
            "ri-expiry-notifier-V.zip",
            "ri-expiry-notifier-V.zip.cdx.json",
            "template-V.yaml");
  }

  @Test
  void theArchiveHasWhatIsInstalled() throws IOException {
    try (ZipFile zip = new ZipFile(Release.file(Release.NAME + ".zip").toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName().substring(Release.NAME.length() + 1)))
          .containsExactlyInAnyOrder(
              "LICENSE",
              "THIRD-PARTY.txt",
              "completion/_ri-expiry-notifier",
              "completion/ri-expiry-notifier.bash",
              "man/man1/ri-expiry-notifier.1",
              "ri-expiry-notifier",
              "ri-expiry-notifier.cmd",
              "ri-expiry-notifier.jar");
    }
    assertThat(Files.size(Release.linux())).isLessThan(80 * MEGABYTE);
  }

  @ParameterizedTest
  @CsvSource({
    "ri-expiry-notifier-V.zip, ri-expiry-notifier.jar, ri-expiry-notifier-V.zip",
    "ri-expiry-notifier-V.zip, ri-expiry-notifier.jar, ri-expiry-notifier-V-linux-x64.tar.gz",
    "function-V.zip, '', function-V.zip"
  })
  void everyClassThatIsShippedIsOursOrOfALibraryOnTheBill(String archive, String inside, String of)
      throws Exception {
    JsonNode bill =
        new ObjectMapper()
            .readTree(Release.file(of.replace("V", Release.VERSION) + ".cdx.json").toFile());
    Map<String, Path> jars = new HashMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar")) {
        jars.put(sha256(Files.readAllBytes(Path.of(entry))), Path.of(entry));
      }
    }
    Set<String> unknown = new TreeSet<>(classes(jar(archive, inside)));
    unknown.removeIf(name -> name.startsWith("dev/riexpiry/"));
    List<String> listed = new ArrayList<>();
    for (JsonNode component : bill.path("components")) {
      if (component.path("type").asText().equals("library")) {
        Set<String> classes = classes(jars.get(sha256(component)));
        assertThat(classes).as("%s, which is listed", component).anyMatch(unknown::contains);
        listed.add(component.path("name").asText());
        unknown.removeAll(classes);
      }
      assertThat(Files.readString(Release.file("THIRD-PARTY.txt")))
          .contains(":" + component.path("version").asText() + " (");
    }
    assertThat(unknown).isEmpty();
    assertThat(listed).contains("ec2", "jackson-core");
    assertThat(bill.toString().contains("java-runtime")).isEqualTo(of.contains("linux"));
  }

  private static String sha256(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        return hash.path("content").asText();
      }
    }
    throw new AssertionError("no sum of " + component);
  }

  private Path jar(String archive, String inside) throws IOException {
    Path file = Release.file(archive.replace("V", Release.VERSION));
    if (inside.isEmpty()) {
      return file;
    }
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(Release.NAME + "/" + inside))) {
      Path jar = folder.resolve(inside);
      Files.copy(in, jar);
      return jar;
    }
  }

  /// A class is also in a jar if it is there for newer versions of Java only.
  private static Set<String> classes(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
          .collect(toSet());
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void theTemplateIsThatOfSamWithItsPackageInABucket() {
    Template ours = Template.read("sam-template.yaml");
    Template released =
        Template.read(Release.file("template-" + Release.VERSION + ".yaml").toString());
    Map<Object, Object> parameters = new HashMap<>((Map<?, ?>) released.at("Parameters"));
    assertThat(parameters.remove("CodeBucket")).isNotNull();
    assertThat(parameters.remove("CodeKey")).isNotNull();
    assertThat(parameters).isEqualTo(ours.at("Parameters"));
    for (String part : List.of("Conditions", "Outputs", "Metadata", "Transform")) {
      assertThat(released.at(part)).isEqualTo(ours.at(part));
    }
    assertThat(released.at("Resources", "CheckFunction", "Properties", "CodeUri"))
        .isEqualTo(Map.of("Bucket", "CodeBucket", "Key", "CodeKey"));
    assertThat(((Map<?, ?>) released.at("Resources", "SpreadCheck", "Properties")).keySet())
        .isNotEmpty()
        .noneMatch("DefinitionUri"::equals);
    assertThat(released.at("Resources", "SpreadCheck", "Properties", "Definition", "StartAt"))
        .isEqualTo("KeepEvent");
    assertThat(((Map<?, ?>) released.at("Resources")).keySet())
        .isEqualTo(((Map<?, ?>) ours.at("Resources")).keySet());
  }

  @ParameterizedTest
  @CsvSource({"member-role", "payer-role", "bucket-role"})
  void theRolesAreThoseOfTheProject(String role) throws IOException {
    assertThat(Release.file(role + "-" + Release.VERSION + ".yaml"))
        .hasSameTextualContentAs(Path.of(role + ".yaml"));
  }

  @Test
  void nothingOfThisMachineIsInIt() throws IOException {
    String home = System.getProperty("user.home");
    try (Stream<Path> files = Files.list(Release.FOLDER)) {
      for (Path file :
          files.filter(name -> name.toString().matches(".*(json|yaml|txt)")).toList()) {
        assertThat(file).content().doesNotContain(home + "/", Release.FOLDER.toString());
      }
    }
  }
}
