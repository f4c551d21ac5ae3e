package dev.riexpiry.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One way to run the sweep.
///
/// @param name what it is called in the results
/// @param command the command without options that depend on the run
/// @param threads how many calls at once it makes whatever it is told; 0 if it does as told
record Contender(String name, List<String> command, int threads) {
  private static final String SCRIPT = "src/bench/python/sweep.py";

  Contender {
    command = List.copyOf(command);
  }

  /// Those that `options` ask for.
  static List<Contender> all(BenchOptions options, Path java) {
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(element -> !element.endsWith("classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<Contender> contenders = new ArrayList<>();
    for (String flags : options.flags()) {
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
    if (options.threads() > 0) {
      contenders.add(
          new Contender(
              "boto3, " + options.threads() + " threads",
              List.of("python3", SCRIPT, "--threads", String.valueOf(options.threads())),
              options.threads()));
    }
    return contenders;
  }

  private static Contender java(String name, Path java, String flags, String classPath) {
    return new Contender(
        name,
        Stream.of(
                Stream.of(java.toString()),
                Arrays.stream(flags.split(" ")).filter(flag -> !flag.isEmpty()),
                Stream.of("-cp", classPath, "dev.riexpiry.cli.Main", "check", "--output", "json"))
            .flatMap(part -> part)
            .toList(),
        0);
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
