package dev.riexpiry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Takes the processor away from a command, until it is closed.
///
/// @param name what takes it, for the results
/// @param before words before the command, which put it where it gets less
/// @param busy processes that take their share
/// @param group the control group that was made; empty if none was
record Load(String name, List<String> before, List<Process> busy, List<Path> group)
    implements AutoCloseable {
  private static final int PERIOD_MICROS = 100_000;
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /// Leaves the command a share of one processor: by the quota of a control group, of either
  /// version, or where none may be written, by as many busy processes as leave about that much.
  static Load leaving(double share) throws IOException {
    long quota = Math.round(share * PERIOD_MICROS);
    try {
      Path group = Files.createTempDirectory(GROUPS.resolve("cpu"), "bench");
      Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_MICROS));
      Files.writeString(group.resolve("cpu.cfs_quota_us"), String.valueOf(quota));
      return in(group, "quota of %.2f (cgroup v1)".formatted(share));
    } catch (IOException notVersion1) {
      try {
        Path group = Files.createTempDirectory(GROUPS, "bench");
        Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        return in(group, "quota of %.2f (cgroup v2)".formatted(share));
      } catch (IOException notVersion2) {
        return busy((int) Math.round(PROCESSORS / share));
      }
    }
  }

  /// Keeps each processor busy with one process.
  static Load everyProcessor() throws IOException {
    return busy(PROCESSORS);
  }

  private static Load in(Path group, String name) {
    return new Load(
        name,
        List.of("sh", "-c", "echo $$ > '" + group.resolve("cgroup.procs") + "'; exec \"$@\"", "sh"),
        List.of(),
        List.of(group));
  }

  private static Load busy(int processes) throws IOException {
    List<Process> busy = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      busy.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
    }
    return new Load(
        "%d busy processes on %d processors".formatted(processes, PROCESSORS),
        List.of(),
        busy,
        List.of());
  }

  List<String> command(List<String> command) {
    return Stream.concat(before.stream(), command.stream()).toList();
  }

  @Override
  public void close() throws IOException {
    busy.forEach(Process::destroyForcibly);
    for (Path path : group) {
      Files.delete(path);
    }
  }
}
