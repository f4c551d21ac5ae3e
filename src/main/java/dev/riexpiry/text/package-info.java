/// What text from outside may look like when people, terminals, mail and logs get to see it.
@NullMarked
package dev.riexpiry.text;

import org.jspecify.annotations.NullMarked;
