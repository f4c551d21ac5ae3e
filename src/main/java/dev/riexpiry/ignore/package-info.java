/// What people have decided to let go, and until when: pure values, matched against commitments.
@NullMarked
package dev.riexpiry.ignore;

import org.jspecify.annotations.NullMarked;
