package dev.riexpiry.alert;

/// The amount of detail in which a commitment is shown. One that is too large for a message by
/// itself loses its tags first, then everything that does not identify it.
enum Detail {
  FULL,
  WITHOUT_TAGS,
  LEAST
}
