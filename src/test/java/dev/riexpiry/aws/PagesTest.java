package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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

  private Iterable<Page> pages(Page... pages) {
    Iterator<Page> rest = List.of(pages).iterator();
    return Pages.<Page>byToken(
            token -> {
              asked.add(String.valueOf(token));
              return rest.next();
            },
            Page::token)
        .each();
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
