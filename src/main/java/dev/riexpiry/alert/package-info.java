/// Turns what a check found into messages: pure functions from values to text and JSON.
@NullMarked
package dev.riexpiry.alert;

import org.jspecify.annotations.NullMarked;
