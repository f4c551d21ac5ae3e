/// Decides whether an expiring commitment is already renewed, and by what: a pure function of what
/// was read, the check date and the milestones.
@NullMarked
package dev.riexpiry.renewal;

import org.jspecify.annotations.NullMarked;
