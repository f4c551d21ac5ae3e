/// Runs a check from request to report: the only place where reading, deciding, announcing and
/// counting come together.
@NullMarked
package dev.riexpiry.check;

import org.jspecify.annotations.NullMarked;
