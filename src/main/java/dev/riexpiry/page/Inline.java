package dev.riexpiry.page;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A style sheet or a script that stands in the page.
///
/// @param text all of it
record Inline(String text) {
  static final Inline CHART_STYLE = resource("chart.css");
  static final Inline COST_STYLE = resource("cost.css");
  static final Inline STYLE =
      new Inline(resource("page.css").text + CHART_STYLE.text + COST_STYLE.text);
  static final Inline SCRIPT = resource("page.js");

  Inline {
    requireNonNull(text, "text is null");
  }

  /// Writes a policy under which a browser takes this style and this script, the empty picture that
  /// stands for the page in a tab, and nothing else from anywhere.
  ///
  /// @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
  static String policy() {
    return "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(STYLE.hash(), SCRIPT.hash());
  }

  private String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Inline resource(String name) {
    try (InputStream in =
        requireNonNull(Inline.class.getResourceAsStream(name), name + " is missing")) {
      return new Inline(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
