package dev.riexpiry.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page in a real browser, opened from the disk. `.ci/browser` runs it; what it looks like is
/// in `target/browser` afterwards.
@Tag("browser")
class PageInChromiumTest {
  private static final Path PICTURES = Path.of("target/browser");

  /// The elements that a keyboard has to reach.
  private static final String REACHABLE =
      "Array.from(document.querySelectorAll('a[href], button, input, select, summary, [tabindex]'))"
          + ".filter(item => item.checkVisibility())";

  @TempDir private static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    chromium =
        Chromium.start(
            Chromium.installed().orElseThrow(() -> new IOException("there is no Chromium")),
            Files.createDirectory(folder.resolve("profile")));
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  private static String file(String html) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "page", ".html"), html)
        .toUri()
        .toString();
  }

  private static void open(String html) throws IOException, InterruptedException {
    chromium.open(file(html));
  }

  private static String withEverything(UnaryOperator<String> text) {
    return Page.of(HostileTextTest.report(text));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void asksForNothingAndSaysNothingWhateverTheNamesAre() throws IOException, InterruptedException {
    String address = file(withEverything(field -> field + HostileTextTest.HOSTILE));
    chromium.open(address);
    assertThat(
            chromium
                .events("Network.requestWillBeSent")
                .map(event -> event.path("request").path("url").asText())
                .filter(url -> !url.startsWith("file:") && !url.equals("about:blank")))
        .allMatch(url -> url.equals("data:,"));
    assertThat(
            chromium
                .events("Network.requestWillBeSent")
                .map(event -> event.path("request").path("url").asText()))
        .contains(address);
    for (String event :
        List.of(
            "Log.entryAdded",
            "Runtime.exceptionThrown",
            "Runtime.consoleAPICalled",
            "Page.javascriptDialogOpening")) {
      assertThat(chromium.events(event)).as(event).isEmpty();
    }
    assertThat(chromium.evaluate("document.scripts.length").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"light, screen", "dark, screen", "light, print", "dark, print"})
  void everyTextStandsOutFromWhatIsBehindIt(String theme, String media)
      throws IOException, InterruptedException {
    chromium.look(1280, 900, theme, media);
    open(withEverything(field -> field));
    JsonNode judged = chromium.evaluate(script("contrast.js"));
    assertThat(judged.path("seen").asInt()).isGreaterThan(200);
    assertThat(texts(judged.path("found"))).isEmpty();
  }

  @Test
  void theKeyboardReachesEverythingInOrderAndWorksIt() throws IOException, InterruptedException {
    chromium.look(1280, 900, "light", "screen");
    open(Page.of(PageSample.large(12, 3)));
    int all = chromium.evaluate(REACHABLE + ".length").asInt();
    chromium.evaluate("window.reachable = " + REACHABLE + "; 0");
    List<Integer> reached = new ArrayList<>();
    for (int tab = 0; tab < all; tab++) {
      chromium.press("Tab", 9, "");
      reached.add(chromium.evaluate("reachable.indexOf(document.activeElement)").asInt());
    }
    assertThat(all).isGreaterThan(60);
    assertThat(reached).doesNotHaveDuplicates().isSorted().doesNotContain(-1);

    chromium.evaluate("document.querySelector('th[data-key=days] button').focus(); 0");
    chromium.press("Enter", 13, "\r");
    assertThat(chromium.evaluate("document.querySelector('th[data-key=days]').ariaSort").asText())
        .isEqualTo("descending");
    chromium.evaluate("document.querySelector('summary').focus(); 0");
    chromium.press("Enter", 13, "\r");
    assertThat(chromium.evaluate("document.querySelector('details').open").asBoolean()).isTrue();
  }

  @Test
  void aMonthThatTheKeyboardReachesShowsWhatEndsInIt() throws IOException, InterruptedException {
    chromium.look(1280, 900, "light", "screen");
    open(Page.of(PageSample.large(40, 3)));
    String shown =
        "Array.from(document.querySelectorAll('.tip'))"
            + ".filter(tip => tip.checkVisibility({visibilityProperty: true})).length";
    assertThat(chromium.evaluate(shown).asInt()).isZero();
    chromium.evaluate("document.querySelectorAll('.step')[3].focus(); 0");
    assertThat(chromium.evaluate(shown).asInt()).isEqualTo(1);
  }

  @Test
  void fiveThousandCommitmentsOpenSortAndFilterInLessThanTwoSecondsOfWork()
      throws IOException, InterruptedException {
    chromium.look(1280, 900, "light", "screen");
    chromium.ask("Performance.enable", Map.of("timeDomain", "threadTicks"));
    double before = worked();
    open(Page.of(PageSample.large(5_000, 1_000)));
    double opened = worked() - before;
    chromium.evaluate("document.querySelector('th[data-key=price] button').click(); 0");
    assertThat(
            texts(
                chromium.evaluate(
                    "Array.from(document.querySelectorAll('#commitments tbody tr'), row => row.cells[7].textContent.trim()).slice(0, 3)")))
        .containsExactly("0.1234 USD", "0.1235 USD", "0.1236 USD");
    chromium.evaluate(
        """
        (() => {
          const owner = document.getElementById('filter-owner');
          owner.value = 'team-7';
          owner.dispatchEvent(new Event('input'));
        })()
        """);
    assertThat(chromium.evaluate("document.getElementById('count').textContent").asText())
        .isEqualTo("125 of 5000 listed");
    System.out.printf("5,000 commitments opened with %.2f s of work%n", opened);
    assertThat(opened).isPositive().isLessThan(2);
  }

  /// The seconds that the page's thread has worked; waiting for the processor is none.
  private static double worked() {
    return StreamSupport.stream(
            chromium.ask("Performance.getMetrics").path("metrics").spliterator(), false)
        .filter(metric -> metric.path("name").asText().equals("TaskDuration"))
        .mapToDouble(metric -> metric.path("value").asDouble())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"390, light", "1280, light", "1280, dark"})
  void thePageIsNoWiderThanItsWindow(int width, String theme)
      throws IOException, InterruptedException {
    chromium.look(width, 900, theme, "screen");
    open(Page.of(PageSample.large(60, 6)));
    assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
    save(width + "-" + theme + ".png", chromium.ask("Page.captureScreenshot"));
  }

  @Test
  void printsOnPaperAcross() throws IOException, InterruptedException {
    chromium.look(1280, 900, "dark", "");
    open(Page.of(PageSample.large(60, 6)));
    JsonNode printed =
        chromium.ask("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true));
    save("page.pdf", printed);
    List<String> sheets =
        Pattern.compile("/MediaBox \\[0 0 ([0-9]+)[0-9.]* ([0-9]+)[0-9.]*]")
            .matcher(Files.readString(PICTURES.resolve("page.pdf"), StandardCharsets.ISO_8859_1))
            .results()
            .map(sheet -> sheet.group(1) + " by " + sheet.group(2))
            .distinct()
            .toList();
    assertThat(sheets).hasSize(1).first().asString().matches("84[12] by 59[45]");
  }

  private static void save(String name, JsonNode answer) throws IOException {
    Files.write(PICTURES.resolve(name), Base64.getDecoder().decode(answer.path("data").asText()));
  }

  private static String script(String name) throws IOException {
    try (var in =
        Objects.requireNonNull(PageInChromiumTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
