package dev.riexpiry.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.Renewal;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// What the page says of costs, as of 4 May 2026.
class CostSectionTest {
  private static final String EC2 = "Amazon Elastic Compute Cloud - Compute";
  private static final String S3 = "Amazon Simple Storage Service";

  /// A part of a bar, with no size below zero.
  private static final Pattern PART =
      Pattern.compile("M[0-9]+ (?<y>[0-9]+)v(?<height>[1-9][0-9]*)");

  private static final DateTimeFormatter HEAD =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private static String page(CostReading reading) {
    return Page.of(PageSample.report(List.of(), List.of()), Optional.of(reading));
  }

  private static List<List<String>> table(HtmlPage page, String by) {
    return page.<DomElement>getByXPath("//div[@class='by-" + by + "']//tr").stream()
        .map(row ->
            StreamSupport.stream(row.getChildElements().spliterator(), false)
                .map(cell -> cell.getTextContent().strip())
                .toList())
        .toList();
  }

  private static List<List<String>> table(CostReading reading, String by) throws IOException {
    try (Browser browser = new Browser(page(reading), false)) {
      return table(browser.page(), by);
    }
  }

  /// The sum of the lines of `cost.csv` that are meant, to the cent.
  private static String sum(String csv, Predicate<NamedCsvRecord> meant) {
    return String.format(
        Locale.ENGLISH,
        "%,.2f",
        CsvReader.builder().ofNamedCsvRecord(csv).stream()
            .filter(meant)
            .map(line -> new BigDecimal(line.getField("amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .setScale(2, RoundingMode.HALF_UP));
  }

  /// Holds every row of a table of the page against the lines of `cost.csv` that it is the sum of.
  private static void holds(
      List<List<String>> table, String csv, Function<String, Predicate<NamedCsvRecord>> of) {
    List<LocalDate> days = CostSample.DAYS.all();
    assertThat(table).hasSizeGreaterThan(2);
    for (List<String> row : table.subList(1, table.size())) {
      Predicate<NamedCsvRecord> meant = of.apply(row.getFirst());
      assertThat(row.get(1)).as(row.getFirst()).isEqualTo(sum(csv, meant));
      for (int day = 0; day < days.size(); day++) {
        String date = days.get(day).toString();
        assertThat(table.getFirst().get(day + 2)).startsWith(HEAD.format(days.get(day)));
        assertThat(row.get(day + 2))
            .as(row.getFirst() + " on " + date)
            .isEqualTo(sum(csv, meant.and(line -> line.getField("date").equals(date))));
      }
    }
  }

  private static CostSample three() {
    return new CostSample()
        .estimated("2026-05-02")
        .estimated("2026-05-03")
        .named(1, "tools", "")
        .named(2, "web-prod", "Workloads/Prod")
        .named(3, "lake", "Workloads/Prod/Data")
        .paid("2026-04-20", 1, S3, "0.0049999999")
        .paid("2026-04-20", 2, S3, "0.0049999999")
        .paid("2026-05-01", 2, EC2, "1234.565")
        .paid("2026-05-02", 3, "Refund", "-300.125")
        .paid("2026-05-03", 3, EC2, "99.995")
        .paid("2026-05-03", 9, EC2, "7");
  }

  @Test
  void everySumOnThePageIsThatOfCostCsvToTheCent() throws IOException {
    for (CostReading reading : List.of(three().reading(), CostSample.large(40))) {
      String csv = CostCsv.of(reading);
      try (Browser browser = new Browser(page(reading), false)) {
        List<List<String>> accounts = table(browser.page(), "account");
        List<String> named = accounts.stream().map(List::getFirst).toList();
        holds(
            accounts,
            csv,
            name ->
                line ->
                    name.equals("Together")
                        || (name.endsWith(" others")
                            ? named.stream()
                                .noneMatch(other -> other.contains(line.getField("accountId")))
                            : name.contains(line.getField("accountId"))));
        List<List<String>> services = table(browser.page(), "service");
        List<String> kinds = services.stream().map(List::getFirst).toList();
        holds(
            services,
            csv,
            name ->
                line ->
                    name.equals("Together")
                        || (name.endsWith(" others")
                            ? !kinds.contains(line.getField("service"))
                            : name.equals(line.getField("service"))));
        holds(
            table(browser.page(), "ou"),
            csv,
            name ->
                line ->
                    switch (name) {
                      case "Together" -> true;
                      case "directly below the root" ->
                          line.getField("accountName").equals("tools");
                      case "in no unit that is known" ->
                          line.getField("accountName").equals(line.getField("accountId"));
                      default -> (line.getField("organizationalUnit") + "/").startsWith(name + "/");
                    });
      }
    }
  }

  @Test
  void theSumOfAUnitIncludesWhatIsBelowIt() throws IOException {
    assertThat(table(three().reading(), "ou").stream().map(row -> row.subList(0, 2)))
        .containsExactly(
            List.of("Organizational unit", "All days USD"),
            List.of("directly below the root", "0.00"),
            List.of("in no unit that is known", "7.00"),
            List.of("Workloads", "1,034.44"),
            List.of("Workloads/Prod", "1,034.44"),
            List.of("Workloads/Prod/Data", "-200.13"),
            List.of("Together", "1,041.44"));
  }

  @Test
  void ofMoreThanTwelveAccountsTheLargestElevenAreShownAndTheOthersTogether() throws IOException {
    List<String> names =
        table(CostSample.large(13), "account").stream().map(List::getFirst).toList();
    assertThat(names).hasSize(14).contains("2 others").endsWith("Together");
    assertThat(table(CostSample.large(12), "account").stream().map(List::getFirst))
        .hasSize(14)
        .noneMatch(name -> name.endsWith(" others"));
  }

  @Test
  void whichSumsAreShownIsChosenWithoutAScript() throws IOException {
    List<String> ways = List.of("account", "ou", "service");
    for (String by : ways) {
      try (Browser browser = new Browser(page(three().reading()), false)) {
        HtmlPage page = browser.page();
        ((HtmlInput) page.getElementById("cost-by-" + by)).click();
        assertThat(ways)
            .filteredOn(other ->
                page.<HtmlElement>getFirstByXPath("//div[@class='by-" + other + "']").isDisplayed())
            .containsExactly(by);
      }
    }
  }

  @Test
  void daysThatTheBillMayStillChangeAreMarked() throws IOException {
    assertThat(table(three().reading(), "account").getFirst())
        .startsWith("Account", "All days USD", "20 Apr", "21 Apr")
        .endsWith("1 May", "2 May*", "3 May*");
    assertThat(picture(three().reading()).split(">estimated<", -1)).hasSize(3);
  }

  @Test
  void anAccountThatCouldNotBeReadIsDrawnAsNotReadAndNotAsZero() throws IOException {
    CostReading reading =
        three()
            .named(4, "closed-book", "")
            .refused(4, Sample.denied("ce:GetCostAndUsage"))
            .reading();
    List<String> row =
        table(reading, "account").stream()
            .filter(cells -> cells.getFirst().startsWith("closed-book"))
            .findFirst()
            .orElseThrow();
    assertThat(row.subList(1, row.size())).hasSize(15).containsOnly("not read");
    String svg = picture(reading);
    assertThat(svg.split(">\\?</text>", -1)).hasSize(15);
    assertThat(svg).contains("<title>not read: closed-book</title>", ">1,235 + ?</text>");
    assertThat(page(reading))
        .contains("closed-book (700000000004)", "ce:GetCostAndUsage: AccessDenied", "To mend it");
    assertThat(picture(three().reading())).doesNotContain("<title>not read", " + ?");
  }

  @Test
  void costsThatCouldNotBeReadAtAllAreSaidSoAndThePageHasTheRest() throws IOException {
    Commitment commitment = Sample.ec2(Sample.WEB, "r-7", "2026-05-11T03:59:59Z");
    CostReading refused =
        new CostSample().refused(1, Sample.denied("ce:GetCostAndUsage")).nothingRead().reading();
    String html =
        Page.of(
            PageSample.report(List.of(commitment), PageSample.expiring(List.of(commitment))),
            Optional.of(refused));
    assertThat(html)
        .contains("Costs could not be read", "ce:GetCostAndUsage: AccessDenied", "r-7")
        .doesNotContain("cost-by-account\"", "0.00 USD");
    assertThat(
            ReportFiles.of(
                PageSample.report(List.of(), List.of()), Optional.of(refused), Instant.EPOCH))
        .extracting(file -> file.name())
        .doesNotContain("cost.csv", "cost.svg")
        .contains("index.html");
  }

  @Test
  void amountsBelowZeroHangBelowTheAxisAndNothingHasASizeBelowZero() throws Exception {
    CostReading reading =
        new CostSample()
            .named(1, "payer", "")
            .paid("2026-05-01", 1, S3, "30")
            .paid("2026-05-02", 2, "Refund", "-10")
            .reading();
    assertThat(shapes(reading)).containsExactly("62+179", "242+59");
  }

  /// Where the parts of the bars begin, and how high they are.
  private static List<String> shapes(CostReading reading) throws Exception {
    return elements(document(picture(reading)).getElementsByTagName("path")).stream()
        .filter(path -> path.getPreviousSibling() != null)
        .filter(path -> path.getPreviousSibling().getNodeName().equals("title"))
        .map(path -> path.getAttribute("d"))
        .peek(shape -> assertThat(shape).matches("(?:" + PART + ")+"))
        .flatMap(shape -> PART.matcher(shape).results())
        .map(part -> part.group("y") + "+" + part.group("height"))
        .toList();
  }

  @Test
  void currenciesHaveChartsAndTablesOfTheirOwn() throws IOException {
    CostReading reading =
        new CostSample()
            .paid("2026-05-03", 1, EC2, "7", "CNY")
            .paid("2026-05-03", 1, S3, "2", "USD")
            .reading();
    assertThat(picture(reading)).contains("CNY a day by account", "USD a day by account");
    assertThat(table(reading, "account").stream().map(row -> row.subList(0, 2)))
        .containsExactly(
            List.of("Account", "All days CNY"),
            List.of("700000000001", "7.00"),
            List.of("Together", "7.00"),
            List.of("Account", "All days USD"),
            List.of("700000000001", "2.00"),
            List.of("Together", "2.00"));
  }

  @Test
  void whatEndsWithinAMonthAndIsNotRenewedIsDrawnOnTopAsWhatItWouldAdd() {
    Commitment soon = Sample.ec2(Sample.WEB, "r-soon", "2026-06-05T00:00:00Z");
    Commitment half = Sample.ec2(Sample.WEB, "r-half", "2026-05-20T00:00:00Z");
    Commitment late = Sample.ec2(Sample.WEB, "r-late", "2026-06-06T00:00:00Z");
    Commitment bad = Sample.ec2(Sample.WEB, "r-bad", "2026-05-30T00:00:00Z");
    Commitment unknown = Sample.ec2(Sample.WEB, "r-unknown", "2026-05-30T00:00:00Z");
    Expiring partly =
        new Expiring(
            half,
            15,
            30,
            new Renewal.Partial(
                List.of(new Renewal.Replacement(late, BigDecimal.ONE, Duration.ZERO, 0)),
                new BigDecimal("2"),
                List.of()),
            Origins.NONE);
    CheckReport report =
        PageSample.report(
            List.of(soon, half, late, bad, unknown),
            List.of(partly),
            ReportFixture.labels(),
            PageSample.worth(
                Map.of(soon, "730.00", half, "730.00", late, "999.00", bad, "-50.00")));
    Rise rise = Rise.of(Inventory.of(report));
    assertThat(rise.until()).isEqualTo("2026-06-04");
    assertThat(rise.in("USD")).isEqualByComparingTo("36");
    assertThat(rise.in("CNY")).isZero();
    assertThat(rise.unknown()).isOne();
    String svg = Page.cost(report, three().reading());
    assertThat(svg).contains("<title>would be added by what ends until 4 Jun: 36.00</title>");
    assertThat(Page.of(report, Optional.of(three().reading())))
        .contains("without 1 of which nobody says what they save");
  }

  @Test
  void aValueStandsInEverySegmentThatHasRoomAndInNoOther() {
    String svg =
        picture(
            new CostSample()
                .paid("2026-05-01", 1, EC2, "1000")
                .paid("2026-05-01", 2, EC2, "50")
                .reading());
    assertThat(svg).contains(">1,000</text>").doesNotContain(">50.00</text>");
    assertThat(picture(new CostSample().paid("2026-05-01", 2, EC2, "50").reading()))
        .contains(">50.00</text>");
  }

  @Test
  void nothingPaidIsAPageAndAPictureAllTheSame() throws Exception {
    CostReading nothing = new CostSample().reading();
    assertThat(page(nothing)).contains("Nothing was paid on these days.");
    assertThat(document(picture(nothing)).getDocumentElement().getTextContent())
        .contains("Nothing was paid on these days.");
  }

  @Test
  void aThousandAccountsStayWithinThePagesSize() {
    assertThat(bytes(5_000, 1_000, 1_000)).isLessThan(3_000_000);
    assertThat(bytes(200, 20, 20)).isLessThan(300_000);
  }

  private static int bytes(int commitments, int accounts, int paying) {
    return Page.of(PageSample.large(commitments, accounts), Optional.of(CostSample.large(paying)))
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  @Test
  void everyNameIsTextAndNothingElse() throws Exception {
    String hostile = "<script>alert(1)</script>\"'&amp;]]>\u202E\n=1+1";
    CostReading reading =
        new CostSample()
            .named(1, hostile, hostile + "/" + hostile)
            .named(2, hostile, "")
            .paid("2026-05-03", 1, hostile, "2", hostile)
            .refused(2, Sample.denied("ce:GetCostAndUsage"))
            .reading();
    String svg = picture(reading);
    assertThat(document(svg).getElementsByTagName("script").getLength()).isZero();
    try (Browser browser = new Browser(page(reading), true)) {
      assertThat(browser.page().<DomElement>getByXPath("//section[@id='cost']//script")).isEmpty();
      assertThat(browser.page().getElementById("cost").getTextContent())
          .contains("<script>alert(1)</script>\"'&amp;]]>\uFFFD\uFFFD=1+1")
          .doesNotContain("\u202E");
    }
    assertThat(page(reading) + svg).doesNotContain("<script>alert");
  }

  private static String picture(CostReading reading) {
    return Page.cost(PageSample.report(List.of(), List.of()), reading);
  }

  private static Document document(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }
}
