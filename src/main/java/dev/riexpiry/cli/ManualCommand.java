package dev.riexpiry.cli;

import dev.riexpiry.check.Tool;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Prints the page that `man` shows, in roff, of the same descriptions as the help. The release
/// holds what it prints.
final class ManualCommand implements Callable<Integer> {
  private final CommandSpec spec = Syntax.command("manual", "Prints the page of man.", this);

  CommandSpec spec() {
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.commandLine().getParent();
    root.getOut().print(of(root.getCommandSpec()));
    root.getOut().flush();
    return ExitStatus.ALL_READ.code();
  }

  private static String of(CommandSpec root) {
    StringBuilder page = new StringBuilder();
    page.append(".TH RI-EXPIRY-NOTIFIER 1 \"\" ")
        .append(quoted(Tool.current().toString()))
        .append(" \"User Commands\"\n.SH NAME\n")
        .append(text(root.name()))
        .append(" \\- ")
        .append(text(description(root)))
        .append("\n.SH SYNOPSIS\n.B ")
        .append(text(root.name()))
        .append("\n\\fICOMMAND\\fR [\\fIOPTION\\fR]...\n.SH COMMANDS\n");
    root.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .forEach(command -> describe(command, page));
    return page.toString();
  }

  private static void describe(CommandSpec command, StringBuilder page) {
    page.append(".SS ").append(text(command.name())).append('\n');
    page.append(line(description(command)));
    for (OptionSpec option : command.options()) {
      page.append(".TP\n");
      String separator = "";
      for (String name : option.names()) {
        page.append(separator).append("\\fB").append(text(name)).append("\\fR");
        separator = ", ";
      }
      if (option.arity().max() > 0) {
        page.append("=\\fI").append(text(option.paramLabel())).append("\\fR");
      }
      page.append('\n').append(line(String.join(" ", option.description())));
    }
    if (!command.usageMessage().exitCodeList().isEmpty()) {
      page.append(".PP\nExit status:\n");
      command
          .usageMessage()
          .exitCodeList()
          .forEach((code, meaning) ->
              page.append(".TP\n\\fB").append(code).append("\\fR\n").append(line(meaning)));
    }
  }

  private static String description(CommandSpec command) {
    return String.join(" ", command.usageMessage().description());
  }

  /// A line that is no request, whatever it begins with.
  private static String line(String text) {
    String escaped = text(text);
    return (escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "") + escaped + "\n";
  }

  private static String text(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }

  private static String quoted(String text) {
    return '"' + text(text).replace("\"", "") + '"';
  }
}
