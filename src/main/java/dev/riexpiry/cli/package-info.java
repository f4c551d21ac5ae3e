/// The command line: one file a command, results on standard output, everything else on standard
/// error.
@NullMarked
package dev.riexpiry.cli;

import org.jspecify.annotations.NullMarked;
