package dev.riexpiry.cli;

/// The formats in which trials are written.
enum TrialFormat {
  TABLE,
  JSON
}
