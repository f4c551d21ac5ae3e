/// Where the warnings of libraries go: an SLF4J provider that passes warnings and errors on and
/// drops the rest, so that no library's debug output can reach a log.
@NullMarked
package dev.riexpiry.log;

import org.jspecify.annotations.NullMarked;
