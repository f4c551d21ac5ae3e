package dev.riexpiry.page;

/// What there is to do about a commitment.
enum Status {
  DUE("due"),
  TOLD("told before"),
  RENEWED("renewed"),
  IGNORED("ignored"),
  LATER("later");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /// What the page calls it.
  String word() {
    return word;
  }

  /// Names the class of the style sheet for a commitment of this status.
  ///
  /// @param daysLeft until it ends
  String tone(long daysLeft) {
    return switch (this) {
      case DUE, TOLD -> daysLeft <= 7 ? "now" : daysLeft <= 30 ? "soon" : "later";
      case RENEWED -> "renewed";
      case IGNORED, LATER -> "";
    };
  }
}
