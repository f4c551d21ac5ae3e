package dev.riexpiry.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "ri-expiry-notifier",
    mixinStandardHelpOptions = true,
    version = "ri-expiry-notifier 1.0.0",
    description = "Tells which AWS reservations and Savings Plans are about to end.",
    synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: check, render or accounts.");
  }
}
