package dev.riexpiry.cli;

/// The formats in which a list of accounts is written.
enum AccountsFormat {
  TABLE,
  JSON
}
