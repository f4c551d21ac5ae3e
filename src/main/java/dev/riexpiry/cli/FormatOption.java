package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.SettingParser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The option that chooses the format of a command's output: the name of an enum's constant, in
/// small letters.
///
/// @param <F> the formats
final class FormatOption<F extends Enum<F>> {
  private final OptionSpec option;
  private final F usual;

  /// @param usual the format where the option is not given
  FormatOption(String name, F usual, String description) {
    this.usual = requireNonNull(usual, "usual is null");
    this.option =
        Syntax.text(name, "FORMAT", description + " Default: ${DEFAULT-VALUE}")
            .names("-o", name)
            .completionCandidates(formats().stream().map(FormatOption::word).toList())
            .defaultValue(word(usual))
            .build();
  }

  void addTo(CommandSpec command) {
    command.addOption(option);
  }

  /// The format that was chosen; the usual one, and a fault, if there is none of that name.
  F read(List<Fault> faults) {
    return new SettingParser(_ -> Optional.ofNullable(option.getValue()), faults)
        .value(option.longestName(), this::parse, usual);
  }

  private F parse(String text) {
    return formats().stream()
        .filter(format -> word(format).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new InvalidValueException("'" + text + "' is not a format", "write " + choices()));
  }

  private String choices() {
    List<String> words = formats().stream().map(FormatOption::word).toList();
    return words.stream().limit(words.size() - 1L).collect(Collectors.joining(", "))
        + " or "
        + words.getLast();
  }

  private List<F> formats() {
    return Arrays.asList(usual.getDeclaringClass().getEnumConstants());
  }

  private static String word(Enum<?> format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
