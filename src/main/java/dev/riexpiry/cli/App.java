package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.text.Redaction;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The commands, and what becomes of what they throw.
final class App {
  private final Terminal terminal;
  private final InstantSource clock;
  private final Function<Optional<String>, AwsClients> clients;

  /// @param clients makes the SDK clients for a profile, or for none
  App(Terminal terminal, InstantSource clock, Function<Optional<String>, AwsClients> clients) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.clients = requireNonNull(clients, "clients is null");
  }

  /// Runs one command and returns the exit status.
  int run(String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    Map<String, Supplier<?>> commands = commands();
    // To describe one command by its annotations takes longer than anything else at the start.
    Set<String> wanted =
        args.length > 0 && commands.containsKey(args[0]) ? Set.of(args[0]) : commands.keySet();
    wanted.forEach(name -> line.addSubcommand(requireNonNull(commands.get(name)).get()));
    Map<String, String> statuses = new LinkedHashMap<>();
    Arrays.stream(ExitStatus.values())
        .forEach(status -> statuses.put(String.valueOf(status.code()), status.meaning()));
    for (CommandLine command : line.getSubcommands().values()) {
      command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit status:%n");
      command.getCommandSpec().usageMessage().exitCodeList(statuses);
    }
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.color() ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler((e, arguments) -> usage(e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failure(e));
    int status = line.execute(args);
    terminal.out().flush();
    return status;
  }

  /// By their names, in the order of the help.
  private Map<String, Supplier<?>> commands() {
    Map<String, Supplier<?>> commands = new LinkedHashMap<>();
    commands.put("check", () -> new CheckCommand(terminal, clock, clients));
    commands.put("render", () -> new RenderCommand(terminal, clock, clients));
    commands.put("accounts", () -> new AccountsCommand(terminal, clients));
    commands.put("rehearse", () -> new RehearseCommand(silent -> new App(silent, clock, clients)));
    return commands;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private int usage(CommandLine.ParameterException e) {
    terminal.err().println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, writer(terminal.err()));
    terminal
        .err()
        .println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE.code();
  }

  private int failure(Exception e) {
    if (e instanceof InvalidInputException) {
      terminal.err().println(e.getMessage());
      return ExitStatus.USAGE.code();
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
