package dev.riexpiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddingAFindingTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/riexpiry");

  /// The kinds, as the sealed interface permits them.
  private static final List<String> KINDS =
      Stream.of(Finding.class.getPermittedSubclasses())
          .flatMap(kind ->
              kind.isInterface() ? Stream.of(kind.getPermittedSubclasses()) : Stream.of(kind))
          .map(Class::getSimpleName)
          .toList();

  @Test
  void theGuideNamesEveryFileThatKnowsAllKinds() throws IOException {
    assertThat(KINDS).hasSize(5);
    assertThat(named()).containsAll(knowingAllKinds());
  }

  @Test
  void everyFileThatTheGuideNamesIsThere() throws IOException {
    assertThat(named()).allSatisfy(file -> assertThat(SOURCES.resolve(file)).exists());
  }

  @Test
  void atMostTwelveFilesKnowAllKinds() throws IOException {
    assertThat(knowingAllKinds()).hasSizeLessThanOrEqualTo(12);
  }

  private static Set<String> knowingAllKinds() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(AddingAFindingTest::knowsAllKinds)
          .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean knowsAllKinds(Path file) {
    try {
      Set<String> words =
          Arrays.stream(Files.readString(file).split("\\W+")).collect(Collectors.toSet());
      return words.containsAll(KINDS);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> named() throws IOException {
    Matcher names =
        Pattern.compile("`([a-z]+/[A-Za-z]+\\.java)`")
            .matcher(Files.readString(Path.of("docs/adding-a-finding.md")));
    return names
        .results()
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
