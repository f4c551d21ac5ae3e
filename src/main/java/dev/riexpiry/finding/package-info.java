/// Holds the vocabulary of the whole program: the findings of a check, the outcomes of calls, the
/// counts of what was read, and the days by which ends are counted. Values only.
@NullMarked
package dev.riexpiry.finding;

import org.jspecify.annotations.NullMarked;
