package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The small habits of command lines that people expect without reading.
class MannersTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"check", "render", "accounts", "completion"})
  void helpShowsWhatTheOptionDoes(String command) {
    assertThat(Cli.run("help", command)).isEqualTo(Cli.run(command, "--help"));
  }

  @Test
  void helpAloneShowsTheCommands() {
    assertThat(Cli.run("help")).isEqualTo(Cli.run("--help"));
  }

  @Test
  void bashTakesTheCompletionAndCompletesCommandsOptionsAndFormats() throws Exception {
    Path script = Files.writeString(directory.resolve("completion"), Cli.run("completion").out());

    assertThat(completed(script, "ri-expiry-notifier", "ch")).isEqualTo("check");
    assertThat(completed(script, "ri-expiry-notifier", "check", "--milest"))
        .isEqualTo("--milestone-days");
    assertThat(completed(script, "ri-expiry-notifier", "check", "--output", ""))
        .isEqualTo("table json csv");
    assertThat(completed(script, "ri-expiry-notifier", "render", "-o", "e")).isEqualTo("email");
  }

  /// Completes the last of these words as bash does.
  private static String completed(Path script, String... words)
      throws IOException, InterruptedException {
    String list = String.join("' '", words);
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source %s; COMP_WORDS=('%s'); COMP_CWORD=%d; COMP_LINE='%s'; _complete_ri-expiry-notifier; echo \"${COMPREPLY[*]}\""
                    .formatted(script, list, words.length - 1, String.join(" ", words)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream out = bash.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    } finally {
      bash.waitFor();
    }
  }

  @Test
  void completionHidesWhatHelpHides() {
    assertThat(Cli.run("completion").out()).contains("render").doesNotContain("rehearse");
    assertThat(Cli.run("completion", "zsh")).isEqualTo(Cli.run("completion"));
  }

  @Test
  void anAccountsFileMayComeOnStandardInput() throws IOException {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION);
        InputStream in = Files.newInputStream(Path.of(CommandSample.accounts(directory)))) {
      assertThat(Cli.runWithInput(in, "check", "--accounts", "-"))
          .isEqualTo(Cli.run("check", "--accounts", CommandSample.accounts(directory)));
    }
  }

  @Test
  void faultsOnStandardInputAreNamedAsThoseOfAFile() {
    assertThat(Cli.runWithInput(stream("{\"accounts\": []}"), "accounts", "--accounts", "-"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                standard input has one fault:
                  line 1, accounts: the list is empty; add at least one account
                """));
  }

  @Test
  void standardInputWithoutEndIsNotReadForEver() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };

    assertThat(Cli.runWithInput(endless, "check", "--accounts", "-"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                standard input has one fault:
                  the stream: it has more than 10 MB; send less, or split it
                """));
  }

  @Test
  void quietLeavesOutProgressAndNotices() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(quiet("check", "--topic-arn", CommandSample.TOPIC).err()).isEmpty();
      assertThat(quiet("check", "--publish", "--topic-arn", CommandSample.TOPIC).err()).isEmpty();
      assertThat(quiet("render").err()).isEmpty();
    }
    try (StandIn _ = StandIn.start(CommandSample.NOTHING_ENDS)) {
      assertThat(quiet("render").err()).isEmpty();
      assertThat(quiet("check", "--publish", "--topic-arn", CommandSample.TOPIC).err()).isEmpty();
    }
  }

  @Test
  void quietStillSaysWhatCouldNotBeReadAndWhatWasNotSent() {
    try (StandIn _ = StandIn.start(Organization.of(Member.of("111122223333")))) {
      Cli csv = quiet("check", "--output", "csv");
      Cli published = quiet("check", "--publish", "--topic-arn", CommandSample.TOPIC);

      assertThat(csv.err()).startsWith("\nCould not be read;").contains("web-prod");
      assertThat(published.err()).startsWith("NOT SENT to " + CommandSample.TOPIC);
    }
  }

  private Cli quiet(String command, String... options) {
    String[] words = new String[options.length + 4];
    words[0] = command;
    words[1] = "--quiet";
    words[2] = "--accounts";
    words[3] = CommandSample.accounts(directory);
    System.arraycopy(options, 0, words, 4, options.length);
    return Cli.run(words);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
