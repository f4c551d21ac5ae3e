/// The function: its entry point, its settings from the environment, the events it understands.
@NullMarked
package dev.riexpiry.lambda;

import org.jspecify.annotations.NullMarked;
