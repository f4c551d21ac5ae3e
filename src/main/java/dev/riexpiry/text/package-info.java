/// Makes text from outside safe to show to people and in terminals, mail and logs.
@NullMarked
package dev.riexpiry.text;

import org.jspecify.annotations.NullMarked;
