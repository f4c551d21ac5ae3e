/// Records announcements: which were made, which of several runs makes each of them, and which
/// outages of places are open.
@NullMarked
package dev.riexpiry.ledger;

import org.jspecify.annotations.NullMarked;
