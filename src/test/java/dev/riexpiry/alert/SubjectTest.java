package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Unreadable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
  private static final NotRead ALL_READ = new NotRead(0, 0);

  private static Expiring ending(AccountId account, int daysLeft) {
    return Sample.expiring(
        Sample.ec2(account, "r-1", "2026-05-11T03:59:59Z"), daysLeft, Math.max(60, daysLeft));
  }

  private static Expiring plan(int daysLeft) {
    return Sample.expiring(
        Sample.savingsPlan(Sample.WEB, "sp-1", "2026-05-11T03:59:59Z"), daysLeft, 60);
  }

  private static String subject(Map<AccountId, String> names, Expiring... expiring) {
    return subject(names, List.of(expiring), 1, 1, ALL_READ);
  }

  private static String subject(
      Map<AccountId, String> names, List<Expiring> expiring, int number, int of, NotRead notRead) {
    return Subject.of(
        new Part(new News(expiring, List.of(), List.of()), number, of, notRead, ALL_READ),
        AlertSample.summary(expiring.size(), notRead.total(), names));
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
                AlertSample.NAMES, List.of(ending(Sample.WEB, 7)), 1, 1, new NotRead(1, 50_999)))
        .isEqualTo("1 AWS reservation ends in 7 days; INCOMPLETE, 51,000 not read: web-prod");
  }

  @Test
  void saysThatNotAllCouldBeReadWhereNothingIsEnding() {
    Unreadable target =
        Sample.unreadable(
            Sample.DATA,
            "data-prod",
            "eu-west-1",
            Service.RDS,
            Sample.denied("rds:DescribeReservedDBInstances"));

    assertThat(
            Subject.of(
                new Part(
                    new News(List.of(), List.of(target), List.of()),
                    1,
                    1,
                    new NotRead(1, 1),
                    ALL_READ),
                AlertSample.summary(0, 2)))
        .isEqualTo("AWS commitments: check INCOMPLETE, 1 account and 1 target not read: data-prod");
  }

  @Test
  void saysWhichOfSeveralMessagesItIs() {
    assertThat(subject(AlertSample.NAMES, List.of(ending(Sample.WEB, 7)), 2, 3, ALL_READ))
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
                List.of(ending(Sample.WEB, 29), ending(Sample.DATA, 30)),
                10,
                12,
                new NotRead(0, 51_000)))
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
      NotRead notRead = new NotRead(random.nextInt(5), random.nextInt(100_000));

      assertThat(subject(names, expiring, 1 + random.nextInt(of), of, notRead))
          .as("seed %d, round %d, names %s", seed, round, names)
          .matches("[!-~][ -~]{0,97}[!-~]");
    }
  }

  private static String text(Random random) {
    int bound = random.nextBoolean() ? 0x80 : 0x10000;
    return random
        .ints(random.nextInt(300), 0, bound)
        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
        .toString();
  }
}
