package dev.riexpiry.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Commitment IN_A_WEEK = Sample.ec2(Sample.WEB, "r-7", "2026-05-11T03:59:59Z");
  private static final Commitment IN_A_MONTH =
      Sample.rds(Sample.DATA, "r-30", "2026-06-03T10:00:00Z");
  private static final Commitment RENEWED =
      Sample.ec2(Sample.TOOLS, "r-renewed", "2026-05-20T03:59:59Z");
  private static final Commitment IGNORED =
      Sample.ec2(Sample.TOOLS, "r-ignored", "2026-05-21T03:59:59Z");
  private static final Commitment FAR =
      Sample.savingsPlan(Sample.TOOLS, "sp-far", "2028-05-11T03:59:59Z");
  private static final Commitment SUCCESSOR =
      Sample.ec2(Sample.TOOLS, "r-successor", "2027-05-20T03:59:59Z");
  private static final Commitment GONE = Sample.ec2(Sample.DATA, "r-gone", "2026-05-01T03:59:59Z");

  private static final Expiring WITH_SUCCESSOR =
      new Expiring(
          RENEWED,
          16,
          30,
          new Renewal.Full(
              List.of(new Renewal.Replacement(SUCCESSOR, BigDecimal.ONE, Duration.ZERO, 0))),
          Origins.NONE);
  private static final Ignored LET_GO =
      new Ignored(
          IGNORED,
          new IgnoreRule(
              Optional.of("r-ignored"),
              Optional.empty(),
              Optional.empty(),
              LocalDate.parse("2026-12-31"),
              "moves to Fargate"));
  private static final List<Commitment> INVENTORY =
      List.of(IN_A_WEEK, RENEWED, IGNORED, IN_A_MONTH, SUCCESSOR, FAR);

  private static List<Finding> findings(Finding... more) {
    return Stream.concat(
            Stream.of(
                Sample.expiring(IN_A_WEEK, 7, 7),
                WITH_SUCCESSOR,
                Sample.expiring(IN_A_MONTH, 30, 30)),
            Stream.of(more))
        .toList();
  }

  private static String html(Finding... more) {
    return Page.of(PageSample.report(INVENTORY, findings(more), LET_GO));
  }

  private static List<String> facts(String html) throws IOException {
    try (Browser browser = new Browser(html, false)) {
      return texts(browser.page(), "//ul[@class='facts']/li");
    }
  }

  private static List<String> texts(HtmlPage page, String path) {
    return page.<DomElement>getByXPath(path).stream()
        .map(element -> element.getTextContent().strip())
        .toList();
  }

  @Test
  void theFirstLineCountsWhatEndsAndIsNeitherRenewedNorIgnored() throws IOException {
    assertThat(facts(html()))
        .containsExactly(
            "1 ends within 7 days",
            "2 end within 30 days",
            "2 end within 60 days",
            "unknown what is at stake: no payer says what they save",
            "everything was read",
            "not asked the payer, whether it knows of more");
    assertThat(html()).contains("Not counted above: 1 ignored, 1 renewed.");
  }

  @Test
  void whatWasNotReadMakesEveryCountALeastAndHasItsSectionWithTheRemedy() throws IOException {
    String html =
        html(
            Sample.unread(
                Sample.DATA,
                "eu-west-1",
                Service.RDS,
                Sample.denied("rds:DescribeReservedDBInstances")));
    assertThat(facts(html))
        .contains("at least 1 ends within 7 days", "1 place could not be read")
        .doesNotContain("everything was read");
    try (Browser browser = new Browser(html, false)) {
      assertThat(texts(browser.page(), "//section[@id='unread']//dd"))
          .containsExactly(
              "data-prod (333344445555), eu-west-1 RDS",
              "rds:DescribeReservedDBInstances: AccessDenied, not authorized to perform rds:DescribeReservedDBInstances",
              "allow rds:DescribeReservedDBInstances in the policy of the role that reads this account");
    }
  }

  @Test
  void whatIsAtStakeIsSummedWithoutTakingOffWhatCostsMoreThanItSaves() throws IOException {
    PayerKnowledge payer = PageSample.worth(Map.of(IN_A_WEEK, "1500.40", IN_A_MONTH, "-20.00"));
    String html =
        Page.of(PageSample.report(INVENTORY, findings(), ReportFixture.labels(), payer, LET_GO));
    assertThat(facts(html)).contains("1,500.40 USD a month at stake within 60 days");
    try (Browser browser = new Browser(html, false)) {
      assertThat(browser.shown("at-stake")).contains("1,500.40 USD", "-20.00 USD", "—");
    }
  }

  @Test
  void withoutAScriptTheListHasEveryActiveCommitmentSoonestFirst() throws IOException {
    try (Browser browser = new Browser(html(), false)) {
      assertThat(browser.shown("days")).containsExactly("7", "16", "17", "30", "381", "738");
      assertThat(browser.shown("status"))
          .containsExactly("due", "renewed", "ignored", "due", "later", "later");
      assertThat(browser.page().getElementById("filters").hasAttribute("hidden")).isTrue();
    }
  }

  @Test
  void renewedIgnoredAndLapsedHaveTheirSections() throws IOException {
    try (Browser browser = new Browser(html(Lapsed.atTerm(GONE, 3)), false)) {
      HtmlPage page = browser.page();
      assertThat(texts(page, "//section[@id='renewed']//td"))
          .contains("2026-05-20", "tools (111122223333)", "renewed by r-successor");
      assertThat(texts(page, "//section[@id='ignored']//td"))
          .contains("r-ignored", "2026-12-31", "moves to Fargate");
      assertThat(texts(page, "//section[@id='lapsed']//td")).contains("2026-05-01", "r-gone");
      assertThat(facts(html(Lapsed.atTerm(GONE, 3)))).contains("1 lapsed");
    }
  }

  @Test
  void theScriptSortsByNumberAndByText() throws IOException {
    try (Browser browser = new Browser(html(), true)) {
      HtmlButton days = browser.page().getFirstByXPath("//th[@data-key='days']/button");
      days.click();
      assertThat(browser.shown("days")).containsExactly("738", "381", "30", "17", "16", "7");
      HtmlButton account = browser.page().getFirstByXPath("//th[@data-key='account']/button");
      account.click();
      assertThat(browser.shown("account"))
          .isSorted()
          .startsWith("data-prod 333344445555")
          .endsWith("web-prod 222233334444");
      assertThat(texts(browser.page(), "//th[@aria-sort='ascending']")).containsExactly("Account");
    }
  }

  @Test
  void theScriptFiltersByTextDaysAndChoicesAndSaysHowManyAreLeft() throws IOException {
    try (Browser browser = new Browser(html(), true)) {
      HtmlPage page = browser.page();
      HtmlSelect within = page.getHtmlElementById("filter-ends-within");
      within.setSelectedAttribute("30", true);
      within.fireEvent("input");
      assertThat(browser.shownIds()).containsExactly("r-7", "r-renewed", "r-ignored", "r-30");
      HtmlSelect status = page.getHtmlElementById("filter-status");
      status.setSelectedAttribute("due", true);
      status.fireEvent("input");
      assertThat(browser.shownIds()).containsExactly("r-7", "r-30");
      HtmlInput contains = page.getHtmlElementById("filter-contains");
      contains.setValue("RDS");
      contains.fireEvent("input");
      assertThat(browser.shownIds()).containsExactly("r-30");
      assertThat(page.getElementById("count").getTextContent()).isEqualTo("1 of 6 listed");
    }
  }

  @Test
  void thePageAsksForNothingAndAllowsOnlyWhatItHolds() throws IOException {
    String html = html();
    try (Browser browser = new Browser(html, true)) {
      assertThat(browser.otherRequests()).isEmpty();
      assertThat(browser.page().<DomElement>getByXPath("//*[@src or @style or @onclick]"))
          .isEmpty();
      assertThat(texts(browser.page(), "//script")).hasSize(1);
      assertThat(
              browser
                  .page()
                  .<DomElement>getFirstByXPath("//meta[@http-equiv='Content-Security-Policy']")
                  .getAttribute("content"))
          .startsWith("default-src 'none'; style-src 'sha256-")
          .contains("; script-src 'sha256-")
          .doesNotContain("unsafe", "http");
    }
  }

  @Test
  void aReportWithoutAnythingIsAPageAllTheSame() throws IOException {
    String html = Page.of(PageSample.report(List.of(), List.of()));
    assertThat(facts(html)).contains("0 end within 7 days", "everything was read");
    try (Browser browser = new Browser(html, true)) {
      assertThat(browser.page().getElementById("filters").hasAttribute("hidden")).isTrue();
    }
  }

  @Test
  void fiveThousandCommitmentsTakeThreeMegabytesAndTwoHundredThreeHundredKilobytes() {
    assertThat(bytes(5_000, 1_000)).isLessThan(3_000_000);
    assertThat(bytes(200, 20)).isLessThan(300_000);
  }

  private static int bytes(int commitments, int accounts) {
    return Page.of(PageSample.large(commitments, accounts)).getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void whatCannotBeReadInManyPlacesIsCountedBeyondTheFirstHundreds() {
    List<Finding> unread = new ArrayList<>();
    for (int number = 0; number < 900; number++) {
      unread.add(
          Sample.unread(new AccountId("%012d".formatted(number)), Sample.denied("sts:AssumeRole")));
    }
    assertThat(Page.of(PageSample.report(List.of(), unread)))
        .contains("000000000499", "and 400 more; report.json has all")
        .doesNotContain("000000000500");
  }
}
