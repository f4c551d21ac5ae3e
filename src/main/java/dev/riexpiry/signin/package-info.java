/// The caller's own sign-in: which of its profiles and variables count, what chain of roles a
/// profile stands for, and the sessions that are kept as the AWS CLI keeps them. Asks AWS nothing.
@NullMarked
package dev.riexpiry.signin;

import org.jspecify.annotations.NullMarked;
