package dev.riexpiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.finding.Milestones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  @Test
  void beginsWithTheDemoAndTheTestsBothPlainMaven() throws IOException {
    assertThat(blocks("sh"))
        .containsExactly("mvn -q test-compile exec:exec@demo\n", "mvn -B verify\n");
  }

  @Test
  void showsWhatTheDemoReallyPrints() throws IOException {
    String demo = Files.readString(Path.of("src/test/resources/demo.txt"));
    assertThat(blocks(Path.of("docs/demo.md"), "")).containsExactly(demo);
    assertThat(blocks("")).hasSize(2).allSatisfy(excerpt -> assertThat(demo).contains(excerpt));
  }

  @Test
  void theQuickstartBeginsWithWhatTheDemoReallyPrints() throws IOException {
    assertThat(Files.readString(Path.of("src/test/resources/demo.txt")))
        .contains(blocks(Path.of("docs/quickstart.md"), "").getFirst());
  }

  @Test
  void isReadInAFewMinutes() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(200);
  }

  @Test
  void showsAnAccountsFileThatIsValid() throws IOException {
    assertThat(AccountsFile.parse(blocks("json").getFirst().getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(AccountsFile.Parsed.Valid.class);
  }

  @Test
  void namesTheDefaultsThatTheProgramHas() throws IOException {
    String settings = Files.readString(Path.of("docs/settings.md"));
    assertThat(settings)
        .contains("| `MILESTONE_DAYS` | `--milestone-days` | `" + Milestones.DEFAULT + "` |")
        .contains("| `ALERT_GROUPING` | `--alert-grouping` | `" + Grouping.DIGEST + "` |");
    for (String grouping : Grouping.ids()) {
      assertThat(settings).contains("`" + grouping + "`:");
    }
  }

  @Test
  void linksToNothingThatIsMissingFromAnyDocument() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("."));
        Stream<Path> docs = Files.list(Path.of("docs"))) {
      assertThat(
              Stream.concat(files, docs)
                  .map(Path::normalize)
                  .filter(file -> file.toString().endsWith(".md"))
                  .flatMap(ReadmeTest::linked))
          .isNotEmpty()
          .allSatisfy(path -> assertThat(path).exists());
    }
  }

  private static Stream<Path> linked(Path document) {
    try {
      return LINK.matcher(Files.readString(document))
          .results()
          .map(match -> document.toAbsolutePath().resolveSibling(match.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> blocks(String language) throws IOException {
    return blocks(Path.of("README.md"), language);
  }

  private static List<String> blocks(Path document, String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(document))
        .results()
        .filter(match -> match.group(1).equals(language))
        .map((MatchResult match) -> match.group(2))
        .toList();
  }
}
