package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.alert.Overview.Sum;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private static final Stakes NOTHING = new Stakes(new TreeMap<>());
  private static final Commitment IGNORED = Sample.ec2(Sample.WEB, "r-9", "2026-06-01T03:59:59Z");

  private static Overview overview(List<Commitment> ending, List<Ignored> ignored) {
    return Overview.of(Cadence.WEEKLY, ending, ignored, AlertSample.summary(List.of()));
  }

  private static Alert alert(Overview overview) {
    return AlertSample.only(
        new AlertComposer(Grouping.DIGEST)
            .compose(
                AlertSample.summary(List.of()),
                new News(Optional.empty(), List.of(), List.of(), List.of()).with(overview)));
  }

  private static Ignored ignored(String reason) {
    return new Ignored(
        IGNORED,
        new IgnoreRule(
            Optional.of("r-9"),
            Optional.empty(),
            Optional.empty(),
            LocalDate.parse("2027-03-01"),
            reason));
  }

  @Test
  void countsByTheWeekOfTheLastDayAndByAccount() {
    assertThat(
            overview(
                    List.of(
                        Sample.rds(Sample.DATA, "db-1", "2026-05-18T00:00:00Z"),
                        Sample.ec2(Sample.WEB, "r-1", "2026-05-17T12:00:00Z"),
                        Sample.ec2(Sample.WEB, "r-2", "2026-05-11T12:00:00Z"),
                        Sample.ec2(Sample.WEB, "r-3", "2026-05-18T00:00:01Z")),
                    List.of())
                .sums())
        .containsExactly(
            new Sum(LocalDate.parse("2026-05-11"), Sample.WEB, 2, 0, NOTHING),
            new Sum(LocalDate.parse("2026-05-11"), Sample.DATA, 1, 0, NOTHING),
            new Sum(LocalDate.parse("2026-05-18"), Sample.WEB, 1, 0, NOTHING));
  }

  @Test
  void theMailShowsWeeksAccountsAndDecisions() {
    Alert alert =
        alert(
            overview(
                List.of(Sample.ec2(Sample.WEB, "r-1", "2026-05-17T12:00:00Z")),
                List.of(ignored("moving to Graviton"))));

    assertThat(alert.subject()).isEqualTo("AWS commitments: weekly overview, 1 ends in 90 days");
    assertThat(alert.overview()).isTrue();
    assertThat(alert.mail())
        .startsWith(
            """
            There is nothing new to tell. This is an overview of what ends later.

            WEEKLY OVERVIEW - what ends in the next 90 days, due or not

              1 commitment ends.

              Week of Mon 11 May 2026
                web-prod (222233334444): 1 ends

              Not told, as the accounts file says:
                until Mon 1 Mar 2027: web-prod (222233334444), r-9 (moving to Graviton)

              Everything was read.
            """);
    assertThat(alert.json())
        .contains(
            "\"overview\":{\"cadence\":\"weekly\",\"period\":\"2026-W19\",\"days\":90,\"commitments\":1,\"renewed\":0,"
                + "\"ending\":[{\"week\":\"2026-05-11\",\"accountId\":\"222233334444\",\"accountName\":\"web-prod\",\"commitments\":1}],"
                + "\"ignored\":[{\"accountId\":\"222233334444\",\"commitmentId\":\"r-9\",\"until\":\"2027-03-01\",\"reason\":\"moving to Graviton\"}],"
                + "\"unreadable\":0,\"reconciliation\":\"off\"}");
  }

  @Test
  void whatIsAcknowledgedIsListedAndNoMoreAtStake() {
    Commitment commitment = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
    CheckSummary summary =
        AlertSample.summary(
            List.of(
                Sample.expiring(commitment, 7, 7)
                    .with(
                        new Acknowledgement(
                            LocalDate.parse("2026-05-10"),
                            "let it end",
                            new Acknowledgement.By.Caller(
                                "arn:aws:iam::111122223333:user/ann",
                                Instant.parse("2026-05-01T00:00:00Z"))))));
    Overview overview = Overview.of(Cadence.WEEKLY, List.of(commitment), List.of(), summary);

    assertThat(overview.sums()).isEmpty();
    assertThat(alert(overview).mail())
        .contains(
            """
              Acknowledged, and silent:
                until Sun 10 May 2026: web-prod (222233334444), r-1 (let it end)
            """);
    assertThat(alert(overview).json())
        .contains(
            "\"acknowledged\":[{\"accountId\":\"222233334444\",\"commitmentId\":\"r-1\",\"until\":\"2026-05-10\",\"reason\":\"let it end\"}]");
  }

  @Test
  void namesFromOutsideAreText() {
    assertThat(alert(overview(List.of(), List.of(ignored("a\u202Eb\nc")))).mail())
        .doesNotContain("\u202E")
        .doesNotContain("b\nc");
  }

  @Test
  void ofThousandsOfAccountsTheFirstAreShownAndTheMessageStaysSmall() {
    List<Commitment> many =
        IntStream.range(0, 3000)
            .mapToObj(i ->
                Sample.ec2(
                    new AccountId("%012d".formatted(i)),
                    "r-" + i,
                    "2026-05-%02dT12:00:00Z".formatted(5 + i % 26)))
            .toList();
    Alert alert = alert(overview(many, List.of()));

    assertThat(alert.subject()).contains("3,000 end in 90 days");
    assertThat(alert.bytes()).isLessThan(64 * 1024);
    assertThat(alert.mail()).contains("  and 2,940 more, later; the page of the report has all.");
  }

  @Test
  void whatIsAtStakeIsAddedUpByCurrency() {
    Overview overview =
        new Overview(
            Cadence.MONTHLY,
            "2026-05",
            List.of(
                new Sum(
                    LocalDate.parse("2026-05-11"),
                    Sample.WEB,
                    2,
                    1,
                    new Stakes(new TreeMap<>(Map.of("USD", new java.math.BigDecimal("1200.50"))))),
                new Sum(
                    LocalDate.parse("2026-05-18"),
                    Sample.DATA,
                    1,
                    0,
                    new Stakes(new TreeMap<>(Map.of("USD", new java.math.BigDecimal("99.50")))))),
            List.of(),
            List.of(),
            3);

    assertThat(alert(overview).subject())
        .isEqualTo(
            "AWS commitments: monthly overview, 3 end in 90 days, 1,300 USD a month; INCOMPLETE, 3 not read");
    assertThat(alert(overview).mail())
        .contains(
            "3 commitments end, 1 renewed already. At stake: 1,300.00 USD a month in net savings.",
            "web-prod (222233334444): 2 end, 1 renewed already; 1,200.50 USD a month");
  }
}
