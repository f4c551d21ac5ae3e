package dev.riexpiry.cli;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.CallWatch;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.notifier.SampleOrganization;
import dev.riexpiry.text.PlainText;
import dev.riexpiry.text.Redaction;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/// Runs the commands, and turns their exceptions into messages and exit statuses.
final class App {
  private final Surroundings surroundings;
  private final Terminal terminal;

  App(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
  }

  /// Runs one command and returns the exit status. What its reader did not get is a failure,
  /// whatever the command itself says.
  int run(String... args) {
    CommandSpec root = new RootCommand().spec();
    Syntax.addHelp(root);
    CommandLine line = new CommandLine(root);
    for (CommandSpec command : commands()) {
      Syntax.addHelp(command);
      Syntax.addExitStatuses(command);
      line.addSubcommand(command);
    }
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.color() ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler((e, arguments) -> usage(e));
    line.setExpandAtFiles(false);
    line.setExecutionExceptionHandler((e, command, parsed) -> failure(e));
    line.setExecutionStrategy(parsed -> {
      try (CallWatch.Listening _ = DebugLines.listen(parsed, terminal)) {
        return new CommandLine.RunLast().execute(parsed);
      }
    });
    int status = line.execute(args);
    if (terminal.out().checkError()) {
      terminal
          .err()
          .println(
              "Standard output could not be written: make room on its disk, or keep its reader"
                  + " running.");
      return ExitStatus.FAILED.code();
    }
    return status;
  }

  /// The commands in the order of the help.
  private List<CommandSpec> commands() {
    return List.of(
        new CheckCommand(surroundings).spec(),
        new RenderCommand(surroundings).spec(),
        new ReportCommand(surroundings).spec(),
        new CostCommand(surroundings).spec(),
        new AccountsCommand(surroundings).spec(),
        new VerifyCommand(surroundings).spec(),
        new InitCommand(surroundings).spec(),
        new AckCommand(surroundings).spec(),
        new AcksCommand(surroundings).spec(),
        new DemoCommand(terminal, App::demonstrating).spec(),
        new PrepareCommand().spec(),
        new HelpCommand().spec(),
        new CompletionCommand().spec(),
        new ManualCommand().spec(),
        new RehearseCommand(silent ->
            new App(new Surroundings(silent, surroundings.clock(), _ -> AwsClients.direct())))
            .spec());
  }

  /// The whole command line at another terminal, on the morning of the sample organisation.
  private static App demonstrating(Terminal terminal, URI address) {
    return new App(
        new Surroundings(
            terminal,
            InstantSource.fixed(SampleOrganization.MORNING),
            _ -> AwsClients.rehearsing(address)));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private int usage(CommandLine.ParameterException e) {
    terminal.err().println(UsageMessage.of(e));
    terminal
        .err()
        .println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE.code();
  }

  private int failure(Exception e) {
    if (e instanceof InvalidInputException || e instanceof SignInException) {
      terminal.err().println(e.getMessage());
      return ExitStatus.USAGE.code();
    }
    if (e instanceof LedgerAnswers.FailedException) {
      terminal.err().println(PlainText.of(String.valueOf(e.getMessage())));
      return ExitStatus.FAILED.code();
    }
    terminal
        .err()
        .println(
            "The check failed: "
                + e.getClass().getSimpleName()
                + ": "
                + Redaction.of(String.valueOf(e.getMessage())));
    return ExitStatus.FAILED.code();
  }
}
