/// Reads what accounts cost, day by day and service by service, as Cost Explorer has it, and adds
/// it up by account, organizational unit or service. What it needs of AWS is one interface; the
/// rest is pure.
@NullMarked
package dev.riexpiry.cost;

import org.jspecify.annotations.NullMarked;
