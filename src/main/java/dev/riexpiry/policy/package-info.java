/// Decides what a check has to say of the commitments it read: a pure function of commitments,
/// check date, milestones and what people decided to ignore.
@NullMarked
package dev.riexpiry.policy;

import org.jspecify.annotations.NullMarked;
