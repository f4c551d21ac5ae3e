package dev.riexpiry.cli;

import dev.riexpiry.check.Tool;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Describes commands and options to picocli, by its builders and not by its annotations: for each
/// annotation that it reads, the JDK makes a class, and no start-up cache can keep the making of
/// it.
final class Syntax {
  /// The source that faults of options are said to be in.
  static final String COMMAND_LINE = "the command line";

  private Syntax() {}

  /// A command without options, which come into its help in the order in which they are added.
  ///
  /// @param action does its work; gives the exit status
  static CommandSpec command(String name, String description, Callable<Integer> action) {
    CommandSpec command =
        CommandSpec.wrapWithoutInspection(action)
            .name(name)
            .versionProvider(() -> new String[] {version()});
    command.usageMessage().description(description).sortOptions(false);
    return command;
  }

  /// What a report of a defect has to say: which program this is, and what runs it.
  private static String version() {
    return Tool.current()
        + Tool.commit().map(commit -> ", commit " + commit).orElse("")
        + ", Java "
        + Runtime.version();
  }

  /// An option that takes a text. The help shows a default where the description has
  /// `${DEFAULT-VALUE}`.
  static OptionSpec.Builder text(String name, String label, String description) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(description);
  }

  /// An option that takes a text each time it is written.
  static OptionSpec.Builder texts(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description);
  }

  /// An option without a value.
  static OptionSpec.Builder flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .initialValue(false)
        .description(description);
  }

  /// Ends the command if any of its options is wrong, naming all that are.
  ///
  /// @throws InvalidInputException if there is a fault
  static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new InvalidInputException(COMMAND_LINE, faults);
    }
  }

  /// Adds the options that all commands have.
  static void addHelp(CommandSpec command) {
    command
        .addOption(flag("Show this help message and exit.", "-h", "--help").usageHelp(true).build())
        .addOption(
            flag("Print version information and exit.", "-V", "--version")
                .versionHelp(true)
                .build());
  }

  /// Lists the exit statuses at the end of a command's help, unless it lists its own.
  static void addExitStatuses(CommandSpec command) {
    if (!command.usageMessage().exitCodeList().isEmpty()) {
      return;
    }
    Map<String, String> statuses = new LinkedHashMap<>();
    Arrays.stream(ExitStatus.values())
        .forEach(status -> statuses.put(String.valueOf(status.code()), status.meaning()));
    addExitStatuses(command, statuses);
  }

  /// Lists these exit statuses at the end of a command's help.
  static void addExitStatuses(CommandSpec command, Map<String, String> meanings) {
    command.usageMessage().exitCodeListHeading("%nExit status:%n").exitCodeList(meanings);
  }
}
