/// Holds the words of the whole program: what a check has to say of a place, what came of asking
/// for something, how much was read, and the days by which ends are counted. Values only.
@NullMarked
package dev.riexpiry.finding;

import org.jspecify.annotations.NullMarked;
