/// Turns what a check found into messages: pure functions from values to text and JSON.
@NullMarked
@JStacheConfig(
    contentType = io.jstach.jstachio.escapers.PlainText.class,
    naming = @JStacheName(suffix = "Renderer"))
package dev.riexpiry.alert;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheName;
import org.jspecify.annotations.NullMarked;
