/// Benchmarks of the real command line against a stand-in for AWS. Nothing here is a test, and no
/// build waits for it: a profile of its own runs it.
@NullMarked
package dev.riexpiry.bench;

import org.jspecify.annotations.NullMarked;
