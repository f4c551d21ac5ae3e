/// Whose commitments are read, and as whom: the accounts file and everything that can be wrong with
/// it.
@NullMarked
package dev.riexpiry.account;

import org.jspecify.annotations.NullMarked;
