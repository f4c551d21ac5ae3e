package dev.riexpiry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The keys of the ledger's items. They are a contract: under another key everything that was
/// announced would be announced again.
class LedgerKeyTest {
  private static final LocalDate MAY_4 = LocalDate.parse("2026-05-04");
  private static final Commitment COMMITMENT =
      Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
  private static final Instant EXPIRES = Instant.parse("2027-06-15T03:59:59Z");
  private static final Place TARGET = new Place.Target(Sample.WEB, "us-east-1", Service.RDS);

  private static Announcement unread(Place place, Outage outage, LocalDate date) {
    return Unread.on(date, place, Sample.denied("rds:X"), outage).announcement();
  }

  @Test
  void namesAMilestoneByCommitmentEndAndDays() {
    assertThat(Sample.expiring(COMMITMENT, 5, 7).announcement())
        .isEqualTo(
            new Announcement(
                "commitment#222233334444#us-east-1#ec2#r-1#2026-05-11T04:00:00Z#7",
                EXPIRES,
                false));
    assertThat(Sample.expiring(COMMITMENT, 5, 7).announcementsAt(30))
        .extracting(Announcement::key)
        .containsExactly(
            "commitment#222233334444#us-east-1#ec2#r-1#2026-05-11T04:00:00Z#30",
            "commitment#222233334444#us-east-1#ec2#r-1#2026-05-11T03:59:59Z#30");
  }

  @Test
  void namesTheChannelBeforeWhatIsOlderThanChannels() {
    Announcement announcement = Sample.expiring(COMMITMENT, 5, 7).announcement();

    assertThat(Channel.MAIL.announcement(announcement)).isEqualTo(announcement);
    assertThat(Channel.CHAT.announcement(announcement).key())
        .isEqualTo("chat#" + announcement.key());
    assertThat(Channel.EVENTS.announcement(announcement).key())
        .isEqualTo("events#" + announcement.key());
  }

  @Test
  void namesALapseByCommitmentAndEnd() {
    assertThat(Lapsed.atTerm(COMMITMENT, 2).announcement())
        .isEqualTo(
            new Announcement(
                "lapse#222233334444#us-east-1#ec2#r-1#2026-05-11T04:00:00Z", EXPIRES, false));
  }

  @Test
  void findsAgainWhatIsRecordedByTheInstantOfItsEnd() {
    assertThat(keys(Sample.expiring(COMMITMENT, 5, 7)))
        .containsExactly("commitment#222233334444#us-east-1#ec2#r-1#2026-05-11T03:59:59Z#7");
    assertThat(keys(Lapsed.atTerm(COMMITMENT, 2)))
        .containsExactly("lapse#222233334444#us-east-1#ec2#r-1#2026-05-11T03:59:59Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-11T10:00:00.340Z, 2026-05-11T09:59:59Z",
    "2026-05-11T10:00:00Z, 2026-05-11T09:59:59Z",
    "2026-05-12T00:00:00Z, 2026-05-11T23:59:59Z",
    "2026-05-11T08:15:05.340Z, 2026-05-11T08:15:04Z",
    "2026-05-11T08:15:06Z, 2026-05-11T08:15:04Z"
  })
  void knowsTheEndsOfAServiceAndOfCostExplorerAsOne(String ofService, String ofCostExplorer) {
    Finding one = Sample.expiring(Sample.ec2(Sample.WEB, "r-1", ofService), 5, 7);
    Finding other = Sample.expiring(Sample.ec2(Sample.WEB, "r-1", ofCostExplorer), 5, 7);

    assertThat(names(one)).contains(other.announcement().key());
    assertThat(names(other)).contains(one.announcement().key());
  }

  @Test
  void tellsAnewOfAnEndThatWasMoved() {
    Finding moved = Sample.expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T04:00:30Z"), 5, 7);

    assertThat(names(moved)).doesNotContain(Sample.expiring(COMMITMENT, 5, 7).announcement().key());
  }

  private static List<String> names(Finding finding) {
    return Stream.concat(Stream.of(finding.announcement().key()), keys(finding).stream()).toList();
  }

  private static List<String> keys(Finding finding) {
    return finding.earlier().stream().flatMap(Set::stream).map(Announcement::key).toList();
  }

  @Test
  void namesAPurchaseThatIsNotPaidByCommitmentAndKind() {
    assertThat(new Unpaid(COMMITMENT, Unpaid.Kind.PENDING, 2).announcement())
        .isEqualTo(
            new Announcement(
                "payment#222233334444#us-east-1#ec2#r-1#payment-pending", EXPIRES, false));
    assertThat(new Unpaid(COMMITMENT, Unpaid.Kind.FAILED, 2).announcement().key())
        .isEqualTo("payment#222233334444#us-east-1#ec2#r-1#payment-failed");
  }

  @Test
  void namesAnOutageByPlaceBeginningAndWeek() {
    assertThat(unread(TARGET, Outage.since(MAY_4), MAY_4))
        .isEqualTo(
            new Announcement(
                "gap#222233334444/us-east-1/rds#2026-05-04#0",
                Instant.parse("2027-06-08T00:00:00Z"),
                false));
    assertThat(unread(TARGET, new Outage(MAY_4, 1), MAY_4.plusDays(15)))
        .isEqualTo(
            new Announcement(
                "gap#222233334444/us-east-1/rds#2026-05-04.1#2",
                Instant.parse("2027-06-22T00:00:00Z"),
                false));
    assertThat(unread(new Place.Account(Sample.WEB), Outage.since(MAY_4), MAY_4).key())
        .isEqualTo("gap#222233334444#2026-05-04#0");
    assertThat(unread(new Place.Organization(), Outage.since(MAY_4), MAY_4).key())
        .isEqualTo("gap#organization#2026-05-04#0");
  }

  @Test
  void namesTheEndOfAnOutageByPlaceAndBeginning() {
    assertThat(new Restored(TARGET, new Outage(MAY_4, 2)).announcement())
        .isEqualTo(
            new Announcement(
                "recovery#222233334444/us-east-1/rds#2026-05-04.2",
                Instant.parse("2028-07-12T00:00:00Z"),
                true));
    assertThat(new Restored(new Place.Organization(), Outage.since(MAY_4)).announcement().key())
        .isEqualTo("recovery#organization#2026-05-04");
  }
}
