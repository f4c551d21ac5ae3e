/// Turns a report into the files that people look at: pure functions from a report to text.
@NullMarked
@JStacheConfig(
    contentType = io.jstach.jstachio.escapers.Html.class,
    naming = @JStacheName(suffix = "Renderer"))
package dev.riexpiry.page;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheName;
import org.jspecify.annotations.NullMarked;
