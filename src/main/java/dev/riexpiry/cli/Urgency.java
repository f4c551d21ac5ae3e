package dev.riexpiry.cli;

import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/// The urgency of a row, as a colour.
enum Urgency {
  /// Ends within a week.
  HIGH,
  /// Ends within thirty days.
  MEDIUM,
  NONE;

  private static final int WEEK = 7;
  private static final int MONTH = 30;

  static Urgency of(int daysLeft) {
    if (daysLeft <= WEEK) {
      return HIGH;
    }
    return daysLeft <= MONTH ? MEDIUM : NONE;
  }

  String paint(String text) {
    return switch (this) {
      case HIGH -> paint(text, Style.bold, Style.fg_red);
      case MEDIUM -> paint(text, Style.fg_yellow);
      case NONE -> text;
    };
  }

  /// Paints a text and ends with a full reset: the code that picocli switches bold off with
  /// underlines twice on most terminals.
  private static String paint(String text, IStyle... styles) {
    return Style.on(styles) + text + Style.reset.on();
  }
}
