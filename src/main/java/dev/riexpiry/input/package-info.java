/// Reads what people write for the notifier (files, events, settings), and reports every fault in
/// it at once, each with its place and the remedy.
@NullMarked
package dev.riexpiry.input;

import org.jspecify.annotations.NullMarked;
