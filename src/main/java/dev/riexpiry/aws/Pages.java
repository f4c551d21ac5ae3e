package dev.riexpiry.aws;

import dev.riexpiry.aws.ServiceReader.Sink;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The pages of one listing, each requested when it is needed: those before one that fails are
/// handed on.
///
/// @param each the SDK's own paginator, or [#byToken] where the SDK has none
record Pages<P>(Iterable<P> each) {

  /// Gets a page.
  interface Ask<P> {
    /// @param token the page token; null for the first page
    P page(@Nullable String token);
  }

  /// Requests each page with the page token of the one before, as the SDK's paginators do.
  ///
  /// @param ask gets a page
  /// @param next the page token of the page after a page; null or empty at the end
  static <P> Pages<P> byToken(Ask<P> ask, Function<P, @Nullable String> next) {
    return new Pages<>(() -> new ByToken<>(ask, next));
  }

  /// Hands on every item of every page. A page without a list is unusable and not empty.
  ///
  /// @param hasList tells whether a page holds a list at all
  /// @param list the items of a page
  /// @param what the word for the items, in the plural
  <T> void read(
      Predicate<P> hasList, Function<P, List<T>> list, String what, Sink sink, Consumer<T> item) {
    for (P page : each) {
      if (!hasList.test(page)) {
        sink.unusable("the answer holds no list of " + what);
      }
      list.apply(page).forEach(item);
    }
  }

  private static final class ByToken<P> implements Iterator<P> {
    private final Ask<P> ask;
    private final Function<P, @Nullable String> next;
    private @Nullable String token;
    private boolean more = true;

    ByToken(Ask<P> ask, Function<P, @Nullable String> next) {
      this.ask = ask;
      this.next = next;
    }

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
  }
}
