/// One run from request to report: the only place where reading, deciding, telling and counting
/// come together.
@NullMarked
package dev.riexpiry.check;

import org.jspecify.annotations.NullMarked;
