package dev.riexpiry.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Prints the script by which a shell completes commands, options and their words. One script
/// serves both shells.
final class CompletionCommand implements Callable<Integer> {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  private final PositionalParamSpec shell =
      PositionalParamSpec.builder()
          .index("0")
          .arity("0..1")
          .type(String.class)
          .paramLabel("SHELL")
          .completionCandidates(SHELLS)
          .description("bash or zsh. Default: a script for both")
          .build();
  private final CommandSpec spec =
      Syntax.command(
              "completion",
              "Prints a script that completes commands and options in bash and zsh:"
                  + " source <(ri-expiry-notifier completion)",
              this)
          .addPositional(shell);

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    String name = shell.getValue();
    if (name != null && !SHELLS.contains(name)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "'%s' is not a shell; write bash or zsh.".formatted(name));
    }
    CommandLine root = spec.commandLine().getParent();
    root.getOut().println(AutoComplete.bash(root.getCommandName(), root));
    return ExitStatus.ALL_READ.code();
  }
}
