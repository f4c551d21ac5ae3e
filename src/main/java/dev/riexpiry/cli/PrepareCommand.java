package dev.riexpiry.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Stands for what the launcher does before any Java starts: it makes the start-up cache. Reached
/// only where no launcher was asked, or one that keeps no cache.
final class PrepareCommand implements Callable<Integer> {
  private final CommandSpec spec =
      Syntax.command(
          "prepare",
          "Makes the start-up cache with which the launcher starts faster, in your own cache"
              + " folder (Linux and macOS).",
          this);

  PrepareCommand() {
    Map<String, String> statuses = new LinkedHashMap<>();
    statuses.put("0", "the cache is made; standard output says where");
    statuses.put("1", "it could not be made");
    statuses.put("2", "its folder is somebody else's, or others can write there");
    Syntax.addExitStatuses(spec, statuses);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Only the launcher can make its start-up cache. On Linux or macOS start the script"
            + " ri-expiry-notifier, beside the jar, with prepare; elsewhere there is none.");
  }
}
