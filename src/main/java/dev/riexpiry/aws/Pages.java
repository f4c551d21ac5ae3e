package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.aws.ServiceReader.Sink;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The pages of one listing, each requested when it is needed: those before one that fails are
/// handed on. A page without items may have a successor; a missing or empty token ends the listing,
/// as it does for the SDK's paginators and for the AWS CLI.
///
/// - a token that came before: ends the listing with an [EndlessListing]
/// - pages: at most 5,000, which hold 100,000 accounts of AWS Organizations, whose pages are the
///   smallest
/// - items of one listing of commitments: at most 100,000
///
/// @param each the SDK's own paginator, or [#byToken] where the SDK has none
/// @param token the page token of the page after a page; null or empty at the end
record Pages<P>(Iterable<P> each, Function<P, @Nullable String> token) implements Iterable<P> {
  static final int MOST_PAGES = 5_000;
  static final int MOST_ITEMS = 100_000;

  Pages {
    requireNonNull(each, "each is null");
    requireNonNull(token, "token is null");
  }

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
    return new Pages<>(() -> new ByToken<>(ask, next), next);
  }

  /// Requests the pages. `next` throws an [EndlessListing] in place of a page too many.
  @Override
  public Iterator<P> iterator() {
    return new Bounded<>(each.iterator(), token);
  }

  /// Hands on every item of every page. A page without a list is unusable and not empty.
  ///
  /// @param hasList tells whether a page holds a list at all
  /// @param list the items of a page
  /// @param what the word for the items, in the plural
  /// @throws EndlessListing if there is no end of pages or items
  <T> void read(
      Predicate<P> hasList, Function<P, List<T>> list, String what, Sink sink, Consumer<T> item) {
    int items = 0;
    for (P page : this) {
      if (!hasList.test(page)) {
        sink.unusable("the answer holds no list of " + what);
      }
      for (T each : list.apply(page)) {
        items++;
        if (items > MOST_ITEMS) {
          throw new EndlessListing("the listing holds more than %d %s".formatted(MOST_ITEMS, what));
        }
        item.accept(each);
      }
    }
  }

  private static final class Bounded<P> implements Iterator<P> {
    /// The length up to which a token is kept whole, so that those of a listing stay small.
    private static final int SHORT = 1_000;

    private final Iterator<P> pages;
    private final Function<P, @Nullable String> token;
    private final Set<String> seen = new HashSet<>();
    private boolean repeats;
    private int count;

    Bounded(Iterator<P> pages, Function<P, @Nullable String> token) {
      this.pages = pages;
      this.token = token;
    }

    @Override
    public boolean hasNext() {
      return pages.hasNext();
    }

    @Override
    public P next() {
      if (repeats) {
        throw new EndlessListing("a page token came again, so that the listing would never end");
      }
      if (count == MOST_PAGES) {
        throw new EndlessListing("the listing has more than %d pages".formatted(MOST_PAGES));
      }
      P page = pages.next();
      count++;
      String next = token.apply(page);
      repeats = next != null && !next.isEmpty() && !seen.add(shortened(next));
      return page;
    }

    private static String shortened(String token) {
      return token.length() <= SHORT
          ? token
          : "%s %d %d".formatted(token.substring(0, SHORT), token.length(), token.hashCode());
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
