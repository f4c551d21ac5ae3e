package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher as `mvn package` leaves it, each time with a cache folder of its own.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherIT {
  private static final Path LAUNCHER = Path.of("target/ri-expiry-notifier").toAbsolutePath();
  private static final Path JAR = Path.of("target/ri-expiry-notifier.jar").toAbsolutePath();
  private static final String JAVA_HOME = System.getProperty("java.home");
  private static final String CACHES = "cache/ri-expiry-notifier";
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /// Made once for the tests that only use it: it takes ten seconds, and fits every cache folder.
  @TempDir private static Path made;

  @TempDir private Path home;

  @BeforeAll
  static void makeOnce() throws Exception {
    LauncherIT first = new LauncherIT();
    first.home = made;
    assertThat(first.launch("prepare").status()).isZero();
  }

  @Test
  void printsTheSameAsTheJarAndMakesNoCacheOfItsOwnAccord() throws Exception {
    Launch plain = run(List.of(JAVA_HOME + "/bin/java", "-jar", JAR.toString(), "check", "--help"));

    assertThat(launch("check", "--help")).isEqualTo(plain);
    assertThat(files()).isEmpty();

    copyWhatWasMade();

    assertThat(launch("check", "--help")).isEqualTo(plain);
  }

  @Test
  void prepareMakesTheCacheWhereOnlyItsOwnerCanWriteWhateverTheSettingsOfWhoAsks()
      throws Exception {
    Launch prepared =
        launch(
            Map.of(
                "HTTP_PROXY",
                "http://127.0.0.1:1",
                "HTTPS_PROXY",
                "http://127.0.0.1:1",
                "AWS_PROFILE",
                "nobody",
                "AWS_CA_BUNDLE",
                "/no/such/file"),
            "prepare");

    Path cache = cache().findAny().orElseThrow();
    assertThat(prepared)
        .isEqualTo(
            new Launch(
                0,
                "The start-up cache is %s\n".formatted(cache),
                "Making the start-up cache, which takes some ten seconds.\n"));
    assertThat(files()).containsExactly(cache.getFileName().toString());
    assertThat(Files.getPosixFilePermissions(cache))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(cache.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx---rwx"})
  void aFolderThatOthersCanWriteIsNotUsedAndSaid(String permissions) throws Exception {
    copyWhatWasMade();
    Path folder = home.resolve(CACHES);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));

    Launch use = launch(Map.of("_JAVA_OPTIONS", "-XX:+PrintFlagsFinal"), "--version");
    Launch prepare = launch("prepare");

    assertThat(use.output()).contains("ri-expiry-notifier 1.0.0").doesNotContain(".aot");
    assertThat(use.errors())
        .isEqualTo(
            "The start-up cache is not used: others can write in %s, or it is somebody else's. Remove it and run: ri-expiry-notifier prepare\n"
                .formatted(folder));
    assertThat(prepare)
        .isEqualTo(
            new Launch(
                2,
                "",
                "%s is somebody else's, or others can write there. Remove it, or chmod go-w it, and prepare again.\n"
                    .formatted(folder)));
  }

  @Test
  void aCacheThatOthersCanWriteIsNotUsedEither() throws Exception {
    copyWhatWasMade();
    Files.setPosixFilePermissions(
        cache().findAny().orElseThrow(), PosixFilePermissions.fromString("rw-rw-r--"));

    assertThat(launch("--version").errors()).startsWith("The start-up cache is not used: ");
  }

  @Test
  void aCacheThatCannotBeMadeIsSaidWithTheReason() throws Exception {
    Files.writeString(home.resolve("ri-expiry-notifier.jar"), "");
    Path java = fakeJava("echo 'no room on the disk' >&2; exit 1");
    Path launcher = Files.copy(LAUNCHER, home.resolve("launcher"));

    Launch prepare =
        run(
            List.of("/bin/sh", launcher.toString(), "prepare"),
            Map.of("JAVA_HOME", java.toString()));

    assertThat(prepare.status()).isOne();
    assertThat(prepare.errors())
        .contains("no room on the disk\n")
        .endsWith(
            "The start-up cache could not be made in %s. Everything works without it, only later.\n"
                .formatted(home.resolve(CACHES)));
    assertThat(files()).isEmpty();
  }

  @Test
  void prepareNeedsAFolder() throws Exception {
    assertThat(launch(Map.of("XDG_CACHE_HOME", "", "HOME", ""), "prepare"))
        .isEqualTo(
            new Launch(
                2, "", "There is no place for a start-up cache. Set HOME or XDG_CACHE_HOME.\n"));
  }

  @Test
  void aUseAfterItStartsFromTheCacheAndFindsTheClassesOfTheSdkInIt() throws Exception {
    copyWhatWasMade();

    // These options alone come after the launcher's own.
    Launch strict =
        launch(
            Map.of("_JAVA_OPTIONS", "-XX:AOTMode=on -Xlog:class+load:file=" + home + "/loaded"),
            "rehearse");

    assertThat(strict.status()).isZero();
    List<String> loaded = Files.readAllLines(home.resolve("loaded"));
    assertThat(loaded)
        .anySatisfy(line ->
            assertThat(line)
                .contains("software.amazon.awssdk.services.ec2.DefaultEc2Client source: shared"));
    long fromCache = loaded.stream().filter(line -> line.contains("shared objects file")).count();
    assertThat(fromCache * 100 / loaded.size()).isGreaterThan(90);
  }

  @Test
  void aBrokenCacheIsPassedOverInSilence() throws Exception {
    copyWhatWasMade();
    Files.writeString(cache().findAny().orElseThrow(), "not a cache");

    Launch run = launch("--version");
    assertTellsTheVersion(run);
    assertThat(run.errors()).isEmpty();
  }

  private static void assertTellsTheVersion(Launch run) {
    assertThat(run.status()).isZero();
    assertThat(run.output())
        .matches("ri-expiry-notifier 1\\.0\\.0(, commit [0-9a-f]{12})?, Java 25.*\\n");
  }

  @Test
  void aFolderThatCannotBeIsPassedOverInSilence() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");

    Launch run = launch(Map.of("XDG_CACHE_HOME", file.toString()), "--version");

    assertTellsTheVersion(run);
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void noHomeIsPassedOverInSilence() throws Exception {
    Launch run = launch(Map.of("XDG_CACHE_HOME", "", "HOME", ""), "--version");

    assertTellsTheVersion(run);
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void preparingTwiceAtTheSameTimeMakesOneCache() throws Exception {
    List<Process> preparing = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      preparing.add(
          builder(List.of(LAUNCHER.toString(), "prepare"), Map.of())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Process one : preparing) {
      assertThat(one.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(one.exitValue()).isZero();
    }

    assertThat(files()).hasSize(1).allSatisfy(name -> assertThat(name).endsWith(".aot"));
  }

  @Test
  void theExitStatusIsTheCommandLines() throws Exception {
    assertThat(launch(Map.of("XDG_CACHE_HOME", "/dev/null"), "check", "--no-such-option").status())
        .isEqualTo(ExitStatus.USAGE.code());
  }

  @Test
  void signalsReachTheCommandLineItself() throws Exception {
    Files.writeString(home.resolve("ri-expiry-notifier.jar"), "");
    Path java = fakeJava("echo $$; echo \"$0\"");
    Path launcher = Files.copy(LAUNCHER, home.resolve("launcher"));

    Process process =
        builder(
                List.of("/bin/sh", launcher.toString()),
                Map.of("JAVA_HOME", java.toString(), "XDG_CACHE_HOME", "/dev/null"))
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output).isEqualTo(process.pid() + "\n" + java + "/bin/java\n");
  }

  @Test
  void aLinkToTheLauncherFindsTheJarToo() throws Exception {
    Path link = Files.createSymbolicLink(home.resolve("notifier"), LAUNCHER);

    Launch run = run(List.of(link.toString(), "--version"), Map.of("XDG_CACHE_HOME", "/dev/null"));

    assertTellsTheVersion(run);
  }

  @Test
  void anOlderJavaIsPassedOverForANewerOne() throws Exception {
    Path old = fakeJava("echo started the old one");
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

    Launch run =
        run(
            List.of(LAUNCHER.toString(), "--version"),
            Map.of(
                "JAVA_HOME",
                old.toString(),
                "PATH",
                JAVA_HOME + "/bin:" + System.getenv("PATH"),
                "XDG_CACHE_HOME",
                "/dev/null"));

    assertTellsTheVersion(run);
  }

  @Test
  void whereThereIsOnlyAnOlderJavaOneSentenceSaysSo() throws Exception {
    Path old = fakeJava("echo 'openjdk version \"17.0.15\"' >&2");
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Path launcher =
        Files.writeString(
            home.resolve("launcher"),
            Files.readString(LAUNCHER)
                .replaceAll("(?s)installed\\(\\) \\{.*?\\n\\}", "installed() { return 1; }"));
    Files.writeString(home.resolve("ri-expiry-notifier.jar"), "");

    Launch run =
        run(
            List.of("/bin/sh", launcher.toString(), "check"),
            Map.of("JAVA_HOME", "", "PATH", old + "/bin:" + System.getenv("PATH")));

    assertThat(run)
        .isEqualTo(
            new Launch(
                1,
                "",
                "Java 25 or newer is needed, and the java on the PATH says: openjdk version"
                    + " \"17.0.15\". Install one, or set JAVA_HOME to it.\n"));
  }

  private Path fakeJava(String body) throws IOException {
    Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    return home.resolve("jdk");
  }

  private Launch launch(String... arguments) throws IOException, InterruptedException {
    return launch(Map.of(), arguments);
  }

  private Launch launch(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(
        Stream.concat(Stream.of(LAUNCHER.toString()), Stream.of(arguments)).toList(), environment);
  }

  private Launch run(List<String> command) throws IOException, InterruptedException {
    return run(command, Map.of());
  }

  private Launch run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Process process =
        builder(command, environment).redirectError(home.resolve("errors").toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    String errors =
        Files.readString(home.resolve("errors"))
            .lines()
            .filter(line -> !line.startsWith("Picked up _JAVA_OPTIONS"))
            .reduce("", (all, line) -> all + line + "\n");
    return new Launch(status, output, errors);
  }

  private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("JAVA_HOME", JAVA_HOME);
    builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private void copyWhatWasMade() throws IOException {
    Path from = made.resolve(CACHES);
    Path to = Files.createDirectories(home.resolve(CACHES));
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private Stream<Path> cache() throws IOException {
    return list().stream().filter(file -> file.toString().endsWith(".aot"));
  }

  private List<String> files() throws IOException {
    return list().stream().map(file -> file.getFileName().toString()).toList();
  }

  private List<Path> list() throws IOException {
    Path folder = home.resolve(CACHES);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private record Launch(int status, String output, String errors) {}
}
