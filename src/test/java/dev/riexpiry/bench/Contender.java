package dev.riexpiry.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One way to run the sweep.
///
/// @param name what it is called in the results
/// @param command the command without options that depend on the run
/// @param threads the number of calls it makes at once whatever the setting; 0 if it keeps to the
///   setting
record Contender(String name, List<String> command, int threads) {
  private static final String SCRIPT = "src/bench/python/sweep.py";
  private static final List<String> CHECK = List.of("check", "--output", "json");
  private static final String LAUNCHER = "launcher";
  private static final Path CACHES = Path.of("target", "bench", "cache");

  Contender {
    command = List.copyOf(command);
  }

  /// Those that `options` ask for.
  static List<Contender> all(BenchOptions options, Path java)
      throws IOException, InterruptedException {
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(element -> !element.endsWith("classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<Contender> contenders = new ArrayList<>();
    for (String flags : options.flags()) {
      if (flags.startsWith(LAUNCHER)) {
        contenders.add(launcher());
        continue;
      }
      String label = flags.isEmpty() ? "default flags" : flags;
      contenders.add(
          java(
              label,
              java,
              flags,
              options.jar().isEmpty()
                  ? "target/classes" + File.pathSeparator + jars
                  : options.jar()));
      if (!options.against().isEmpty()) {
        contenders.add(
            java("against: " + label, java, flags, options.against() + File.pathSeparator + jars));
      }
    }
    options.threads().stream().map(Contender::python).forEach(contenders::add);
    return contenders;
  }

  private static Contender java(String name, Path java, String flags, String classPath) {
    return new Contender(
        name,
        Stream.of(
                Stream.of(java.toString()),
                Arrays.stream(flags.split(" ")).filter(flag -> !flag.isEmpty()),
                Stream.of("-cp", classPath, "dev.riexpiry.cli.Main"),
                CHECK.stream())
            .flatMap(part -> part)
            .toList(),
        0);
  }

  /// A packaged jar, started without the launcher.
  static Contender jar(String jar) {
    return new Contender(
        "java -jar, default flags",
        Stream.concat(Stream.of(CannedAwsProcess.java().toString(), "-jar", jar), CHECK.stream())
            .toList(),
        0);
  }

  /// Tells whether the Python sweep can run here.
  static boolean hasBoto3() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import boto3")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  static Contender python(int threads) {
    return new Contender(
        "boto3, " + threads + " threads",
        List.of("python3", SCRIPT, "--threads", String.valueOf(threads)),
        threads);
  }

  /// The packaged script with a start-up cache of its own.
  static Contender launcher() throws IOException, InterruptedException {
    String script = Path.of("target", "ri-expiry-notifier").toString();
    Files.createDirectories(CACHES);
    clearCaches();
    ProcessBuilder prepare =
        new ProcessBuilder("sh", script, "prepare")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    surround(prepare.environment());
    if (prepare.start().waitFor() != 0) {
      throw new IllegalStateException(
          "the launcher makes no start-up cache: mvn package makes the launcher");
    }
    return new Contender(
        "launcher with its cache",
        Stream.concat(Stream.of("sh", script), CHECK.stream()).toList(),
        0);
  }

  /// Each jar has a cache of its own, and that of an older one must not pass for the new one's.
  private static void clearCaches() throws IOException {
    try (Stream<Path> files = Files.walk(CACHES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  /// The environment of every contender, besides the address of [CannedAws].
  static void surround(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.endsWith("JAVA_OPTIONS"));
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.put("XDG_CACHE_HOME", CACHES.toAbsolutePath().toString());
    environment.put("AWS_ACCESS_KEY_ID", "BENCHCALLER");
    environment.put("AWS_SECRET_ACCESS_KEY", "not-a-secret");
    environment.put("AWS_REGION", CannedAnswers.FIRST_REGION);
    environment.put("AWS_DEFAULT_REGION", CannedAnswers.FIRST_REGION);
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
  }

  /// The whole command of one run.
  List<String> command(Path accounts, int concurrency) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(
        List.of("--accounts", accounts.toString(), "--check-date", CannedAnswers.CHECK_DATE));
    if (threads == 0) {
      whole.addAll(List.of("--concurrency", String.valueOf(concurrency)));
    }
    return whole;
  }
}
