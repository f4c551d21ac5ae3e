package dev.riexpiry.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.riexpiry.Sample;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.Renewal;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What another parser reads of the calendar.
class CalendarTest {
  private static final Instant MADE = Instant.parse("2026-05-04T06:00:00.123Z");
  private static final Commitment SOON = Sample.ec2(Sample.WEB, "r-7", "2026-05-11T03:59:59Z");
  private static final Commitment FAR = Sample.ec2(Sample.TOOLS, "r-far", "2027-05-20T03:59:59Z");

  private static net.fortuna.ical4j.model.Calendar read(String text) {
    try {
      return new CalendarBuilder().build(new StringReader(text));
    } catch (IOException | ParserException e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<VEvent> events(CheckReport report) {
    return read(Calendar.of(report, MADE)).getComponents("VEVENT");
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).map(Property::getValue).orElse("absent");
  }

  private static CheckReport report() {
    return PageSample.report(List.of(SOON, FAR), List.of(Sample.expiring(SOON, 7, 7)));
  }

  @Test
  void hasAnInstantForEachEndAndADayForEachMilestoneStillToCome() {
    assertThat(events(report()))
        .extracting(
            event -> value(event, "UID"),
            event -> value(event, "DTSTART"),
            event -> value(event, "SUMMARY"))
        .extracting(
            tuple -> String.join(" | ", tuple.toList().stream().map(String::valueOf).toList()))
        .containsExactly(
            "222233334444/us-east-1/ec2/r-7/end@ri-expiry-notifier | 20260511T035959Z | web-prod: 4 × m5.large ends",
            "222233334444/us-east-1/ec2/r-7/7@ri-expiry-notifier | 20260504 | web-prod: 4 × m5.large ends in 7 days",
            "222233334444/us-east-1/ec2/r-7/1@ri-expiry-notifier | 20260510 | web-prod: 4 × m5.large ends tomorrow",
            "111122223333/us-east-1/ec2/r-far/end@ri-expiry-notifier | 20270520T035959Z | tools: 4 × m5.large ends",
            "111122223333/us-east-1/ec2/r-far/60@ri-expiry-notifier | 20270321 | tools: 4 × m5.large ends in 60 days",
            "111122223333/us-east-1/ec2/r-far/30@ri-expiry-notifier | 20270420 | tools: 4 × m5.large ends in 30 days",
            "111122223333/us-east-1/ec2/r-far/7@ri-expiry-notifier | 20270513 | tools: 4 × m5.large ends in 7 days",
            "111122223333/us-east-1/ec2/r-far/1@ri-expiry-notifier | 20270519 | tools: 4 × m5.large ends tomorrow");
  }

  @Test
  void blocksNobodysTimeAndSaysWhenItWasMade() {
    assertThat(events(report()))
        .allSatisfy(event -> {
          assertThat(value(event, "TRANSP")).isEqualTo("TRANSPARENT");
          assertThat(value(event, "DTSTAMP")).isEqualTo("20260504T060000Z");
          assertThat(value(event, "DTEND")).isEqualTo("absent");
        });
    assertThat(Calendar.of(report(), MADE))
        .contains(
            "\r\nX-WR-CALNAME:AWS commitments\r\n",
            "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n",
            "\r\nDTSTART;VALUE=DATE:20260504\r\n",
            "\r\nVERSION:2.0\r\n");
  }

  @Test
  void aDayIsOneOfTheZoneOfTheCheck() {
    assertThat(events(report()).get(1).getProperty("DESCRIPTION").orElseThrow().getValue())
        .contains("Last day: Mon 11 May 2026 (UTC)", "web-prod (222233334444)", "r-7");
  }

  @Test
  void aMilestoneIsADayWhereThePeopleAre() {
    Commitment ending = Sample.ec2(Sample.WEB, "r-7", "2026-05-11T16:00:00Z");
    CheckReport tokyo =
        PageSample.inZone(ZoneId.of("Asia/Tokyo"), PageSample.report(List.of(ending), List.of()));
    assertThat(events(tokyo))
        .extracting(event -> value(event, "DTSTART"))
        .containsExactly("20260511T160000Z", "20260505", "20260511");
  }

  /// With the parser of another language, where it is installed.
  @Test
  void pythonReadsItToo(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(python("import icalendar").status() == 0, "Python's icalendar is not installed");
    Path file = Files.writeString(folder.resolve("calendar.ics"), Calendar.of(report(), MADE));
    Read read =
        python(
            """
            import icalendar, sys
            calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
            events = calendar.walk('VEVENT')
            print(calendar['X-WR-CALNAME'], len(events), sorted(str(e['DTSTART'].dt) for e in events)[0])
            """,
            file.toString());
    assertThat(read).isEqualTo(new Read(0, "AWS commitments 8 2026-05-04"));
  }

  private static Read python(String... script) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(Stream.concat(Stream.of("python3", "-c"), Stream.of(script)).toList())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Read(process.waitFor(), out.strip());
    } catch (IOException e) {
      return new Read(-1, "there is no Python");
    }
  }

  private record Read(int status, String out) {}

  @Test
  void marksWhatIsRenewed() {
    Expiring renewed =
        new Expiring(
            SOON,
            7,
            7,
            new Renewal.Full(
                List.of(new Renewal.Replacement(FAR, BigDecimal.ONE, Duration.ZERO, 0))),
            Origins.NONE);
    assertThat(events(PageSample.report(List.of(SOON), List.of(renewed))))
        .allSatisfy(event -> {
          assertThat(value(event, "SUMMARY")).startsWith("(renewed) web-prod: ");
          assertThat(value(event, "DESCRIPTION")).contains("renewed by r-far");
        });
  }

  @Test
  void saysOnTheDayOfTheCheckThatNotEverythingWasRead() {
    CheckReport report =
        PageSample.report(
            List.of(),
            List.of(
                Sample.unread(
                    Sample.DATA, "eu-west-1", Service.RDS, Sample.denied("rds:Describe"))));
    assertThat(events(report))
        .singleElement()
        .satisfies(event -> {
          assertThat(value(event, "SUMMARY")).isEqualTo("INCOMPLETE: 1 place could not be read");
          assertThat(value(event, "DTSTART")).isEqualTo("20260504");
        });
  }

  @Test
  void everyTextComesBackAsItWasAndNoLineIsTooLong() {
    String name = "a\\n;b,c:\"d\" <script> ]]> 予約インスタンス👩‍👩‍👧‍👦".repeat(6);
    CheckReport report =
        PageSample.report(
            List.of(SOON),
            List.of(),
            new AccountLabels(
                Map.of(Sample.WEB, new AccountLabel(Sample.WEB, name, Optional.empty()))),
            PayerKnowledge.NONE);
    String text = Calendar.of(report, MADE);
    assertThat(text.split("\r\n", -1))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(value(events(report).getFirst(), "SUMMARY")).isEqualTo(name + ": 4 × m5.large ends");
  }

  @Test
  void aLineBreakInANameBeginsNoPropertyOfItsOwn() {
    Commitment hostile =
        Sample.ec2(Sample.WEB, "r\r\nATTENDEE:mailto:a@example.com", "2026-05-11T03:59:59Z");
    String text = Calendar.of(PageSample.report(List.of(hostile), List.of()), MADE);
    assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
    assertThat(read(text).getComponents()).hasSize(3);
  }

  @Test
  void theSameCommitmentHasTheSameUidsOnAnotherDay() {
    assertThat(events(report()).stream().map(event -> value(event, "UID")).toList())
        .doesNotHaveDuplicates()
        .isEqualTo(
            read(Calendar.of(report(), MADE.plus(Duration.ofDays(1))))
                .getComponents("VEVENT")
                .stream()
                .map(event -> value((VEvent) event, "UID"))
                .toList());
  }
}
