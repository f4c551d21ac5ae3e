package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToolTest {
  @Test
  void hasTheNameAndTheVersionOfTheBuild() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(
            "<artifactId>%s</artifactId>\n  <version>%s</version>"
                .formatted(Tool.current().name(), Tool.current().version()));
  }
}
