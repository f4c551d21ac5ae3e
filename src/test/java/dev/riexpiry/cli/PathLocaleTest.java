package dev.riexpiry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Starts a JVM of its own: it takes the encoding of paths from its locale, once. The shell gives
/// it the name, since this JVM may have a locale without such letters itself.
@EnabledOnOs(OS.LINUX)
class PathLocaleTest {
  private static final String LAUNCHER = "src/main/launcher/ri-expiry-notifier";

  @TempDir private Path folder;

  @Test
  void namesTheLocaleInWhichAPathCannotBeRead() throws Exception {
    assertThat(run("exec " + java() + " check --accounts \"$name\""))
        .endsWith("2\n")
        .contains("Invalid value for option '--accounts': the file's name has letters")
        .contains("set LC_ALL=C.UTF-8");
  }

  @Test
  void theLauncherReadsItInALocaleOfAsciiToo() throws Exception {
    String locale = Files.readString(Path.of(LAUNCHER));
    int start = locale.indexOf("case ${LC_ALL:-");
    String chosen = locale.substring(start, locale.indexOf("esac", start) + "esac\n".length());

    assertThat(run(chosen + java() + " check --accounts \"$name\""))
        .contains("line 1, accounts: the list is empty");
  }

  private static String java() {
    return "'%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' dev.riexpiry.cli.Main"
        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path"));
  }

  /// Runs a line of shell in the locale C, with `$name` the path of an accounts file without
  /// accounts, and returns what it prints.
  private String run(String line) throws IOException, InterruptedException {
    Path script =
        Files.writeString(
            folder.resolve("run.sh"),
            """
            name=%s/$(printf 'M\\303\\274nster.json')
            printf '{"regions": ["us-east-1"], "accounts": []}' > "$name"
            (%s)
            echo $?
            """
                .formatted(folder, line),
            UTF_8);
    ProcessBuilder shell = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
    shell.environment().put("LC_ALL", "C");
    Process process = shell.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return printed;
  }
}
