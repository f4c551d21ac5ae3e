package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

/// One of the files in which a report is read.
///
/// @param name its name in a folder, such as `index.html`
/// @param contentType what a browser is told that it is, charset included
/// @param text what stands in it; written in UTF-8
public record ReportFile(String name, String contentType, String text) {
  public ReportFile {
    requireNonNull(name, "name is null");
    requireNonNull(contentType, "contentType is null");
    requireNonNull(text, "text is null");
  }
}
