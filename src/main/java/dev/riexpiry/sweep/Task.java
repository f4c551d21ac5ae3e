package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

/// One piece of a sweep's work.
///
/// @param owner once one of an owner's tasks is stuck, the owner's others are urgent
/// @param urgent whether it goes before those of its lane that are not
/// @param body does the work
record Task(Object owner, boolean urgent, Runnable body) {
  Task {
    requireNonNull(owner, "owner is null");
    requireNonNull(body, "body is null");
  }
}
