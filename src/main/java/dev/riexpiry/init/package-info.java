/// Makes an accounts file out of what is known already: the AWS configuration, or the organization.
@NullMarked
package dev.riexpiry.init;

import org.jspecify.annotations.NullMarked;
