/// Reads every target (account × region × service) and turns whatever happens into data. What it
/// needs of AWS are two interfaces, so that a test can stand in for AWS.
@NullMarked
package dev.riexpiry.sweep;

import org.jspecify.annotations.NullMarked;
