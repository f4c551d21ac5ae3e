package dev.riexpiry.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.Renewal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.htmlunit.html.DomElement;
import org.junit.jupiter.api.Test;

/// As of 4 May 2026.
class CliffTest {
  private static final Commitment MAY = priced("r-may", "2026-05-11T03:59:59Z", "1.25");
  private static final Commitment JULY = priced("r-july", "2026-07-31T23:59:59Z", "2.50");
  private static final Commitment NEVER = priced("r-2030", "2030-01-01T00:00:00Z", "4.00");
  private static final Commitment UNPRICED =
      Sample.ec2(Sample.WEB, "r-unpriced", "2026-06-03T10:00:00Z");

  private static Commitment priced(String id, String end, String price) {
    return priced(Sample.ec2(Sample.WEB, id, end), price, "USD");
  }

  private static Commitment priced(Commitment item, String price, String currency) {
    return new Commitment(
        item.accountId(),
        item.region(),
        item.service(),
        item.id(),
        item.state(),
        item.covered(),
        item.offering(),
        new Term(Instant.parse("2025-01-01T00:00:00Z"), item.end()),
        Optional.of(new Money(new BigDecimal(price), Optional.of(currency))),
        item.label());
  }

  private static List<String> committed(CheckReport report) {
    return Cliff.of(Inventory.of(report)).getFirst().months().stream()
        .map(month -> month.committed().stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void eachMonthHasWhatTheOneBeforeHadWithoutWhatEndedInIt() {
    CheckReport report = PageSample.report(List.of(MAY, JULY, NEVER), List.of());
    assertThat(committed(report)).hasSize(36).startsWith("7.75", "6.5", "6.5", "4").endsWith("4");
    assertThat(Cliff.of(Inventory.of(report)).getFirst().months().get(2).ends())
        .containsExactly(JULY);
  }

  @Test
  void withoutAPriceACommitmentIsCountedAndNotTakenForFree() {
    Cliff.Month june =
        Cliff.of(Inventory.of(PageSample.report(List.of(UNPRICED, NEVER), List.of())))
            .getFirst()
            .months()
            .get(1);
    assertThat(june.unpriced()).isOne();
    assertThat(june.ends()).containsExactly(UNPRICED);
    assertThat(Page.of(PageSample.report(List.of(UNPRICED), List.of())))
        .contains("No price is known of what is committed", "1 without a known price");
  }

  @Test
  void thePayersPriceStandsWhereTheServiceSaysNone() {
    CheckReport report =
        PageSample.report(
            List.of(UNPRICED),
            List.of(),
            ReportFixture.labels(),
            PageSample.cost(Map.of(UNPRICED, "73.00")));
    assertThat(committed(report)).startsWith("0.1", "0.1", "0");
  }

  @Test
  void whatIsRenewedIsSaidAndItsSuccessorCountsFromItsStart() {
    Commitment successor =
        new Commitment(
            MAY.accountId(),
            MAY.region(),
            MAY.service(),
            "r-next",
            MAY.state(),
            MAY.covered(),
            MAY.offering(),
            new Term(MAY.end().plusSeconds(1), Instant.parse("2027-05-11T03:59:59Z")),
            Optional.of(new Money(new BigDecimal("1.00"), Optional.of("USD"))),
            MAY.label());
    Expiring renewed =
        new Expiring(
            MAY,
            7,
            7,
            new Renewal.Full(
                List.of(new Renewal.Replacement(successor, BigDecimal.ONE, Duration.ZERO, 0))),
            Origins.NONE);
    CheckReport report = PageSample.report(List.of(MAY, NEVER), List.of(renewed));
    assertThat(committed(report)).startsWith("5.25", "5", "5");
    assertThat(Cliff.of(Inventory.of(report)).getFirst().months().getFirst().renewed())
        .isEqualByComparingTo("1.25");
    assertThat(Page.cliff(report))
        .contains("1 commitment ends, 1.25 USD an hour, of which 1.25 USD is renewed");
  }

  @Test
  void eachCurrencyHasItsOwn() {
    Commitment china = priced(Sample.ec2(Sample.DATA, "r-cn", "2026-07-01T00:00:00Z"), "9", "CNY");
    assertThat(Cliff.of(Inventory.of(PageSample.report(List.of(china, NEVER), List.of()))))
        .extracting(Cliff::currency)
        .containsExactly("CNY", "USD");
  }

  @Test
  void aStepNamesItsCommitmentsForEyesAndEarsAndSoDoesTheTable() throws IOException {
    String html = Page.of(PageSample.report(List.of(MAY, JULY, NEVER), List.of()));
    try (Browser browser = new Browser(html, false)) {
      List<DomElement> steps = browser.page().getByXPath("//*[@class='step']");
      assertThat(steps).hasSize(36);
      assertThat(steps.get(2).getAttribute("tabindex")).isEqualTo("0");
      assertThat(steps.get(2).getAttribute("aria-label"))
          .isEqualTo(
              "Jul 2026: 6.50 USD an hour committed; 1 commitment ends, 2.50 USD an hour; web-prod, 4 × m5.large, r-july");
      assertThat(steps.get(2).getTextContent()).contains("web-prod, 4 × m5.large, r-july");
      List<DomElement> row = browser.page().getByXPath("//section[@id='cliff']//tbody/tr[3]/td");
      assertThat(row.stream().map(cell -> cell.getTextContent().strip()))
          .containsExactly(
              "Jul 2026",
              "6.50 USD",
              "2.50 USD",
              "0.00 USD",
              "0",
              "web-prod, 4 × m5.large, r-july");
    }
  }

  @Test
  void theTimelineHasABarForEachCommitmentUnderItsAccount() throws IOException {
    String html = Page.of(PageSample.report(List.of(MAY, UNPRICED), List.of()));
    try (Browser browser = new Browser(html, false)) {
      List<DomElement> titles =
          browser.page().getByXPath("//section[@id='timeline']//*[local-name()='title']");
      assertThat(titles.stream().map(DomElement::getTextContent))
          .containsExactly(
              "4 × m5.large, r-may: 2025-01-01 to 2026-05-11",
              "4 × m5.large, r-unpriced: 2025-06-03 to 2026-06-03");
      assertThat(html).contains("web-prod (222233334444)</text>");
    }
  }
}
