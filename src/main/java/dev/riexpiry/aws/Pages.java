package dev.riexpiry.aws;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The pages of one listing, each asked for when it is wanted.
///
/// The SDK's own paginators set a request's configuration through the type that all requests share,
/// so that whoever follows the references from there keeps every request of every service: the
/// shrunk artifact would be three times as large.
///
/// @param ask gets a page
/// @param next the token of the page after a page; null or empty at the end
record Pages<P>(Ask<P> ask, Function<P, @Nullable String> next) implements Iterable<P> {

  /// Gets a page.
  interface Ask<P> {
    /// @param token of the page; null for the first
    P page(@Nullable String token);
  }

  @Override
  public Iterator<P> iterator() {
    return new Iterator<>() {
      private @Nullable String token;
      private boolean more = true;

      @Override
      public boolean hasNext() {
        return more;
      }

      @Override
      public P next() {
        if (!more) {
          throw new NoSuchElementException("there is no further page");
        }
        P page = ask.page(token);
        token = next.apply(page);
        more = token != null && !token.isEmpty();
        return page;
      }
    };
  }
}
