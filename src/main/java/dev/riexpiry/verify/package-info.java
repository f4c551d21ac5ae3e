/// Tries everything once that a run would do, and sends nothing: who calls, every role and action,
/// the topics and the ledger.
@NullMarked
package dev.riexpiry.verify;

import org.jspecify.annotations.NullMarked;
