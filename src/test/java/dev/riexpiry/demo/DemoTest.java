package dev.riexpiry.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTest {
  @Test
  void printsWhatTheDocumentationShows() throws IOException {
    Files.deleteIfExists(Path.of("target/demo/index.html"));
    assertThat(Demo.text()).isEqualTo(Files.readString(Path.of("src/test/resources/demo.txt")));
    assertThat(Path.of("target/demo/index.html")).content().contains("orders-db-2025");
  }
}
