/// A small AWS on the loopback address: it answers the real SDK clients, of this process or
/// another, in the formats of the real services, and misbehaves when it is told to.
@NullMarked
package dev.riexpiry.standin;

import org.jspecify.annotations.NullMarked;
