package dev.riexpiry.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InputFileTest {
  @TempDir private Path directory;

  private Path ofSize(long bytes) throws IOException {
    Path path = directory.resolve("file");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(bytes);
    }
    return path;
  }

  private static void refuses(Path path, String problem) {
    assertThatThrownBy(() -> new InputFile(path).bytes())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("%s has one fault:\n  the path: %s", path, problem);
  }

  @Test
  void readsUpToTenMegabytes() throws IOException {
    assertThat(new InputFile(ofSize(InputFile.MAX_BYTES)).bytes()).hasSize(InputFile.MAX_BYTES);
    refuses(ofSize(InputFile.MAX_BYTES + 1L), "it has more than 10 MB; name another, or split it");
  }

  @Test
  void readsWhatALinkPointsTo() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), ofSize(3));

    assertThat(new InputFile(link).bytes()).hasSize(3);
  }

  @Test
  void refusesWhatIsNotThere() {
    refuses(directory.resolve("none"), "there is no such file; write one, or name another");
  }

  @Test
  void refusesADirectory() {
    refuses(directory, "it is a directory; name a regular file, or write it to one first");
  }

  @Test
  void refusesAPipeWithoutWaitingForItsWriter() throws Exception {
    Path pipe = directory.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();

    refuses(pipe, "it is a pipe or a device; name a regular file, or write it to one first");
  }

  @Test
  void refusesADeviceThatNeverEnds() {
    Path device = Path.of("/dev/zero");
    assumeThat(device).exists();

    refuses(device, "it is a pipe or a device; name a regular file, or write it to one first");
  }
}
