/// Reads the second source: the commitments of a whole organization as the Cost Explorer of the
/// account that pays for it lists them, with their use and what they save. What it needs of AWS is
/// one interface; the rest is pure.
@NullMarked
package dev.riexpiry.payer;

import org.jspecify.annotations.NullMarked;
