/// Decides which commitments are about to end: a pure function of commitments, check date and
/// milestones.
@NullMarked
package dev.riexpiry.expiry;

import org.jspecify.annotations.NullMarked;
