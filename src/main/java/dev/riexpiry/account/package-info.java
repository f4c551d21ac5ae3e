/// Reads the accounts file: which accounts are read, with which roles, and everything that can be
/// wrong with it.
@NullMarked
package dev.riexpiry.account;

import org.jspecify.annotations.NullMarked;
