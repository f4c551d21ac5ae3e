/// Reads every target (account × region × service) and turns every result into data. All that it
/// needs of AWS are two interfaces, so that a test can stand in for AWS.
@NullMarked
package dev.riexpiry.sweep;

import org.jspecify.annotations.NullMarked;
