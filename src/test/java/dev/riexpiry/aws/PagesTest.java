package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.commitment.Commitment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void asksForEachPageWithTheTokenOfTheOneBefore() {
    assertThat(pages(new Page("a", "1"), new Page("b", "2"), new Page("c", null)))
        .extracting(Page::content)
        .containsExactly("a", "b", "c");
    assertThat(asked).containsExactly("null", "1", "2");
  }

  @Test
  void endsAtAnEmptyTokenToo() {
    assertThat(pages(new Page("a", ""))).extracting(Page::content).containsExactly("a");
  }

  @Test
  void goesOnBehindAnEmptyPage() {
    assertThat(pages(new Page("", "1"), new Page("b", null)))
        .extracting(Page::content)
        .containsExactly("", "b");
  }

  @Test
  void asksForNoPageThatNobodyWants() {
    Iterator<Page> pages = pages(new Page("a", "1"), new Page("b", null)).iterator();

    pages.next();

    assertThat(asked).containsExactly("null");
  }

  @Test
  void hasNothingBehindTheLastPage() {
    Iterator<Page> pages = pages(new Page("a", null)).iterator();
    pages.next();

    assertThat(pages.hasNext()).isFalse();
    assertThatThrownBy(pages::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("there is no further page");
  }

  @Test
  void endsWhereATokenComesAgainAndKeepsWhatCameBefore() {
    assertThat(readUntilEndless(pages(new Page("a", "1"), new Page("b", "1"), new Page("c", null))))
        .containsExactly("a", "b", "a page token came again, so that the listing would never end");
    assertThat(asked).containsExactly("null", "1");
  }

  @Test
  void endsWhereTokensGoRoundInACircle() {
    assertThat(
            readUntilEndless(
                pages(
                    new Page("a", "1"),
                    new Page("b", "2"),
                    new Page("c", "3"),
                    new Page("d", "2"),
                    new Page("e", null))))
        .startsWith("a", "b", "c", "d")
        .hasSize(5);
  }

  @Test
  void tellsLongTokensApart() {
    String long1 = "t".repeat(5_000) + "1";
    String long2 = "t".repeat(5_000) + "2";
    assertThat(pages(new Page("a", long1), new Page("b", long2), new Page("c", null)))
        .extracting(Page::content)
        .containsExactly("a", "b", "c");
  }

  @Test
  void endsAfterAsManyPagesAsNoListingHas() {
    AtomicInteger count = new AtomicInteger();
    Pages<Page> pages =
        Pages.byToken(_ -> new Page("", String.valueOf(count.incrementAndGet())), Page::token);

    assertThat(readUntilEndless(pages))
        .hasSize(5_001)
        .endsWith("the listing has more than 5000 pages");
    assertThat(count).hasValue(5_000);
  }

  @Test
  void endsAfterAsManyItemsAsNoListingHas() {
    Pages<Page> pages = Pages.byToken(_ -> new Page("", null), Page::token);
    List<Integer> read = new ArrayList<>();

    assertThatThrownBy(() ->
            pages.read(
                _ -> true, _ -> Collections.nCopies(100_001, 1), "reservations", SILENT, read::add))
        .isInstanceOf(EndlessListing.class)
        .hasMessage("the listing holds more than 100000 reservations");
    assertThat(read).hasSize(100_000);
  }

  private static final ServiceReader.Sink SILENT =
      new ServiceReader.Sink() {
        @Override
        public void found(Commitment commitment) {}

        @Override
        public void unusable(String message) {}
      };

  /// The contents of the pages, and the message with which they end.
  private static List<String> readUntilEndless(Iterable<Page> pages) {
    List<String> read = new ArrayList<>();
    assertThatThrownBy(() -> pages.forEach(page -> read.add(page.content())))
        .isInstanceOfSatisfying(
            EndlessListing.class, e -> read.add(String.valueOf(e.getMessage())));
    return read;
  }

  private Iterable<Page> pages(Page... pages) {
    Iterator<Page> rest = List.of(pages).iterator();
    return Pages.<Page>byToken(
        token -> {
          asked.add(String.valueOf(token));
          return rest.next();
        },
        Page::token);
  }

  private static final class Page {
    private final String content;
    private final @Nullable String token;

    Page(String content, @Nullable String token) {
      this.content = content;
      this.token = token;
    }

    String content() {
      return content;
    }

    @Nullable String token() {
      return token;
    }
  }
}
