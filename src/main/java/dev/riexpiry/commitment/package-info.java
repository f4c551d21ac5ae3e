/// The purchases: one [Commitment] per reservation or Savings Plan, whichever service sold it.
@NullMarked
package dev.riexpiry.commitment;

import org.jspecify.annotations.NullMarked;
