/// Writes the part of the Terraform module that repeats the template.
@NullMarked
package dev.riexpiry.terraform;

import org.jspecify.annotations.NullMarked;
