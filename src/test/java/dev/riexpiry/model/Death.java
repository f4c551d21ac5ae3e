package dev.riexpiry.model;

/// The process is gone.
final class Death extends Error {
  private static final long serialVersionUID = 1;

  Death(String where) {
    super(where, null, false, false);
  }
}
