package dev.riexpiry.page;

/// How a commitment stands: what there is to do about it.
enum Standing {
  DUE("due"),
  TOLD("told before"),
  RENEWED("renewed"),
  IGNORED("ignored"),
  LATER("later");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  /// What the page calls it.
  String word() {
    return word;
  }

  /// Names the class of the style sheet for a commitment that stands so.
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
