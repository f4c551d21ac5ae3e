package dev.riexpiry.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/// Shows what `--help` shows, for those who look for it as a command.
final class HelpCommand implements Callable<Integer> {
  private final PositionalParamSpec command =
      PositionalParamSpec.builder()
          .index("0")
          .arity("0..1")
          .type(String.class)
          .paramLabel("COMMAND")
          .description("The command to show the help of. Default: all of them")
          .build();
  private final CommandSpec spec =
      Syntax.command("help", "Shows the help of a command.", this).addPositional(command);

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.commandLine().getParent();
    String name = command.getValue();
    CommandLine asked = name == null ? root : named(name, root.getSubcommands());
    asked.usage(root.getOut());
    return ExitStatus.ALL_READ.code();
  }

  private CommandLine named(String name, Map<String, CommandLine> commands) {
    CommandLine asked = commands.get(name);
    if (asked == null) {
      throw new ParameterException(
          spec.commandLine(), UsageMessage.noCommand(name, commands.values()));
    }
    return asked;
  }
}
