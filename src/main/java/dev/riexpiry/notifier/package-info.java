/// Puts the program together: the one place where adapters, settings and the check meet.
@NullMarked
package dev.riexpiry.notifier;

import org.jspecify.annotations.NullMarked;
