/// Decides what a check finds among the commitments it read: a pure function of commitments, check
/// date, milestones and ignore rules.
@NullMarked
package dev.riexpiry.policy;

import org.jspecify.annotations.NullMarked;
