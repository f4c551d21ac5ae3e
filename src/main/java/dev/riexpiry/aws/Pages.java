package dev.riexpiry.aws;

import dev.riexpiry.aws.ServiceReader.Sink;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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

  /// Hands on every item of every page. A page without a list is unusable and not empty.
  ///
  /// @param hasList tells whether a page holds a list at all
  /// @param list its items
  /// @param what they are, in the plural
  <T> void each(
      Predicate<P> hasList, Function<P, List<T>> list, String what, Sink sink, Consumer<T> item) {
    for (P page : this) {
      if (!hasList.test(page)) {
        sink.unusable("the answer holds no list of " + what);
      }
      list.apply(page).forEach(item);
    }
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
