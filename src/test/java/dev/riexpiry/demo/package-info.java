/// The whole job on a sample organisation, with nothing but this repository.
@NullMarked
package dev.riexpiry.demo;

import org.jspecify.annotations.NullMarked;
