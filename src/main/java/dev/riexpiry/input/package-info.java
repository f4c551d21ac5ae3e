/// What people write for the notifier (files, events, settings), and how it answers when that is
/// wrong: every fault at once, each with its place and the remedy.
@NullMarked
package dev.riexpiry.input;

import org.jspecify.annotations.NullMarked;
