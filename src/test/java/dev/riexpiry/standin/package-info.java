/// A small AWS on the loopback address: it answers the real SDK clients, of this process or
/// another, in the formats of the real services, and fails in the ways that a test asks for.
@NullMarked
package dev.riexpiry.standin;

import org.jspecify.annotations.NullMarked;
