package dev.riexpiry.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.riexpiry.Sample;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// Every text of a report that somebody else may choose stays text.
class HostileTextTest {
  static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`=&amp;<!--]]>\u202E\u200F\n\u0000{{x}}";

  /// The same as it is shown: what would reorder or break a line is replaced.
  private static final String SHOWN =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`=&amp;<!--]]>\uFFFD\u200F\uFFFD\uFFFD{{x}}";

  private static final List<String> FIELDS =
      List.of(
          "account",
          "unit",
          "region",
          "id",
          "type",
          "zone",
          "platform",
          "tenancy",
          "payment",
          "class",
          "name",
          "owner",
          "successor",
          "currency",
          "action",
          "code",
          "message",
          "remedy",
          "reason",
          "warning",
          "lapsed",
          "unpaid");

  /// A report of which each field says which one it is, and then this.
  static CheckReport report(UnaryOperator<String> text) {
    Commitment commitment = commitment("id", text);
    Commitment ignored = commitment("ignored", text);
    AccountLabels labels =
        new AccountLabels(
            Map.of(
                Sample.WEB,
                new AccountLabel(
                    Sample.WEB, text.apply("account"), Optional.of(text.apply("unit")))));
    CheckReport report =
        PageSample.report(
            List.of(commitment, ignored),
            List.of(
                new Expiring(
                    commitment,
                    7,
                    7,
                    new Renewal.Full(
                        List.of(
                            new Renewal.Replacement(
                                commitment("successor", text), BigDecimal.ONE, Duration.ZERO, 0))),
                    Origins.NONE),
                Sample.unread(
                    Sample.WEB,
                    text.apply("region"),
                    Service.EC2,
                    new Failure(
                        text.apply("action"),
                        text.apply("code"),
                        text.apply("message"),
                        text.apply("remedy"))),
                Lapsed.atTerm(commitment("lapsed", text), 3),
                new Unpaid(commitment("unpaid", text), Unpaid.Kind.FAILED, 3)),
            labels,
            payer(text),
            new Ignored(
                ignored,
                new IgnoreRule(
                    Optional.of(ignored.id()),
                    Optional.empty(),
                    Optional.empty(),
                    LocalDate.parse("2026-12-31"),
                    text.apply("reason"))));
    return report.warned(text.apply("warning"));
  }

  private static PayerKnowledge payer(UnaryOperator<String> text) {
    return new PayerKnowledge(
        Appraisals.NONE,
        new Reconciliation(
            Reconciliation.State.DONE,
            Optional.empty(),
            1,
            0,
            List.of(),
            List.of(),
            List.of(
                new Difference(
                    commitment("disputed", text),
                    Difference.Reason.QUANTITY,
                    text.apply("detail"),
                    text.apply("mend"))),
            Set.of(),
            List.of(),
            List.of()));
  }

  private static Commitment commitment(String id, UnaryOperator<String> text) {
    return new Commitment(
        Sample.WEB,
        text.apply("region"),
        Service.EC2,
        text.apply(id),
        CommitmentState.Known.ACTIVE,
        new Covered.Resources(
            text.apply("type"),
            1,
            Unit.INSTANCES,
            new Scope.Zone(text.apply("zone")),
            Optional.of(text.apply("platform")),
            Optional.of(text.apply("tenancy")),
            false),
        new Offering(Optional.of(text.apply("payment")), Optional.of(text.apply("class"))),
        new Term(Instant.parse("2025-05-11T04:00:00Z"), Instant.parse("2026-05-11T03:59:59Z")),
        Optional.of(new Money(BigDecimal.ONE, Optional.of(text.apply("currency")))),
        new Label(
            Optional.of(text.apply("name")),
            Optional.empty(),
            Map.of("Owner", text.apply("owner"))));
  }

  private static Map<String, Long> shape(HtmlPage page) {
    return StreamSupport.stream(page.getHtmlElementDescendants().spliterator(), false)
        .collect(
            Collectors.groupingBy(
                element ->
                    element.getNodeName() + new TreeSet<>(element.getAttributesMap().keySet()),
                Collectors.counting()));
  }

  @Test
  void everyFieldOfThePageIsTextAndNothingElse() throws IOException {
    try (Browser harmless = new Browser(Page.of(report(field -> field)), true);
        Browser hostile = new Browser(Page.of(report(field -> field + HOSTILE)), true)) {
      assertThat(shape(hostile.page())).isEqualTo(shape(harmless.page()));
      String text = hostile.page().<DomElement>getFirstByXPath("//body").getTextContent();
      assertThat(FIELDS).allSatisfy(field -> assertThat(text).contains(field + SHOWN));
    }
  }

  @Test
  void everyFieldOfTheCliffIsTextInXmlToo() throws Exception {
    String svg = Page.cliff(report(field -> field + HOSTILE));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
    assertThat(svg).contains("&lt;script&gt;").doesNotContain("<script", "\u202E", "\u0000");
  }

  @Test
  void everyFieldOfTheListAsCsvStaysInItsCell() throws IOException {
    List<List<String>> harmless = csv(report(field -> field));
    List<List<String>> hostile = csv(report(field -> field + HOSTILE));
    assertThat(hostile.stream().map(List::size))
        .isEqualTo(harmless.stream().map(List::size).toList());
    assertThat(hostile.stream().flatMap(List::stream))
        .contains("account" + SHOWN, "unit" + SHOWN, "region" + SHOWN, "id" + SHOWN, "type" + SHOWN)
        .contains("platform" + SHOWN, "tenancy" + SHOWN, "payment" + SHOWN, "class" + SHOWN)
        .contains("name" + SHOWN, "reason" + SHOWN, "currency" + SHOWN)
        .noneMatch(cell -> cell.chars().anyMatch(c -> c == '\n' || c == '\u202E' || c == 0));
  }

  private static List<List<String>> csv(CheckReport report) throws IOException {
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(CsvOutput.of(report, RowOrder.END))) {
      return rows.stream().map(CsvRecord::getFields).toList();
    }
  }

  @Test
  void everyFieldOfTheCalendarIsTextAndNothingElse() throws Exception {
    Instant made = Instant.parse("2026-05-04T06:00:00Z");
    List<VEvent> harmless = events(Calendar.of(report(field -> field), made));
    List<VEvent> hostile = events(Calendar.of(report(field -> field + HOSTILE), made));
    assertThat(hostile.stream().map(HostileTextTest::properties))
        .isEqualTo(harmless.stream().map(HostileTextTest::properties).toList());
    assertThat(hostile.get(1).getProperty("DESCRIPTION").orElseThrow().getValue())
        .contains("account" + SHOWN, "unit" + SHOWN, "region" + SHOWN, "id" + SHOWN)
        .contains("type" + SHOWN, "platform" + SHOWN, "zone" + SHOWN, "successor" + SHOWN);
  }

  private static List<VEvent> events(String calendar) throws Exception {
    return new CalendarBuilder().build(new StringReader(calendar)).getComponents("VEVENT");
  }

  private static List<String> properties(VEvent event) {
    return event.getProperties().stream().map(Property::getName).toList();
  }
}
