package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {
  private static final Commitment WEB = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
  private static final Commitment DATA = Sample.rds(Sample.DATA, "db-1", "2026-05-20T00:00:00Z");

  private static CheckDate on(String date) {
    return new CheckDate(LocalDate.parse(date), ZoneId.of("UTC"));
  }

  private static IgnoreRule ignore(String id, String account, String service, String until) {
    return new IgnoreRule(
        given(id),
        given(account).map(AccountId::new),
        given(service).map(Service::of),
        LocalDate.parse(until),
        "moving to Graviton");
  }

  private static Optional<String> given(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(text);
  }

  private static IgnoreRules of(IgnoreRule... rules) {
    return new IgnoreRules(List.of(rules));
  }

  @ParameterizedTest(name = "id {0}, account {1}, service {2}: {3}")
  @CsvSource({
    "r-1, -, -, true",
    "r-2, -, -, false",
    "R-1, -, -, false",
    "-, 222233334444, -, true",
    "-, 333344445555, -, false",
    "-, -, ec2, true",
    "-, -, rds, false",
    "r-1, 222233334444, ec2, true",
    "r-1, 333344445555, -, false",
    "r-1, -, rds, false",
    "-, 222233334444, rds, false"
  })
  void allThatIsNamedMustBeTrue(String id, String account, String service, boolean ignored) {
    assertThat(of(ignore(id, account, service, "2027-03-01")).judge(WEB, on("2026-05-04")))
        .isEqualTo(
            ignored
                ? Optional.of(new Ignored(WEB, ignore(id, account, service, "2027-03-01")))
                : Optional.empty());
  }

  @ParameterizedTest(name = "until 2026-05-04, on {0}: {1}")
  @CsvSource({"2026-05-03, true", "2026-05-04, true", "2026-05-05, false"})
  void theLastDayStillCountsAndTheNextDoesNot(String date, boolean ignored) {
    IgnoreRule rule = ignore("r-1", "-", "-", "2026-05-04");

    assertThat(of(rule).judge(WEB, on(date)).isPresent()).isEqualTo(ignored);
    assertThat(of(rule).over(on(date))).isEqualTo(ignored ? List.of() : List.of(rule));
  }

  @Test
  void ofSeveralTheOneThatLastsLongestIsGiven() {
    IgnoreRule over = ignore("-", "222233334444", "-", "2026-05-03");
    IgnoreRule shorter = ignore("r-1", "-", "-", "2026-06-01");
    IgnoreRule longest = ignore("-", "-", "ec2", "2027-01-01");

    assertThat(of(over, shorter, longest, shorter).judge(WEB, on("2026-05-04")))
        .contains(new Ignored(WEB, longest));
  }

  @Test
  void onlyWhatIsNamedByItsIdHasToBeKeptBeforeItIsDue() {
    IgnoreRules ignores =
        of(ignore("r-1", "222233334444", "-", "2026-01-01"), ignore("-", "-", "rds", "2027-01-01"));

    assertThat(ignores.isNamed(WEB)).isTrue();
    assertThat(ignores.isNamed(Sample.ec2(Sample.DATA, "r-1", "2026-05-11T03:59:59Z"))).isFalse();
    assertThat(ignores.isNamed(DATA)).isFalse();
  }

  @Test
  void anIdThatMatchesNothingIsFoundOutUnlessItIsOverAnyway() {
    IgnoreRule here = ignore("db-1", "333344445555", "rds", "2027-03-01");
    IgnoreRule misspelt = ignore("db-l", "-", "-", "2027-03-01");
    IgnoreRule elsewhere = ignore("r-1", "333344445555", "-", "2027-03-01");
    IgnoreRule over = ignore("gone", "-", "-", "2026-05-03");
    IgnoreRule account = ignore("-", "333344445555", "ec2", "2027-03-01");
    IgnoreRule noAccount = ignore("-", "444455556666", "-", "2027-03-01");
    IgnoreRule service = ignore("-", "-", "ec2", "2027-03-01");

    assertThat(
            of(here, misspelt, elsewhere, over, account, noAccount, service)
                .unmatched(List.of(WEB, DATA), Set.of(Sample.WEB, Sample.DATA), on("2026-05-04")))
        .containsExactly(misspelt, elsewhere, noAccount);
  }

  @Test
  void addUpWithoutRepeats() {
    IgnoreRule one = ignore("r-1", "-", "-", "2027-03-01");
    IgnoreRule two = ignore("r-2", "-", "-", "2027-03-01");

    assertThat(of(one).plus(of(one, two))).isEqualTo(of(one, two));
  }

  @Test
  void sayWhatTheyAreAbout() {
    assertThat(ignore("r-1", "222233334444", "rds", "2027-03-01").subject())
        .isEqualTo("commitment r-1, account 222233334444, service rds");
  }

  @Test
  void neverIgnoreEverythingNorForNoReason() {
    assertThatThrownBy(() -> ignore("-", "-", "-", "2027-03-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it would ignore everything");
    assertThatThrownBy(() ->
            new IgnoreRule(
                Optional.of("r-1"),
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse("2027-03-01"),
                " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no reason is given");
    assertThatThrownBy(() -> new Ignored(WEB, ignore("r-2", "-", "-", "2027-03-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("commitment r-2 is not r-1");
  }
}
