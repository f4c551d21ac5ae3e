package dev.riexpiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checks that each of the jars holds the licences and notices of all that is in it.
class LicencesIT {
  private static final String FOLDER = "META-INF/licenses/";
  private static final Pattern LICENCE = Pattern.compile("META-INF/[^/]*(LICENSE|NOTICE)[^/]*");
  private static final Pattern VERSION = Pattern.compile("-[0-9][0-9A-Za-z.]*[.]jar$");

  @ParameterizedTest
  @ValueSource(strings = {"target/function.jar", "target/ri-expiry-notifier.jar"})
  void everyLibraryOfAJarHasItsLicencesAndNoticesThere(String jar) throws IOException {
    List<String> libraries = new ArrayList<>();
    try (ZipFile ours = new ZipFile(jar)) {
      String without = text(ours, FOLDER + "without-a-file-of-their-own.txt");
      for (Path path : classPath()) {
        try (ZipFile library = new ZipFile(path.toFile())) {
          if (isPartOf(ours, library)) {
            String name = VERSION.matcher(path.getFileName().toString()).replaceFirst("");
            libraries.add(name);
            List<String> licences = licences(library);
            for (String licence : licences) {
              String file = licence.substring(licence.lastIndexOf('/') + 1);
              assertThat(text(ours, FOLDER + name + "-jar/" + file))
                  .as("%s of %s", file, name)
                  .isEqualTo(text(library, licence));
            }
            if (licences.isEmpty()) {
              assertThat(without).as("the licence of " + name).contains("\n" + name + " ");
            }
          }
        }
      }
    }
    assertThat(libraries).contains("ec2", "jackson-core", "slf4j-api");
  }

  @ParameterizedTest
  @ValueSource(strings = {"target/function.jar", "target/ri-expiry-notifier.jar"})
  void aJarHasTheLicenceOfTheProgramItself(String jar) throws IOException {
    try (ZipFile ours = new ZipFile(jar)) {
      assertThat(text(ours, "META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
    }
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .filter(path -> !path.startsWith(Path.of("target").toAbsolutePath()))
        .toList();
  }

  private static boolean isPartOf(ZipFile ours, ZipFile library) {
    return library.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(".class"))
        .filter(name -> !name.endsWith("module-info.class"))
        .anyMatch(name -> ours.getEntry(name) != null);
  }

  private static List<String> licences(ZipFile library) {
    return library.stream()
        .map(ZipEntry::getName)
        .filter(name -> LICENCE.matcher(name).matches())
        .toList();
  }

  private static String text(ZipFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    assertThat(entry).as(name + " in " + jar.getName()).isNotNull();
    return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }
}
