package dev.riexpiry.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The command that runs when none is named.
final class RootCommand implements Callable<Integer> {
  private final CommandSpec spec =
      Syntax.command(
          "ri-expiry-notifier",
          "Tells which AWS reservations and Savings Plans are about to end.",
          this);

  RootCommand() {
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Name a command: check, render, report, cost, accounts, verify, init, ack, acks, demo or"
            + " prepare.");
  }
}
