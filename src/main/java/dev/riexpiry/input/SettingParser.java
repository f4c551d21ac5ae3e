package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/// Reads settings one after another and goes on after a fault to find the others.
public final class SettingParser {
  private final Function<String, Optional<String>> source;
  private final Collection<Fault> faults;

  /// @param source gives the text of a setting, if it is set
  /// @param faults takes the faults
  public SettingParser(Function<String, Optional<String>> source, Collection<Fault> faults) {
    this.source = requireNonNull(source, "source is null");
    this.faults = requireNonNull(faults, "faults is null");
  }

  /// The value of a setting; `fallback` where it is not set or not valid.
  ///
  /// @param parse throws [InvalidValueException] for a text that is not valid
  public <T> T value(String name, Function<String, T> parse, T fallback) {
    return optional(name, parse).orElse(fallback);
  }

  /// The value of a setting; empty where it is not set or not valid.
  ///
  /// @param parse throws [InvalidValueException] for a text that is not valid
  public <T> Optional<T> optional(String name, Function<String, T> parse) {
    Optional<String> text = source.apply(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text.get()));
    } catch (InvalidValueException e) {
      faults.add(new Fault(name, e.problem(), e.remedy()));
      return Optional.empty();
    }
  }
}
