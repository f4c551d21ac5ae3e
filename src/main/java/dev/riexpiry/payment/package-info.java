/// Decides which purchases are in trouble because they are not paid: a pure function of what was
/// read and the check date.
@NullMarked
package dev.riexpiry.payment;

import org.jspecify.annotations.NullMarked;
