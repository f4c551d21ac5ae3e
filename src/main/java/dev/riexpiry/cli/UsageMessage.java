package dev.riexpiry.cli;

import dev.riexpiry.input.Suggestion;
import dev.riexpiry.text.PlainText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one sentence about a command line that cannot be understood. It names another word only
/// where what was written is that word misspelt: a guess by likeness of meaning may be an option
/// that does something else.
final class UsageMessage {
  private UsageMessage() {}

  static String of(ParameterException e) {
    return PlainText.of(sentence(e));
  }

  private static String sentence(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing -> missing(missing);
      case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is there twice.";
      default ->
          e.getArgSpec() instanceof OptionSpec option && option.typeInfo().isBoolean()
              ? option.longestName() + " takes no value."
              : String.valueOf(e.getMessage());
    };
  }

  private static String unmatched(UnmatchedArgumentException e) {
    CommandLine line = e.getCommandLine();
    String word = e.getUnmatched().getFirst();
    if (!word.startsWith("-") || word.equals("-")) {
      return line.getSubcommands().isEmpty()
          ? "'%s' is one word too many.".formatted(word)
          : noCommand(word, line.getSubcommands().values());
    }
    String option = word.split("=", 2)[0];
    return ofACommand(option, line)
        .orElseGet(() ->
            guess("There is no option " + option, option, names(line.getCommandSpec()).toList()));
  }

  /// The sentence about an option that was written before the command it belongs to.
  private static Optional<String> ofACommand(String option, CommandLine line) {
    return line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> names(command).anyMatch(option::equals))
        .map(command ->
            "%s comes after the command, as in: %s %s."
                .formatted(option, command.qualifiedName(), option))
        .findFirst();
  }

  private static Stream<String> names(CommandSpec command) {
    return command.options().stream().flatMap(option -> Stream.of(option.names()));
  }

  /// The sentence about a command that does not exist.
  static String noCommand(String name, Collection<CommandLine> commands) {
    return guess(
        "There is no command '" + name + "'",
        name,
        commands.stream()
            .map(CommandLine::getCommandSpec)
            .filter(command -> !command.usageMessage().hidden())
            .map(CommandSpec::name)
            .toList());
  }

  private static String guess(String problem, String word, List<String> known) {
    return problem
        + Suggestion.nearest(word, known).map("; did you mean %s?"::formatted).orElse(".");
  }

  private static String missing(MissingParameterException e) {
    return switch (e.getMissing().getFirst()) {
      case OptionSpec option ->
          "%s needs a value: %s %s."
              .formatted(option.longestName(), option.longestName(), option.paramLabel());
      case ArgSpec other -> other.paramLabel() + " is missing.";
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
