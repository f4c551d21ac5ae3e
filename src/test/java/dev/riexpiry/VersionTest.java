package dev.riexpiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.check.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// There is one version, and the POM has it.
class VersionTest {
  private static final String VERSION = Version.ofThePom();

  @Test
  void theProgramSaysIt() {
    assertThat(Tool.current().version()).isEqualTo(VERSION);
  }

  @Test
  void theTemplateNamesIt() {
    assertThat(Template.read("sam-template.yaml").at("Metadata", "Release", "Version"))
        .isEqualTo(VERSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/release.md"})
  void documentsNameNoOther(String document) throws IOException {
    List<String> named =
        Pattern.compile("(?:ri-expiry-notifier|function|template|role)-([0-9]+[.][0-9]+[.][0-9]+)")
            .matcher(Files.readString(Path.of(document)))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(named).isNotEmpty().allMatch(VERSION::equals);
  }

  @Test
  void theChangelogIsInTheFormOfKeepAChangelogAndHasItOrWhatIsToBecomeIt() throws IOException {
    List<String> headings =
        Files.readAllLines(Path.of("CHANGELOG.md")).stream()
            .filter(line -> line.startsWith("## "))
            .toList();
    assertThat(headings)
        .isNotEmpty()
        .allMatch(line ->
            line.matches(
                "## \\[(Unreleased|[0-9]+\\.[0-9]+\\.[0-9]+\\] - [0-9]{4}-[0-9]{2}-[0-9]{2})\\]?"));
    assertThat(headings.getFirst())
        .matches("## \\[(Unreleased\\]|" + Pattern.quote(VERSION) + "\\] - .*)");
  }
}
