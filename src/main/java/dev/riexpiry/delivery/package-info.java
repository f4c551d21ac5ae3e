/// Sends alerts to the topics they are for, each finding once where a ledger records what was
/// announced.
@NullMarked
package dev.riexpiry.delivery;

import org.jspecify.annotations.NullMarked;
