package dev.riexpiry.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How a list of accounts is written.
enum AccountsFormat {
  TABLE,
  JSON;

  /// Reads the format's name in small letters.
  static final class Converter implements ITypeConverter<AccountsFormat> {
    @Override
    public AccountsFormat convert(String value) {
      return switch (value) {
        case "table" -> TABLE;
        case "json" -> JSON;
        default -> throw new TypeConversionException("'" + value + "' is neither table nor json");
      };
    }
  }
}
