/// The SLF4J provider of this program, which passes warnings and errors of libraries on and drops
/// the rest, so that no library's debug output can reach a log.
@NullMarked
package dev.riexpiry.log;

import org.jspecify.annotations.NullMarked;
