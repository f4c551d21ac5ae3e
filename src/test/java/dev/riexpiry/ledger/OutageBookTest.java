package dev.riexpiry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.ledger.Outages.OpenOutage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutageBookTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-05-04");
  private static final Place WEB = new Place.Account(Sample.WEB);
  private static final Failure DENIED = Sample.denied("rds:Describe");

  private final FakeLedger ledger = new FakeLedger();
  private final OutageBook book = new OutageBook(ledger, 1);

  private static Place target(String region) {
    return new Place.Target(Sample.WEB, region, Service.RDS);
  }

  private static OpenOutage outage(String region, LocalDate since) {
    return new OpenOutage(target(region), Outage.since(since), "AccessDenied");
  }

  /// The records before a run that cannot read some regions.
  private Recall recall(LocalDate date, String... regions) {
    return new Recollection(ledger, date, Milestones.DEFAULT)
        .of(
            Stream.of(regions)
                .<Finding>map(region -> Unread.on(date, target(region), DENIED, Outage.since(date)))
                .toList(),
            List.of(WEB),
            List.of());
  }

  private static Set<Announcement> everythingOf(Recall recall) {
    return recall.findings().stream().map(Finding::announcement).collect(Collectors.toSet());
  }

  private void opens(OpenOutage outage) {
    ledger.replace(Outages.none(WEB).after(List.of(outage), List.of()));
  }

  private Outages recorded() {
    return ledger.outages(List.of(WEB))
            instanceof Outcome.Found<Map<Place, Outages>>(Map<Place, Outages> found)
        ? found.getOrDefault(WEB, Outages.none(WEB))
        : Outages.none(WEB);
  }

  private List<OpenOutage> open() {
    return List.copyOf(recorded().open().values());
  }

  @Test
  void keepsWhatAnotherRunWroteAtTheSameMoment() {
    Recall one = recall(TODAY, "us-east-1");
    Recall other = recall(TODAY, "eu-west-1");

    assertThat(book.write(one, everythingOf(one))).isEmpty();
    assertThat(book.write(other, everythingOf(other))).isEmpty();

    assertThat(open())
        .containsExactlyInAnyOrder(outage("us-east-1", TODAY), outage("eu-west-1", TODAY));
  }

  @Test
  void recordsOnlyWhatWasAnnounced() {
    Recall recall = recall(TODAY, "us-east-1", "eu-west-1");

    book.write(
        recall,
        Set.of(Unread.on(TODAY, target("eu-west-1"), DENIED, Outage.since(TODAY)).announcement()));

    assertThat(open()).containsExactly(outage("eu-west-1", TODAY));
  }

  @Test
  void keepsAnOutageUntilItsEndWasAnnounced() {
    Recall broken = recall(TODAY, "us-east-1");
    book.write(broken, everythingOf(broken));
    Recall mended = recall(TODAY.plusDays(1));

    book.write(mended, Set.of());
    assertThat(open()).containsExactly(outage("us-east-1", TODAY));

    book.write(mended, everythingOf(mended));
    assertThat(open()).isEmpty();
  }

  @Test
  void keepsAnOutageThatAnotherRunOpenedAnew() {
    OpenOutage old = outage("us-east-1", TODAY.minusDays(3));
    OpenOutage anew = outage("us-east-1", TODAY);
    opens(old);
    Recall mended = recall(TODAY);
    ledger.replace(recorded().after(List.of(anew), List.of(old)));

    book.write(mended, everythingOf(mended));

    assertThat(open()).containsExactly(anew);
  }

  @Test
  void countsFromTheFirstDayThroughAChangeOfItsCause() {
    OpenOutage old = outage("us-east-1", TODAY.minusDays(3));
    opens(new OpenOutage(old.place(), old.outage(), "DeadlineExceeded"));
    Recall recall = recall(TODAY, "us-east-1");

    book.write(recall, everythingOf(recall));

    assertThat(open()).containsExactly(old);
  }

  @Test
  void replacesAnOutageWhoseEndMayHaveBeenAnnounced() {
    OpenOutage old = outage("us-east-1", TODAY.minusDays(3));
    opens(old);
    ledger.claim(
        old.restored().announcement(), Lease.of("dead", Instant.parse("2026-05-04T06:00:00Z")));
    Recall recall = recall(TODAY, "us-east-1");

    book.write(recall, Set.of());
    assertThat(open()).containsExactly(old);

    book.write(recall, everythingOf(recall));
    assertThat(open()).containsExactly(outage("us-east-1", TODAY));
  }

  @Test
  void writesNothingWhereNothingHasChanged() {
    Recall first = recall(TODAY, "us-east-1");
    book.write(first, everythingOf(first));
    Recall second = recall(TODAY.plusDays(1), "us-east-1");

    book.write(second, everythingOf(second));

    assertThat(recorded().version()).isEqualTo(1);
    assertThat(open()).containsExactly(outage("us-east-1", TODAY));
  }
}
