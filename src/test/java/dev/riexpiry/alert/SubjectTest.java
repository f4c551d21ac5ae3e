package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
  private static final List<PlaceCount> PLACE_COUNTS =
      List.of(
          new PlaceCount(0, 0, 0),
          new PlaceCount(0, 1, 0),
          new PlaceCount(0, 0, 2),
          new PlaceCount(1, 3_000, 51_000));

  private static Expiring ending(AccountId account, int daysLeft) {
    return Sample.expiring(
        Sample.ec2(account, "r-1", "2026-05-11T03:59:59Z"), daysLeft, Math.max(60, daysLeft));
  }

  private static Expiring plan(int daysLeft) {
    return Sample.expiring(
        Sample.savingsPlan(Sample.WEB, "sp-1", "2026-05-11T03:59:59Z"), daysLeft, 60);
  }

  private static String subject(Map<AccountId, String> names, Finding... findings) {
    return subject(names, List.of(findings), 1, 1);
  }

  private static String subject(
      Map<AccountId, String> names, List<? extends Finding> findings, int number, int of) {
    return subject(names, FindingCounts.of(List.copyOf(findings)), findings, number, of);
  }

  private static String subject(
      Map<AccountId, String> names,
      FindingCounts counts,
      List<? extends Finding> findings,
      int number,
      int of) {
    return subject(names, counts, findings, number, of, Map.of());
  }

  private static String subject(
      Map<AccountId, String> names,
      FindingCounts counts,
      List<? extends Finding> findings,
      int number,
      int of,
      Map<String, BigDecimal> stakes) {
    return new Subject(
            new News(Optional.empty(), List.copyOf(findings), List.of(), List.of()),
            counts,
            AlertSample.labels(names),
            new Stakes(new TreeMap<>(stakes)))
        .of(number, of);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4300.4 | 2 AWS reservations end, the first in 7 days, 4,300 USD a month: web-prod, data-prod",
        "1234567.5 | 2 AWS reservations end, the first in 7 days, 1,234,568 USD a month: web-prod, data-prod",
        "9.5 | 2 AWS reservations end, the first in 7 days, 9.50 USD a month: web-prod, data-prod"
      })
  void saysWhatIsAtStake(BigDecimal amount, String subject) {
    List<Finding> findings = List.of(ending(Sample.WEB, 7), ending(Sample.DATA, 30));

    assertThat(
            subject(
                Map.of(Sample.WEB, "web-prod", Sample.DATA, "data-prod"),
                FindingCounts.of(findings),
                findings,
                1,
                1,
                Map.of("USD", amount)))
        .isEqualTo(subject);
  }

  @Test
  void leavesOutWhatIsAtStakeBeforeItIsTooLong() {
    List<Finding> findings = List.of(ending(Sample.WEB, 7), ending(Sample.DATA, 30));
    Map<String, BigDecimal> many = new TreeMap<>();
    for (int i = 0; i < 9; i++) {
      many.put("C" + i, new BigDecimal("123456789"));
    }

    assertThat(
            subject(
                Map.of(Sample.WEB, "web-prod", Sample.DATA, "data-prod"),
                FindingCounts.of(findings),
                findings,
                1,
                1,
                many))
        .startsWith("2 end, first in 7 days: web-prod, data-prod");
  }

  /// Counts places that could not be read beside what is expiring.
  private static FindingCounts counts(List<Expiring> expiring, PlaceCount unread) {
    FindingCounts counts = FindingCounts.of(List.copyOf(expiring));
    return new FindingCounts(
        counts.lapsed(),
        counts.daysAgo(),
        counts.unpaid(),
        counts.givenBack(),
        counts.expiring(),
        counts.renewed(),
        counts.daysLeft(),
        counts.noun(),
        counts.lapsedNoun(),
        counts.expiringNoun(),
        unread,
        counts.restoredPlaces());
  }

  private static List<Finding> unread(AccountId id, int targets) {
    return IntStream.range(0, targets)
        .<Finding>mapToObj(
            i -> Sample.unread(id, "region-" + i, Service.EC2, Sample.denied("ec2:Describe")))
        .toList();
  }

  private static List<Finding> both(List<? extends Finding> some, List<? extends Finding> more) {
    return Stream.<Finding>concat(some.stream(), more.stream()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1 AWS reservation ends today: web-prod",
    "1, 1 AWS reservation ends tomorrow: web-prod",
    "7, 1 AWS reservation ends in 7 days: web-prod"
  })
  void saysHowManyHowSoonAndForWhom(int daysLeft, String subject) {
    assertThat(subject(AlertSample.NAMES, ending(Sample.WEB, daysLeft))).isEqualTo(subject);
  }

  @Test
  void callsASavingsPlanByItsName() {
    assertThat(subject(AlertSample.NAMES, plan(7)))
        .isEqualTo("1 AWS Savings Plan ends in 7 days: web-prod");
  }

  @Test
  void callsReservationsAndSavingsPlansTogetherCommitments() {
    assertThat(subject(AlertSample.NAMES, ending(Sample.WEB, 7), plan(7)))
        .isEqualTo("2 AWS commitments end in 7 days: web-prod");
  }

  @Test
  void saysTheSoonestOfSeveralDays() {
    assertThat(
            subject(
                AlertSample.NAMES,
                ending(Sample.WEB, 7),
                ending(Sample.WEB, 7),
                ending(Sample.DATA, 29)))
        .isEqualTo("3 AWS reservations end, the first in 7 days: web-prod, data-prod");
  }

  @Test
  void saysTheDayWhereItIsTheSameForAll() {
    assertThat(subject(AlertSample.NAMES, ending(Sample.WEB, 1), ending(Sample.DATA, 1)))
        .isEqualTo("2 AWS reservations end tomorrow: web-prod, data-prod");
  }

  @Test
  void saysThatNotAllCouldBeRead() {
    assertThat(
            subject(
                AlertSample.NAMES,
                both(
                    List.of(
                        ending(Sample.WEB, 7),
                        Sample.unread(Sample.WEB, Sample.denied("sts:AssumeRole"))),
                    unread(Sample.WEB, 50_999)),
                1,
                1))
        .isEqualTo("1 AWS reservation ends in 7 days; INCOMPLETE, 51,000 not read: web-prod");
  }

  @Test
  void saysThatNotAllCouldBeReadWhereNothingIsEnding() {
    assertThat(
            subject(
                AlertSample.NAMES,
                Sample.unread(Sample.DATA, Sample.denied("sts:AssumeRole")),
                Sample.unread(
                    Sample.DATA,
                    "eu-west-1",
                    Service.RDS,
                    Sample.denied("rds:DescribeReservedDBInstances"))))
        .isEqualTo("AWS commitments: check INCOMPLETE, 1 account and 1 target not read: data-prod");
  }

  @Test
  void saysWhichOfSeveralMessagesItIs() {
    assertThat(subject(AlertSample.NAMES, List.of(ending(Sample.WEB, 7)), 2, 3))
        .isEqualTo("1 AWS reservation ends in 7 days: web-prod (2/3)");
  }

  @Test
  void namesAsManyAccountsAsFitAndCountsTheOthers() {
    Map<AccountId, String> names = new HashMap<>();
    Expiring[] expiring =
        IntStream.range(0, 20)
            .mapToObj(i -> {
              AccountId id = new AccountId("2222333344%02d".formatted(i));
              names.put(id, "team-" + i);
              return ending(id, 7);
            })
            .toArray(Expiring[]::new);

    assertThat(subject(names, expiring))
        .isEqualTo(
            "20 AWS reservations end in 7 days: team-0, team-1, team-2, team-3, team-4, team-5,"
                + " team-6 +13");
  }

  @Test
  void countsTheAccountsWhereNotEvenOneNameFits() {
    Map<AccountId, String> names = Map.of(Sample.WEB, "w".repeat(40), Sample.DATA, "d".repeat(40));

    assertThat(
            subject(
                names,
                both(
                    List.of(ending(Sample.WEB, 29), ending(Sample.DATA, 30)),
                    unread(Sample.WEB, 51_000)),
                10,
                12))
        .isEqualTo(
            "2 AWS reservations end, the first in 29 days; INCOMPLETE, 51,000 not read: 2 accounts"
                + " (10/12)");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "web – prod é, web - prod e",
        "\"a\u001B[2J\r\nBcc: x\", a[2J Bcc: x",
        "本番アカウント, 222233334444",
        "本番 – （東京）, 222233334444",
        "本番 prod, prod",
        "\" \", 222233334444",
        "abcdefghijklmnopqrstuvwxyz-0123456, abcdefghijklmnopqrstuvwxyz-012.."
      })
  void spellsNamesInAscii(String name, String spelt) {
    assertThat(subject(Map.of(Sample.WEB, name), ending(Sample.WEB, 7)))
        .isEqualTo("1 AWS reservation ends in 7 days: " + spelt);
  }

  @Test
  void tellsTwoAccountsOfTheSameNameApartByNumber() {
    assertThat(
            subject(
                Map.of(Sample.WEB, "prod", Sample.DATA, "prod"),
                ending(Sample.WEB, 7),
                ending(Sample.DATA, 7)))
        .isEqualTo("2 AWS reservations end in 7 days: prod, prod");
  }

  @Test
  void isOneToNinetyNinePrintableAsciiCharactersWhateverNamesHold() {
    long seed = 20_260_504;
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      Map<AccountId, String> names = new HashMap<>();
      List<Expiring> expiring =
          IntStream.range(0, 1 + random.nextInt(30))
              .mapToObj(i -> {
                AccountId id = new AccountId("2222333344%02d".formatted(i));
                names.put(id, text(random));
                return ending(id, random.nextInt(3650));
              })
              .toList();
      int of = 1 + random.nextInt(200);
      PlaceCount unread = new PlaceCount(0, random.nextInt(5), random.nextInt(100_000));

      assertThat(subject(names, counts(expiring, unread), expiring, 1 + random.nextInt(of), of))
          .as("seed %d, round %d, names %s", seed, round, names)
          .matches("[!-~][ -~]{0,97}[!-~]");
    }
  }

  @Test
  void isOneToNinetyNinePrintableAsciiCharactersWhateverIsCounted() {
    List<Expiring> ofLongNames =
        List.of(ending(Sample.WEB, 7), ending(Sample.DATA, 29), ending(Sample.TOOLS, 30));
    Map<AccountId, String> names =
        Map.of(
            Sample.WEB, "w".repeat(80), Sample.DATA, "本番".repeat(40), Sample.TOOLS, "é ".repeat(9));
    for (int lapsed : List.of(0, 1, 2, 12_345)) {
      for (int expiring : List.of(0, 1, 2, 51_000)) {
        for (int unpaid : List.of(0, 1, 2, 1_000)) {
          for (PlaceCount unread : PLACE_COUNTS) {
            for (PlaceCount restored : PLACE_COUNTS) {
              for (int last : List.of(7, 3_650)) {
                FindingCounts counts =
                    new FindingCounts(
                        lapsed,
                        new FindingCounts.Days(7, last),
                        unpaid,
                        last == 7 ? lapsed : 0,
                        expiring,
                        unpaid,
                        new FindingCounts.Days(7, last),
                        CommitmentNoun.SAVINGS_PLAN,
                        CommitmentNoun.SAVINGS_PLAN,
                        CommitmentNoun.SAVINGS_PLAN,
                        unread,
                        restored);
                assertThat(subject(names, counts, ofLongNames, 1, 1))
                    .matches("[!-~][ -~]{0,97}[!-~]");
                assertThat(subject(names, counts, ofLongNames, 12_345, 12_345))
                    .matches("[!-~][ -~]{0,85}[(]12345/12345[)]");
              }
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Alert.MAX_BYTES})
  void isAsShortOnEachMessageOfARealCheckWhateverItFinds(int maxBytes) {
    Map<AccountId, String> names = Map.of(Sample.WEB, "w".repeat(80), Sample.DATA, "d".repeat(80));
    for (int i = 1; i < 81; i++) {
      List<Finding> findings = new ArrayList<>();
      IntStream.range(0, i % 3).forEach(_ -> findings.add(Lapsed.atTerm(ended(), 1)));
      IntStream.range(0, i / 3 % 3)
          .forEach(days -> findings.add(new Unpaid(ended(), Unpaid.Kind.FAILED, days)));
      IntStream.range(0, i / 9 % 3).forEach(days -> findings.add(ending(Sample.DATA, days)));
      findings.addAll(unread(Sample.WEB, i / 27));

      assertThat(
              AlertSample.compose(
                  new AlertComposer(Grouping.DIGEST, maxBytes),
                  AlertSample.summary(findings, names)))
          .hasSizeBetween(1, 8)
          .allSatisfy(alert -> assertThat(alert.subject()).matches("[!-~][ -~]{0,97}[!-~]"));
    }
  }

  private static Commitment ended() {
    return Sample.ec2(Sample.WEB, "r-1", "2026-05-03T03:59:59Z");
  }

  private static String text(Random random) {
    int bound = random.nextBoolean() ? 0x80 : 0x10000;
    return random
        .ints(random.nextInt(300), 0, bound)
        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
        .toString();
  }
}
