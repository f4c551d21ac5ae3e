package dev.riexpiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DeploymentFilesTest {
  private static final Pattern OVERRIDES = Pattern.compile("(?m)^parameter_overrides = \"(.*)\"$");
  private static final Template TEMPLATE = Template.read("sam-template.yaml");

  @Test
  void thatOfSamGivesParametersThatTheTemplateHasAndTakes() throws IOException {
    assertTaken(ofSam());
  }

  @Test
  void thatOfTheAwsCliGivesParametersThatTheTemplateHasAndTakes() throws IOException {
    assertTaken(assignments(Files.readString(Path.of("deploy/parameters.txt"))));
  }

  @Test
  void bothGiveTheSame() throws IOException {
    assertThat(ofSam()).isEqualTo(assignments(Files.readString(Path.of("deploy/parameters.txt"))));
  }

  private static Map<String, String> ofSam() throws IOException {
    return OVERRIDES
        .matcher(Files.readString(Path.of("deploy/samconfig.toml")))
        .results()
        .map(line -> assignments(line.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> assignments(String words) {
    Map<String, String> assignments = new TreeMap<>();
    for (String word : words.strip().split("\\s+", -1)) {
      int equals = word.indexOf('=');
      assignments.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return assignments;
  }

  private static void assertTaken(Map<String, String> values) {
    assertThat(values)
        .isNotEmpty()
        .allSatisfy((name, value) ->
            assertThat(value).matches((String) TEMPLATE.at("Parameters", name, "AllowedPattern")));
  }
}
