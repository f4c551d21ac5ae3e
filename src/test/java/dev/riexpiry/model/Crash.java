package dev.riexpiry.model;

/// Ends a run as a crash of its process does.
final class Crash extends Error {
  private static final long serialVersionUID = 1;

  Crash(String where) {
    super(where, null, false, false);
  }
}
