package dev.riexpiry.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTest {
  @Test
  void printsWhatTheDocumentationShows() throws IOException {
    assertThat(Demo.text()).isEqualTo(Files.readString(Path.of("src/test/resources/demo.txt")));
  }
}
