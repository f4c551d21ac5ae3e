package dev.riexpiry.terraform;

import java.util.Locale;

/// Spells names and texts as Terraform's language has them.
final class Hcl {
  private Hcl() {}

  /// The name of a parameter or an output in small letters, its words joined by `_`.
  static String name(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /// A text in quotes, in which nothing is a template or an escape.
  static String text(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "$${").replace("%{", "%%{")
        + '"';
  }
}
