package dev.riexpiry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Unreadable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GapBookTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-05-04");
  private static final GapPlace WEB = GapPlace.account(Sample.WEB);

  private final FakeLedger ledger = new FakeLedger();
  private final GapBook book = new GapBook(ledger, 1);

  private static Unreadable unreadable(String region) {
    return Sample.unreadable(Sample.WEB, "web", region, Service.RDS, Sample.denied("rds:Describe"));
  }

  private static OpenGap gap(String region, LocalDate since) {
    return new OpenGap(
        new GapPlace(Optional.of(Sample.WEB), Optional.of(region), Optional.of(Service.RDS)),
        new GapStart(since, 0),
        "AccessDenied");
  }

  private static GapChanges changes(
      Map<GapPlace, OpenGaps> before, LocalDate date, String... regions) {
    return GapChanges.of(
        before, _ -> false, List.of(regions).stream().map(GapBookTest::unreadable).toList(), date);
  }

  private Map<GapPlace, OpenGaps> remembered() {
    return ledger.gaps(List.of(WEB))
            instanceof Outcome.Found<Map<GapPlace, OpenGaps>>(Map<GapPlace, OpenGaps> found)
        ? found
        : Map.of();
  }

  private Set<OpenGap> open() {
    return new HashSet<>(remembered().getOrDefault(WEB, OpenGaps.none(WEB)).gaps().values());
  }

  @Test
  void keepsWhatAnotherRunWroteAtTheSameMoment() {
    Map<GapPlace, OpenGaps> before = remembered();
    OpenGap first = gap("us-east-1", TODAY);
    OpenGap second = gap("eu-west-1", TODAY);

    book.write(before, changes(before, TODAY, "us-east-1"), Set.of(first));
    assertThat(book.write(before, changes(before, TODAY, "eu-west-1"), Set.of(second))).isEmpty();

    assertThat(open()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void writesOnlyWhatWasTold() {
    Map<GapPlace, OpenGaps> before = remembered();

    book.write(
        before, changes(before, TODAY, "us-east-1", "eu-west-1"), Set.of(gap("eu-west-1", TODAY)));

    assertThat(open()).containsExactly(gap("eu-west-1", TODAY));
  }

  @Test
  void keepsAGapUntilItsEndWasTold() {
    Map<GapPlace, OpenGaps> none = remembered();
    OpenGap gap = gap("us-east-1", TODAY);
    book.write(none, changes(none, TODAY, "us-east-1"), Set.of(gap));
    Map<GapPlace, OpenGaps> before = remembered();
    GapChanges mended = changes(before, TODAY.plusDays(1));

    book.write(before, mended, Set.of());
    assertThat(open()).containsExactly(gap);

    book.write(before, mended, Set.of(gap));
    assertThat(open()).isEmpty();
  }

  @Test
  void doesNotStrikeOutAGapThatAnotherRunOpenedAnew() {
    OpenGap old = gap("us-east-1", TODAY.minusDays(3));
    OpenGap renewed = gap("us-east-1", TODAY);
    ledger.replace(OpenGaps.none(WEB).after(List.of(old), List.of()));
    Map<GapPlace, OpenGaps> before = remembered();
    ledger.replace(
        before.getOrDefault(WEB, OpenGaps.none(WEB)).after(List.of(renewed), List.of(old)));

    book.write(before, changes(before, TODAY), Set.of(old));

    assertThat(open()).containsExactly(renewed);
  }

  @Test
  void countsFromTheFirstDayThroughAChangeOfItsCause() {
    OpenGap old = gap("us-east-1", TODAY.minusDays(3));
    ledger.replace(
        OpenGaps.none(WEB)
            .after(List.of(new OpenGap(old.place(), old.start(), "DeadlineExceeded")), List.of()));
    Map<GapPlace, OpenGaps> before = remembered();

    book.write(before, changes(before, TODAY, "us-east-1"), Set.of(old));

    assertThat(open()).containsExactly(old);
  }
}
