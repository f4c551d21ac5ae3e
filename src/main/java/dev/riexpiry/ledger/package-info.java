/// What was announced before: which announcements there are, how one of several runs gets to make
/// each of them, and what is remembered of places that could not be read.
@NullMarked
package dev.riexpiry.ledger;

import org.jspecify.annotations.NullMarked;
