package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Milestones;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// EC2 retires what is modified or exchanged and lets it end where the next one starts. Such an end
/// is no lapse; one beside which something else happens to begin is.
class LapseSuccessionTest {
  private static final Rules RULES =
      new Rules(
          new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")),
          Milestones.DEFAULT,
          LapseWindow.DEFAULT,
          IgnoreRules.NONE);

  private static List<Lapsed> lapsed(List<Commitment> commitments) {
    return Finding.only(Lapsed.class, RULES.judge(commitments).findings());
  }

  /// Bought in September for a year, cut short in May.
  private static final SuccessionSample BEFORE =
      SuccessionSample.of(
          "r-1", Known.RETIRED, "2025-09-10T09:15:42.123Z", "2026-05-02T08:00:01.000Z");

  private static final SuccessionSample AFTER =
      SuccessionSample.of(
          "r-2", Known.ACTIVE, "2026-05-02T08:00:02.340Z", "2026-09-10T09:15:41.000Z");

  private static final SuccessionSample CONVERTIBLE = BEFORE.offeringClass("convertible");

  record Case(String name, SuccessionSample before, SuccessionSample after) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> goesOn() {
    return Stream.of(
        new Case("modified", BEFORE, AFTER),
        new Case("to the second", BEFORE, AFTER.from("2026-05-02T08:00:01Z")),
        new Case("a start before the end", BEFORE, AFTER.from("2026-05-02T07:59:59Z")),
        new Case("another size of the family", BEFORE, AFTER.type("m5.xlarge")),
        new Case(
            "out of EC2-Classic",
            BEFORE.platform("Linux/UNIX"),
            AFTER.platform("Linux/UNIX (Amazon VPC)")),
        new Case("from before there were classes", BEFORE.offeringClass(""), AFTER),
        new Case("modified again since", BEFORE, AFTER.state(Known.RETIRED)),
        new Case(
            "into a state that is not known",
            BEFORE,
            AFTER.state(new CommitmentState.Unknown("x"))),
        new Case(
            "a convertible one exchanged for another family and platform",
            CONVERTIBLE,
            AFTER.offeringClass("convertible").type("c7g.large").platform("Windows")),
        new Case(
            "exchanged for a longer term",
            CONVERTIBLE,
            AFTER.offeringClass("convertible").to("2029-05-01T08:00:01Z")));
  }

  @ParameterizedTest
  @MethodSource
  void goesOn(Case example) {
    assertThat(lapsed(commitments(example.before(), example.after())))
        .extracting(lapsed -> lapsed.commitment().id())
        .doesNotContain("r-1");
  }

  static Stream<Case> hasLapsed() {
    return Stream.of(
        new Case("six seconds later", BEFORE, AFTER.from("2026-05-02T08:00:07Z")),
        new Case("six seconds earlier", BEFORE, AFTER.from("2026-05-02T07:59:55Z")),
        new Case("in another account", BEFORE, AFTER.account(Sample.DATA)),
        new Case("in another region", BEFORE, AFTER.region("us-east-2")),
        new Case("of another service", BEFORE, AFTER.service(Service.RDS)),
        new Case(
            "a service that modifies nothing",
            BEFORE.service(Service.RDS),
            AFTER.service(Service.RDS)),
        new Case("another family of a standard one", BEFORE, AFTER.type("c5.large")),
        new Case("another platform of a standard one", BEFORE, AFTER.platform("Windows")),
        new Case("another class", BEFORE, AFTER.offeringClass("convertible")),
        new Case("what follows ended at once", BEFORE, AFTER.to("2026-05-02T08:00:01Z")),
        new Case("what follows was not paid", BEFORE, AFTER.state(Known.PAYMENT_FAILED)),
        new Case("what follows is only queued", BEFORE, AFTER.state(Known.QUEUED)),
        new Case("active to its end", BEFORE.state(Known.ACTIVE), AFTER),
        new Case(
            "a whole year is no modification: somebody bought a new one",
            CONVERTIBLE.from("2025-05-02T08:00:02.340Z"),
            AFTER.offeringClass("convertible").type("c7g.large").to("2027-05-02T08:00:01Z")),
        new Case(
            "nor are three years",
            CONVERTIBLE.from("2023-05-03T08:00:02.340Z"),
            AFTER.offeringClass("convertible").type("c7g.large").to("2027-05-02T08:00:01Z")));
  }

  @ParameterizedTest
  @MethodSource
  void hasLapsed(Case example) {
    assertThat(lapsed(commitments(example.before(), example.after())))
        .extracting(lapsed -> lapsed.commitment().id())
        .contains("r-1");
  }

  private static List<Commitment> commitments(SuccessionSample... samples) {
    return Stream.of(samples).map(SuccessionSample::commitment).toList();
  }

  private static SuccessionSample named(String id, SuccessionSample sample) {
    return new SuccessionSample(
        sample.account(),
        sample.region(),
        sample.service(),
        id,
        sample.state(),
        sample.type(),
        sample.platform(),
        sample.offeringClass(),
        sample.start(),
        sample.end());
  }

  @Test
  void severalThatWereMergedGoOnInOne() {
    assertThat(
            lapsed(commitments(BEFORE, named("r-3", BEFORE).from("2025-11-01T00:00:00Z"), AFTER)))
        .isEmpty();
  }

  @Test
  void oneThatWasSplitGoesOnInSeveral() {
    assertThat(lapsed(commitments(BEFORE, AFTER, named("r-3", AFTER)))).isEmpty();
  }

  @Test
  void oneThatWasModifiedTwiceGoesOnInTheLastUntilThatEnds() {
    SuccessionSample middle = AFTER.state(Known.RETIRED).to("2026-05-03T10:00:00Z");
    SuccessionSample last = named("r-3", AFTER).from("2026-05-03T10:00:01Z");

    assertThat(lapsed(commitments(BEFORE, middle, last))).isEmpty();
    assertThat(lapsed(commitments(BEFORE, middle)))
        .extracting(lapsed -> lapsed.commitment().id())
        .containsExactly("r-2");
  }

  @ParameterizedTest
  @MethodSource("goesOn")
  void everySuccessorIsKept(Case example) {
    List<Commitment> listing = commitments(example.before(), example.after());

    assertThat(RULES.keep(listing)).isEqualTo(listing);
  }

  @Test
  void nothingSucceedsItself() {
    assertThat(lapsed(commitments(BEFORE.from("2026-05-02T08:00:00Z")))).hasSize(1);
  }
}
