package dev.riexpiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddingAServiceTest {
  private static final Path TESTS = Path.of("src/test/java/dev/riexpiry");

  @Test
  void theGuideHasAtMostEightRows() throws IOException {
    assertThat(Files.readAllLines(Path.of("docs/adding-a-service.md")))
        .filteredOn(line -> line.startsWith("| `"))
        .hasSizeBetween(1, 8);
  }

  @ParameterizedTest
  @EnumSource
  void everyServiceIsReadByATestOfTheReadingContract(Service service) throws IOException {
    assertThat(readingTests())
        .anyMatch(test ->
            test.contains("implements ReadingContract")
                && test.contains("return Service." + service.name() + ";"));
  }

  @ParameterizedTest
  @EnumSource
  void everyServicesCallGoesThroughAllFaultsWholeAndShrunk(Service service) throws IOException {
    String action = "\"" + service.action() + "\"";

    assertThat(Files.readString(TESTS.resolve("aws/FaultSuiteTest.java"))).contains(action);
    assertThat(Files.readString(TESTS.resolve("lambda/FunctionFaultIT.java"))).contains(action);
  }

  @ParameterizedTest
  @EnumSource
  void theDocumentationNamesEveryServiceAndItsAction(Service service) throws IOException {
    assertThat(Files.readString(Path.of("docs/commitments.md")))
        .contains("| `" + service.id() + "` | `" + service.action() + "` |");
  }

  private static List<String> readingTests() throws IOException {
    try (Stream<Path> files = Files.list(TESTS.resolve("aws"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("ReadingTest.java"))
          .map(AddingAServiceTest::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
